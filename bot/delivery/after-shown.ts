import { toAppError } from "../../src/errors";
import { isSameMessage } from "../../src/meetings/record/posted-cards";
import { createKeyedQueue } from "../../src/async/keyed-queue";
import { toKeyText, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { PostedCard } from "../../src/meetings/record/meeting-record";
import type { MaintenanceResult } from "../../src/meetings/maintain-meeting";
import type { BotServices } from "../bot-services";
import { toMeetingReply, toShownReply } from "../replies/meeting-reply";
import { describeMissingCoOrganizers, toInfo } from "../replies/notices";
import type { Destinations } from "./destination";
import type { CardReply, CardView, ShownMeeting, ShownRecord } from "../reply";
import type { ReplyAddress } from "../turn/turn";

export type AfterShown = ReturnType<typeof createAfterShown>;

/**
 * Runs after a meeting was shown, without delaying the reply: stores where the card was posted, updates the meeting's
 * other cards, and maintains the meeting.
 *
 * The updates for one meeting go out in order, each with the meeting as it is by then, so that an earlier change never
 * overwrites a later one.
 */
export function createAfterShown(services: BotServices, destinations: Destinations) {
  const { log } = services;
  const { postedCards, maintainMeeting } = services.meetings;
  const runInOrder = createKeyedQueue();

  /**
   * @param postedId The reply's id if it's a public message of the bot.
   * @param isRequest Whether someone asked for the meeting, rather than only looked at it.
   */
  return async function afterShown(
    { shows, cardUpdate }: CardReply,
    address: ReplyAddress,
    { postedId, isRequest }: { postedId: string | undefined; isRequest: boolean },
  ): Promise<void> {
    if (!shows) return;
    const { record } = shows;
    const queue = toKeyText(record.key);
    const own = toPostedCard(address, postedId, shows);
    if (own) await postedCards.keep(record.key, own);
    if (own || cardUpdate) await runInOrder(queue, () => updateCards(shows, own, cardUpdate));
    if (record.state !== "live") return;
    const result = await maintainMeeting(record, {
      isRequested: own !== undefined || isRequest,
      caller: address.caller,
    });
    if (result) await runInOrder(queue, () => showMaintenance(result, own, shows));
  };

  async function updateCards(
    { record: seen }: ShownMeeting,
    own: PostedCard | undefined,
    cardUpdate: CardReply["cardUpdate"],
  ): Promise<void> {
    const record = await findShown(seen.key);
    // If the bot was removed and has posted nothing since, it can't update anything either.
    if (!record || (record.removedAt && !own)) return;
    // The meeting may have changed while this reply was on its way.
    if (own && toShownText(seen) !== toShownText(record)) {
      await updateEach(seen.key, [own], (view) => toShownReply(record, view, services));
    }
    if (!cardUpdate) return;
    const others = (record.cards ?? []).filter((card) => !own || !isSameMessage(card, own));
    await updateEach(seen.key, others, (view) => cardUpdate(record, view));
  }

  /** On all of the meeting's cards. The one that was just shown keeps its own notice. */
  async function showMaintenance(
    { record, refusedCoOrganizers }: MaintenanceResult,
    own: PostedCard | undefined,
    { notice: toShownNotice, understood, status }: ShownMeeting,
  ): Promise<void> {
    const describeRefused = describeMissingCoOrganizers(refusedCoOrganizers, record);
    await updateEach(record.key, record.cards ?? [], (view, card) => {
      const isOwn = own !== undefined && isSameMessage(card, own);
      const notice = isOwn
        ? toInfo((messages) => toShownNotice?.(messages)?.text, describeRefused)
        : toInfo(describeRefused);
      const shown = { ...view, notice, ...(isOwn && { understood, status }) };
      return toMeetingReply(record, shown, services);
    });
  }

  /** One after the other: Teams accepts seven messages a second per conversation. */
  async function updateEach(
    key: MeetingKey,
    cards: readonly PostedCard[],
    toReply: (view: CardView, card: PostedCard) => CardReply,
  ): Promise<void> {
    for (const card of cards) {
      const { locale, timeZone, refreshUserIds } = card;
      try {
        const reply = toReply({ viewer: { locale, timeZone }, refreshUserIds }, card);
        const isUpdated = await destinations.updatePosted(card, reply);
        if (!isUpdated) await postedCards.drop(key, card);
      } catch (error) {
        log.error({ code: toAppError(error).code }, "a posted card could not be updated", error);
      }
    }
  }

  /** What the meeting's cards should show now. */
  async function findShown(key: MeetingKey): Promise<ShownRecord | undefined> {
    const found = await services.meetings.findMeeting(key);
    if (found.ok) return found.stored.record;
    return found.reason === "cancelled" ? found.record : undefined;
  }
}

/** Equal for two states of a meeting that look the same on a card. */
function toShownText(record: ShownRecord): string {
  if (record.state === "cancelled") return JSON.stringify([record.generation, record.cancelledAt]);
  const { generation, isTimeGiven, meeting } = record;
  const { joinWebUrl, subject, startsAt, endsAt } = meeting;
  const time = isTimeGiven ? [startsAt, endsAt] : [];
  return JSON.stringify([generation, joinWebUrl, subject, time]);
}

/** Cards outside the meeting's conversation aren't updated. */
function toPostedCard(
  { conversationId, serviceUrl, viewer }: ReplyAddress,
  postedId: string | undefined,
  { record, refreshUserIds }: ShownMeeting,
): PostedCard | undefined {
  if (!postedId || conversationId.split(";")[0] !== record.key.threadId) return undefined;
  return { conversationId, serviceUrl, activityId: postedId, ...viewer, refreshUserIds };
}
