import { createMemo, deepFreeze, idOf } from "../../src/async/memo";
import { toLiveStatus } from "../../src/meetings/live/live-status";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { BotServices } from "../bot-services";
import type { RenderedMeeting } from "../cards/meeting/meeting-card";
import type { MeetingView } from "./meeting-reply";
import { toShownId } from "./shown-id";

/** Of about 8 KB each. */
const MAX_CARDS = 2_000;
const MAX_KEY_LENGTH = 600;

const remember = createMemo<RenderedMeeting>({
  maxEntries: MAX_CARDS,
  maxKeyLength: MAX_KEY_LENGTH,
});

/**
 * Remembers the card with nothing on it but the meeting, because everyone's client asks for it all the time. Renders any
 * other.
 */
export function rememberPlainCard(
  record: LiveRecord,
  view: MeetingView,
  services: BotServices,
  render: () => RenderedMeeting,
): RenderedMeeting {
  if (!isPlain(record, view)) return render();
  const key = toKey(record, view, services);
  const { card, summary } = remember(key, () => deepFreeze(render()));
  const refresh = card.refresh && { ...card.refresh, userIds: [...view.refreshUserIds] };
  return { card: refresh ? { ...card, refresh } : card, summary };
}

function isPlain(
  record: LiveRecord,
  { notice, status, understood, mentions = [], refreshUserIds }: MeetingView,
): boolean {
  return (
    // As it was read: a change makes a new one.
    Object.isFrozen(record) &&
    (notice ?? status ?? understood) === undefined &&
    mentions.length === 0 &&
    refreshUserIds.length === 1
  );
}

/** Everything that the card depends on, except for its reader's id. A call's state can change in the middle of a minute. */
function toKey(
  record: LiveRecord,
  { viewer, isElsewhere, isPrivate, isGone, isWithoutBot }: MeetingView,
  services: BotServices,
): string {
  const now = services.now();
  const minute = Math.floor(now.getTime() / 60_000);
  const reader = `${viewer.locale} ${viewer.timeZone} ${viewer.unknownZone}`;
  const place = `${isElsewhere} ${isPrivate} ${isGone} ${isWithoutBot}`;
  const call = record.session ? JSON.stringify(toLiveStatus(record, now)) : "";
  return `${idOf(services)} ${toShownId(record)} ${minute} ${reader} ${place} ${call}`;
}
