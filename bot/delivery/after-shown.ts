import { toAppError } from "../../src/errors";
import type { Log } from "../../src/log";
import { isSameMessage, type PostedCards } from "../../src/meetings/record/posted-cards";
import type { RunInOrder } from "../../src/meetings/record/keyed-queue";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { PostedCard, Person } from "../../src/meetings/record/meeting-record";
import type { MaintainMeeting, MaintenanceResult } from "../../src/meetings/maintain-meeting";
import type { BotServices } from "../bot-services";
import { toMeetingReply, toShownReply } from "../replies/meeting-reply";
import { describeMissingCoOrganizers, toInfo } from "../replies/notices";
import type { CardReply, ShownMeeting, ShownRecord } from "./reply";
import type { Viewer } from "../turn/viewer";

/** Where an answer stands: the message that bears it, where it is one of the bot's own. */
export interface MessageLocation {
  conversationId: string;
  serviceUrl: string;
  activityId?: string | undefined;
  reader: Viewer;
  /** To whom. */
  caller?: Person;
  /** Whether somebody asked for the meeting, and did not only look; a message of the bot's own says so itself. */
  isAsked?: boolean;
}

export interface AfterShownDeps {
  services: BotServices;
  postedCards: PostedCards;
  maintainMeeting: MaintainMeeting;
  /** Puts a card in the place of a message of ours; false when that message cannot be changed any more. */
  replaceCard: (row: PostedCard, reply: CardReply) => Promise<boolean>;
  runInOrder: RunInOrder;
  log: Log;
}

export type AfterShown = (reply: CardReply, place: MessageLocation) => Promise<void>;

type News = NonNullable<CardReply["cardUpdate"]>;

/**
 * What is done once a meeting was shown, off the way of the answer: the message is remembered, the meeting's
 * other cards learn the news, and the meeting gets what it needs.
 *
 * News of one meeting goes out in order, and shows the meeting as it is by then: what was changed later is
 * never overwritten by what was told late.
 */
export function createAfterShown(deps: AfterShownDeps): AfterShown {
  const { services, postedCards, maintainMeeting, replaceCard, runInOrder, log } = deps;

  return async function afterShown({ shows, cardUpdate: news }, place) {
    if (!shows) return;
    const { record } = shows;
    const row = toRow(place, shows);
    if (row) await postedCards.keep(record.key, row);
    // A mere look leaves nothing to tell.
    if (row || news) await runInOrder(record.key, () => tellNews(shows, row, news));
    if (record.state !== "live") return;
    const tended = await maintainMeeting(record, {
      isAsked: row !== undefined || place.isAsked === true,
      caller: place.caller,
    });
    if (tended) await runInOrder(record.key, () => tellTended(tended, row, shows));
  };

  async function tellNews(
    { record: seen }: ShownMeeting,
    own: PostedCard | undefined,
    news: News | undefined,
  ): Promise<void> {
    const record = await findShown(seen.key);
    // Where the bot was removed and posted nothing since, it can change nothing either.
    if (!record || (record.removedAt && !own)) return;
    // Somebody changed the meeting while this answer was on its way.
    if (own && isOutdated(seen, record)) {
      await tell(seen.key, [own], (viewer, ids) => toShownReply(record, viewer, ids, services));
    }
    if (!news) return;
    const others = (record.cards ?? []).filter((row) => !own || !isSameMessage(row, own));
    await tell(seen.key, others, (viewer, ids) => news(record, viewer, ids));
  }

  /** On all cards of the meeting; the one that was just shown still says what it said. */
  async function tellTended(
    { record, refusedCoOrganizers }: MaintenanceResult,
    own: PostedCard | undefined,
    { notice: toSaid, understood }: ShownMeeting,
  ): Promise<void> {
    const tellRefused = describeMissingCoOrganizers(refusedCoOrganizers, record);
    const isOwn = (row: PostedCard) => own !== undefined && isSameMessage(row, own);
    await tell(record.key, record.cards ?? [], (viewer, refreshUserIds, row) => {
      const said = isOwn(row)
        ? {
            notice: toInfo((messages) => toSaid?.(messages)?.text, tellRefused),
            ...(understood && { understood }),
          }
        : { notice: toInfo(tellRefused) };
      return toMeetingReply(record, { viewer, refreshUserIds, ...said }, services);
    });
  }

  /** One after the other: Teams takes seven messages a second in a conversation. */
  async function tell(
    key: MeetingKey,
    rows: readonly PostedCard[],
    toReply: (viewer: Viewer, refreshUserIds: readonly string[], row: PostedCard) => CardReply,
  ): Promise<void> {
    for (const row of rows) {
      const { locale, timeZone, refreshUserIds } = row;
      try {
        const reply = toReply({ locale, timeZone }, refreshUserIds, row);
        const isReplaced = await replaceCard(row, reply);
        if (!isReplaced) await postedCards.drop(key, row);
      } catch (error) {
        log.error({ code: toAppError(error).code }, "a card could not be told the news", error);
      }
    }
  }

  /** What the key's cards should show now. */
  async function findShown(key: MeetingKey): Promise<ShownRecord | undefined> {
    const found = await services.findMeeting(key);
    if (found.ok) return found.stored.record;
    return found.reason === "cancelled" ? found.record : undefined;
  }
}

/** Whether a card of `seen` says something that is no longer so. */
function isOutdated(seen: ShownRecord, now: ShownRecord): boolean {
  return toShownText(seen) !== toShownText(now);
}

function toShownText(record: ShownRecord): string {
  if (record.state === "cancelled") return JSON.stringify([record.generation, record.cancelledAt]);
  const { generation, isTimeGiven, meeting } = record;
  const { joinWebUrl, subject, startsAt, endsAt } = meeting;
  const time = isTimeGiven ? [startsAt, endsAt] : [];
  return JSON.stringify([generation, joinWebUrl, subject, time]);
}

/** Nothing where the message stands in another conversation: what becomes of the meeting is not told there. */
function toRow(
  { conversationId, serviceUrl, activityId, reader: viewer }: MessageLocation,
  { record, refreshUserIds }: ShownMeeting,
): PostedCard | undefined {
  if (!activityId || conversationId.split(";")[0] !== record.key.threadId) return undefined;
  const { locale, timeZone } = viewer;
  return { conversationId, serviceUrl, activityId, locale, timeZone, refreshUserIds };
}
