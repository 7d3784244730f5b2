import { bulkhead } from "cockatiel";
import { statusCodeOf, toAppError } from "../../src/errors";
import type { Attendee } from "../../src/meetings/ports/online-meeting";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { toMeetingReply } from "../replies/meeting-reply";
import { toInfo } from "../replies/notices";
import type { CardReply, PersonToTell } from "../reply";
import type { ReplyAddress } from "../turn/turn";
import type { Destinations } from "./destination";

/** Teams allows 50 calls a second per tenant, which replies need too. */
const MAX_AT_ONCE = 4;
/** The card names everyone beyond this as not notified. */
const MAX_TOLD = 30;

export type TellInvited = ReturnType<typeof createTellInvited>;

/**
 * Sends people who were invited without a mention the meeting's card in their chat with the bot, once per generation.
 * Teams allows that only for people who have the app: others get 403 or 404.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
export function createTellInvited(
  services: BotServices,
  destinations: Pick<Destinations, "openChat" | "post">,
) {
  const { log } = services;
  const { tellOnce } = services.meetings;

  /**
   * Returns the people who weren't told. If no one knows whether a message arrived, the person counts as not told: a second
   * message does less harm than none.
   */
  return async function tellInvited(
    record: LiveRecord,
    people: readonly PersonToTell[],
    address: ReplyAddress,
  ): Promise<Attendee[]> {
    if (people.length === 0) return [];
    const tried = people.slice(0, MAX_TOLD);
    const ids = new Set(tried.map(({ aadId }) => aadId));
    const claims = await claim(record, [...ids]);
    if (!claims) return people.map(({ attendee }) => attendee);
    const claimed = new Set(claims);
    const limit = bulkhead(MAX_AT_ONCE, MAX_TOLD);
    const missed = await Promise.all(
      tried
        .filter(({ aadId }) => claimed.delete(aadId))
        .map(async (person) => {
          const isTold = await limit.execute(() => tell(person, record, address));
          return isTold ? [] : [person];
        }),
    );
    const untold = missed.flat();
    if (untold.length > 0) await giveBack(record, untold);
    return [...untold, ...people.slice(MAX_TOLD)].map(({ attendee }) => attendee);
  };

  /** `undefined` if the store failed: then no one gets a message. */
  async function claim(record: LiveRecord, aadIds: string[]): Promise<string[] | undefined> {
    try {
      return await tellOnce.claim(record, aadIds);
    } catch (error) {
      log.error(
        { code: toAppError(error).code },
        "messages to invited people could not be recorded",
        error,
      );
      return undefined;
    }
  }

  /** If the store fails, these people get no message the next time either. The card names them. */
  async function giveBack(record: LiveRecord, people: readonly PersonToTell[]): Promise<void> {
    try {
      const aadIds = people.map(({ aadId }) => aadId);
      await tellOnce.giveBack(record, aadIds);
    } catch (error) {
      log.error({ code: toAppError(error).code }, "untold people could not be stored", error);
    }
  }

  async function tell(
    { teamsId }: PersonToTell,
    record: LiveRecord,
    address: ReplyAddress,
  ): Promise<boolean> {
    try {
      const conversationId = await destinations.openChat(address, { id: teamsId, name: "" });
      const invitation = toInvitation(record, teamsId, address);
      await destinations.post({ ...address, conversationId }, invitation);
      return true;
    } catch (error) {
      log.info({ status: statusCodeOf(error) }, "a personal message could not be sent");
      return false;
    }
  }

  /** In the inviter's language and time zone until the person's client refreshes it: Teams doesn't say theirs. */
  function toInvitation(
    record: LiveRecord,
    teamsId: string,
    { caller, viewer }: ReplyAddress,
  ): CardReply {
    const { card } = messagesFor(viewer.locale);
    const summary = caller?.name ? card.invitedBy({ name: caller.name }) : card.invited;
    const view = { viewer, refreshUserIds: [teamsId], notice: toInfo(() => summary) };
    return { ...toMeetingReply(record, { ...view, isElsewhere: true }, services), summary };
  }
}
