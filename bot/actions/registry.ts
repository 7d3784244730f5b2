import type { CardAction } from "./card-action";
import { helpAction } from "./help";
import { meetAction } from "./meet";
import { refreshAction } from "./refresh";

const CARD_ACTIONS: readonly CardAction[] = [refreshAction, meetAction, helpAction];

export function findCardAction(verb: string): CardAction | undefined {
  return CARD_ACTIONS.find((action) => action.verb === verb);
}
