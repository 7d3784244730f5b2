import type { CardAction } from "./card-action";
import { meetAction } from "./meet";
import { refreshAction } from "./refresh";

const CARD_ACTIONS: readonly CardAction[] = [refreshAction, meetAction];

export function findCardAction(verb: string): CardAction | undefined {
  return CARD_ACTIONS.find((action) => action.verb === verb);
}
