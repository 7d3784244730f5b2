import { TeamsInfo, type ConversationReference, type TurnContext } from "botbuilder";
import { z } from "zod";
import { AppError, statusCodeOf, toAppError } from "../errors";
import type { Log } from "../log";
import type { Member, TeamRoster } from "../meetings/ports/team-roster";

type Resume = (
  reference: Partial<ConversationReference>,
  logic: (context: TurnContext) => Promise<void>,
) => Promise<void>;

export interface RosterDeps {
  /** Enters a conversation without an activity of its own. */
  resume: Resume;
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  log: Log;
}

const text = z.string().min(1).optional().catch(undefined);
const memberSchema = z.object({
  aadObjectId: text,
  objectId: text,
  name: text,
  email: text,
  userPrincipalName: text,
  tenantId: text,
  userRole: text,
});
const teamSchema = z.object({ aadGroupId: z.guid().optional().catch(undefined) });

/** A guest's user principal name in the host's directory: `ana_fabrikam.com#EXT#@contoso.onmicrosoft.com`. */
const EXTERNAL = /#EXT#/i;
const NOT_FOUND = new Set([400, 404]);

/** Longer than Teams needs, and short enough to leave a turn within its time: the client itself waits for ever. */
export const ROSTER_TIMEOUT_MS = 3_000;

/**
 * The roster of the Connector's REST API, one person at a time:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
 */
export function createTeamRoster({ resume, sleep, log }: RosterDeps): TeamRoster {
  return {
    findMember: (place, id) =>
      ask(place.serviceUrl, async (context) => {
        const found = await TeamsInfo.getTeamMember(context, place.conversationId, id);
        return toMember(found);
      }),

    isBotThere: async (place, id) => {
      try {
        await ask(place.serviceUrl, (context) =>
          TeamsInfo.getTeamMember(context, place.conversationId, id),
        );
        return true;
      } catch (error) {
        // Teams' own code for it is BotNotInConversationRoster.
        if (toAppError(error).details.status === 403) return false;
        throw error;
      }
    },

    findTeamGroupId: (place) =>
      ask(place.serviceUrl, async (context) => {
        const found = await TeamsInfo.getTeamDetails(context, place.conversationId);
        return teamSchema.parse(found).aadGroupId;
      }),
  };

  async function ask<T>(
    serviceUrl: string,
    question: (context: TurnContext) => Promise<T>,
  ): Promise<T | undefined> {
    const asked: { answer?: T } = {};
    try {
      const answered = resume({ serviceUrl, channelId: "msteams" }, async (context) => {
        asked.answer = await question(context);
      });
      await inTime(answered);
    } catch (error) {
      const status = statusCodeOf(error);
      if (NOT_FOUND.has(status ?? 0)) return undefined;
      log.warn({ status }, "Teams did not answer about its people");
      throw new AppError("roster_unavailable", { ...(status && { status }) }, { cause: error });
    }
    return asked.answer;
  }

  async function inTime(answered: Promise<void>): Promise<void> {
    const timer = new AbortController();
    const tooLate = sleep(ROSTER_TIMEOUT_MS, timer.signal).then(() => {
      if (!timer.signal.aborted) throw new Error(`no answer in ${ROSTER_TIMEOUT_MS} ms`);
    });
    try {
      await Promise.race([answered, tooLate]);
    } finally {
      timer.abort();
    }
  }
}

function toMember(found: unknown): Member {
  const { aadObjectId, objectId, name, email, userPrincipalName, tenantId, userRole } =
    memberSchema.parse(found);
  const aadId = (aadObjectId ?? objectId)?.toLowerCase();
  const upn = userPrincipalName ?? email;
  return {
    ...(aadId && { aadId }),
    ...(name && { name }),
    ...(upn && { upn }),
    ...(tenantId && { tenantId }),
    isGuest: userRole?.toLowerCase() === "guest" || EXTERNAL.test(upn ?? ""),
  };
}
