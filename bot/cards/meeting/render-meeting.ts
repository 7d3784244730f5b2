import { createMemo, deepFreeze } from "../../../src/async/memo";
import { messagesFor } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { AdaptiveCard } from "../elements/adaptive-card";
import { toMeetingCard, toRefresh } from "./meeting-card";
import type { MeetingCardData } from "./meeting-card-data";
import { toSummary } from "./meeting-lines";

interface RenderedMeeting {
  card: AdaptiveCard;
  /** The text of the notification. */
  summary: string;
}

/** A card of 5 KB takes about 20 KB of memory. */
const MAX_CARDS = 200;
const MAX_KEY_LENGTH = 6_000;
const MINUTE_MS = 60_000;

const remember = createMemo<RenderedMeeting>({
  maxEntries: MAX_CARDS,
  maxKeyLength: MAX_KEY_LENGTH,
});

/**
 * The meeting's card and its summary for one viewer. Everyone's client refreshes the card, so people with the same
 * language and time zone share one for a minute; only the ids of those whose client refreshes it differ. `now` decides
 * whether the card shows the year, which changes at a full minute in every zone.
 */
export function renderMeeting(data: MeetingCardData, viewer: Viewer): RenderedMeeting {
  const { now, refreshUserIds: _, ...shown } = data;
  // How many people these lines name depends on the size of the whole card, ids included.
  if (data.mentions?.length || data.notNotified?.length) return render(data, viewer);
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  const key = JSON.stringify([minute, viewer, shown]);
  const shared = remember(key, () => deepFreeze(render({ ...data, refreshUserIds: [] }, viewer)));
  const refresh = toRefresh(data, messagesFor(viewer.locale));
  return { ...shared, card: { ...shared.card, ...refresh } };
}

function render(data: MeetingCardData, viewer: Viewer): RenderedMeeting {
  const summary = toSummary(data, viewer, messagesFor(viewer.locale));
  return { card: toMeetingCard(data, viewer), summary };
}
