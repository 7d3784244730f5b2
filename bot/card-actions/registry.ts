import { attachAction, detachAction } from "./attach";
import { calendarAction } from "./calendar";
import type { CardAction } from "./card-action";
import { checkAction } from "./check";
import { confirmAction } from "./confirm";
import { copyLinkAction } from "./copy-link";
import { editAction, saveEditAction } from "./edit";
import { helpAction } from "./help";
import { meetAction } from "./meet";
import { moreActions } from "./more";
import { postHereAction } from "./post-here";
import { problemActions } from "./proceed";
import { keepAction, refreshAction } from "./refresh";
import { roomsAction } from "./rooms";
import { saveOptionsAction } from "./save-options";
import { seriesActions } from "./series";
import { createScheduledAction, scheduleAction } from "./schedule";
import { tryAgainAction } from "./try-again";
import { updateAction } from "./update";

const CARD_ACTIONS: readonly CardAction[] = [
  refreshAction,
  keepAction,
  updateAction,
  ...moreActions,
  copyLinkAction,
  calendarAction,
  confirmAction,
  saveOptionsAction,
  editAction,
  saveEditAction,
  ...seriesActions,
  meetAction,
  scheduleAction,
  createScheduledAction,
  helpAction,
  roomsAction,
  checkAction,
  postHereAction,
  tryAgainAction,
  attachAction,
  detachAction,
  ...problemActions,
];

export function findCardAction(verb: string): CardAction | undefined {
  return CARD_ACTIONS.find((action) => action.verb === verb);
}
