import { toAttachedRecord } from "../../src/meetings/record/attached-record";
import { isSameMessage } from "../../src/meetings/record/posted-cards";
import { toThreadId } from "../../src/meetings/record/conversation";
import { toKeyText } from "../../src/meetings/record/meeting-key";
import type { MeetingRecord, PostedCard } from "../../src/meetings/record/meeting-record";
import type { MaintenanceResult } from "../../src/meetings/maintain-meeting";
import type { BotServices } from "../bot-services";
import { toMeetingReply } from "../replies/meeting-reply";
import { describeMissingCoOrganizers, toInfo } from "../replies/notices";
import { toShownReply } from "../replies/shown-reply";
import type { CardUpdates } from "./card-updates";
import type { Destinations, SentMessage } from "./destination";
import type { FollowReminders } from "./reminders/follow-reminders";
import { looksSame } from "./shown-record";
import { createTellInvited } from "./tell-invited";
import {
  isJoinable,
  toPrivateReply,
  type CardReply,
  type ShownMeeting,
  type ShownRecord,
} from "../reply";
import type { ReplyAddress } from "../turn/turn";

export type AfterShown = ReturnType<typeof createAfterShown>;

/** Everyone's client looks at a card again and again. One look a minute does what they all need. */
const QUIET_MS = 60_000;

/** Where a reply was shown. */
interface Showing {
  /** The message with the reply. Without one, the card isn't posted yet, and invited people get no message. */
  shown: SentMessage | undefined;
  /** Its id if everyone in the conversation sees it. */
  postedId: string | undefined;
  /** Whether someone asked for the meeting, rather than only looked at it. */
  isRequest: boolean;
}

/**
 * Runs after a meeting was shown, without delaying the reply: stores where the card was posted, updates the meeting's
 * other cards, tells the people who were invited, and maintains the meeting.
 *
 * The updates for one meeting go out in order, each with the meeting as it is by then, so that an earlier change never
 * overwrites a later one.
 */
