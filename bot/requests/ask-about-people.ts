import { bulkhead } from "cockatiel";
import { toAppError } from "../../src/errors";
import type { Member } from "../../src/meetings/ports/team-roster";
import type { BotServices } from "../bot-services";
import type { Turn } from "../turn/turn";
import { toRosterConversation } from "./roster-conversation";

/** Without a member Teams knows nobody of that id in the conversation. */
export type AboutPerson = { isTold: true; member: Member | undefined } | { isTold: false };

/** Teams throttles a bot that asks for more at once. */
const MAX_CALLS_AT_ONCE = 8;

/**
 * Asks Teams about some people of a conversation, by Teams' own id or the Entra object id:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
 *
 * @param count How many there are.
 */
export function askAboutPeople(
  turn: Turn,
  count: number,
  { team, log }: BotServices,
): (id: string) => Promise<AboutPerson> {
  let isSilent = false;
  const limit = bulkhead(MAX_CALLS_AT_ONCE, count);
  return (id) => limit.execute(() => ask(id));

  async function ask(id: string): Promise<AboutPerson> {
    // Whoever waits behind somebody of whom Teams said nothing would only wait as long again.
    if (isSilent) return { isTold: false };
    try {
      return { isTold: true, member: await team.roster.findMember(toRosterConversation(turn), id) };
    } catch (error) {
      const { code, details } = toAppError(error);
      isSilent ||= code === "roster_unavailable" && details.status === undefined;
      log.warn({ code }, "a person could not be looked up");
      return { isTold: false };
    }
  }
}