export function createAfterShown(
  services: BotServices,
  destinations: Destinations,
  { updateEach, runInOrder, findShown }: CardUpdates,
  followReminders: FollowReminders,
) {
  const { postedCards, maintainMeeting, keepUntold } = services.meetings;
  /** When a record, as it was read, was last looked at by someone whose look is like any other. */
  const lookedAt = new WeakMap<ShownRecord, number>();
  /** The last change of each meeting that its cards don't show yet. It stands for the ones before it. */
  const lastChanges = new Map<string, ShownMeeting>();
  const tellInvited = createTellInvited(services, destinations);

  return { afterShown, isFollowedUp };

  /** Whether another look at the record did everything that one needs. */
  function isFollowedUp(record: ShownRecord): boolean {
    const lookedMs = lookedAt.get(record);
    return lookedMs !== undefined && services.now().getTime() - lookedMs < QUIET_MS;
  }

  async function afterShown(
    reply: CardReply,
    address: ReplyAddress,
    where: Showing,
  ): Promise<void> {
    if (!reply.shows) return;
    const nowMs = services.now().getTime();
    await follow(reply.shows, reply.cardUpdate, address, where);
    if (!where.shown && isSameForEveryone(reply)) lookedAt.set(reply.shows.record, nowMs);
  }

  /** Whether nothing depended on who looks. With delegated permissions, only the organizer maintains a meeting. */
  function isSameForEveryone({ shows, cardUpdate }: CardReply): boolean {
    if (!shows || cardUpdate || services.signIn) return false;
    const { record, toTell = [], notNotified = [] } = shows;
    const isEveryoneTold = record.state !== "live" || !record.untold?.length;
    return isEveryoneTold && toTell.length === 0 && notNotified.length === 0;
  }

  async function follow(
    shows: ShownMeeting,
    cardUpdate: CardReply["cardUpdate"],
    address: ReplyAddress,
    { shown, postedId, isRequest }: Showing,
  ): Promise<void> {
    const { record, toTell = [] } = shows;
    // People may join at once, and Teams tells of it.
    if (isJoinable(record)) services.waitUntil(services.live.addLink(record));
    const queue = toKeyText(record.key);
    const own = toPostedCard(address, postedId, shows);
    if (own && isJoinable(record)) {
      services.waitUntil(services.live.followCard(record, own.timeZone));
    }
    const kept = own && (await postedCards.keep(record.key, own));
    // No one is invited to an attached meeting, and the one below isn't shown.
    if (record.state !== "attached") {
      await keepUntold(record, {
        missed: shows.notNotified,
        // People who see a card that isn't posted know about the meeting. Those that it mentions don't.
        notified: shown ? shows.notified : address.caller && [{ aadId: address.caller.aadId }],
        invitedBy: shows.actorAadId,
        seenBy: shows.actorAadId,
      });
    }
    // The meeting may have changed while this reply was on its way.
    const isOutdated = own && !isShownAs(record, kept);
    if (cardUpdate) lastChanges.set(queue, shows);
    if (isOutdated || cardUpdate) {
      await runInOrder(queue, () => updateCards(shows, own, cardUpdate));
    }
    const stored = kept ?? (record.state === "attached" ? undefined : record);
    if (stored) await followReminders(stored);
    if (record.state !== "live") return;
    const missed = shown
      ? await tellInvited(record, toTell, address)
      : toTell.map(({ attendee }) => attendee);
    const told = toTell.map(({ attendee }) => attendee).filter((one) => !missed.includes(one));
    if (toTell.length > 0) {
      await keepUntold(record, { missed, notified: told, invitedBy: shows.actorAadId });
    }
    const notNotified = [...(shows.notNotified ?? []), ...missed];
    if (shown && missed.length > 0) {
      await runInOrder(queue, () => showMissed({ ...shows, notNotified }, address, shown, own));
    }
    const result = await maintainMeeting(record, {
      isRequested: own !== undefined || isRequest,
      caller: address.caller,
    });
    if (result) {
      await runInOrder(queue, () => showMaintenance(result, own, { ...shows, notNotified }));
    }
  }

  /** On the card of the person who invited them. A later change of the meeting has replaced that card already. */
  async function showMissed(
    { record: seen, refreshUserIds, mentions: _mentions, ...shown }: ShownMeeting,
    address: ReplyAddress,
    message: SentMessage,
    own: PostedCard | undefined,
  ): Promise<void> {
    const record = await findShown(seen.key);
    if (record?.state !== "live" || !looksSame(record, seen)) return;
    if (own) {
      await updateEach(record, [own], (view) =>
        toMeetingReply(record, { ...view, ...shown }, services),
      );
    } else if (address.isPrivate) {
      const view = { viewer: address.viewer, refreshUserIds, ...shown, isPrivate: true };
      const reply = toPrivateReply(toMeetingReply(record, view, services));
      await destinations.onlySender(address).update(message, reply);
    }
  }

  async function updateCards(
    shows: ShownMeeting,
    own: PostedCard | undefined,
    cardUpdate: CardReply["cardUpdate"],
  ): Promise<void> {
    const { record: seen } = shows;
    const queue = toKeyText(seen.key);
    const isLast = lastChanges.get(queue) === shows;
    if (isLast) lastChanges.delete(queue);
    const record = await findShown(seen.key);
    // If the bot was removed and has posted nothing since, it can't update anything either.
    if (!record || (record.removedAt && !own)) return;
    if (own && (isLast || !cardUpdate) && !looksSame(seen, record)) {
      await updateEach(record, [own], (view) => toShownReply(record, view, services));
    }
    if (!cardUpdate || !isLast) return;
    const others = (record.cards ?? []).filter((card) => !own || !isSameMessage(card, own));
    await updateEach(record, others, (view) => cardUpdate(record, view));
  }

  /** On all of the meeting's cards. The one that was just shown keeps its own notice. */
  async function showMaintenance(
    { record, refusedCoOrganizers }: MaintenanceResult,
    own: PostedCard | undefined,
    { notice: toShownNotice, understood, status, notNotified }: ShownMeeting,
  ): Promise<void> {
    const describeRefused = describeMissingCoOrganizers(refusedCoOrganizers, record);
    await updateEach(record, record.cards ?? [], (view, card) => {
      const isOwn = own !== undefined && isSameMessage(card, own);
      const notice = isOwn
        ? toInfo((messages) => toShownNotice?.(messages)?.text, describeRefused)
        : toInfo(describeRefused);
      const shown = { ...view, notice, ...(isOwn && { understood, status, notNotified }) };
      return toMeetingReply(record, shown, services);
    });
  }
}

function isShownAs(seen: ShownRecord, record: MeetingRecord | undefined): boolean {
  if (!record) return false;
  return looksSame(seen, toAttachedRecord(record) ?? record);
}

/** Cards outside the meeting's conversation aren't updated. */
function toPostedCard(
  { conversationId, serviceUrl, viewer }: ReplyAddress,
  postedId: string | undefined,
  { record, refreshUserIds }: ShownMeeting,
): PostedCard | undefined {
  if (!postedId || toThreadId(conversationId) !== record.key.threadId) return undefined;
  return { conversationId, serviceUrl, activityId: postedId, ...viewer, refreshUserIds };
}
