import type { TurnContext } from "botbuilder";
import { TeamsConnectorClient, type ConnectorClient } from "botframework-connector";
import * as z from "zod";
import { withDeadline } from "../async/deadline";
import type { Dependencies } from "../deps";
import { AppError, statusCodeOf, toAppError } from "../errors";
import type { Member, TeamRoster } from "../meetings/ports/team-roster";
import type { TurnAdapter } from "./turn-adapter";

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

/** More than Teams needs, and it leaves time for the rest of the turn. The client itself has no timeout. */
export const ROSTER_TIMEOUT_MS = 3_000;

/**
 * Roster lookups by the Connector's REST API, one person at a time:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
 */
export function createTeamRoster({
  resume,
  sleep,
  log,
}: Pick<Dependencies, "sleep" | "log"> & Pick<TurnAdapter, "resume">): TeamRoster {
  return {
    findMember: ({ serviceUrl, conversationId }, id) =>
      call(serviceUrl, async (context) =>
        toMember(await toClient(context).conversations.getConversationMember(conversationId, id)),
      ),

    isBotThere: async ({ serviceUrl, conversationId }, id) => {
      try {
        await call(serviceUrl, (context) =>
          toClient(context).conversations.getConversationMember(conversationId, id),
        );
        return true;
      } catch (error) {
        // Teams' code for it is BotNotInConversationRoster.
        if (toAppError(error).details.status === 403) return false;
        throw error;
      }
    },

    findTeamGroupId: ({ serviceUrl, conversationId }) =>
      call(serviceUrl, async (context) => {
        const { credentials } = toClient(context);
        const { teams } = new TeamsConnectorClient(credentials, { baseUri: serviceUrl });
        return teamSchema.parse(await teams.fetchTeamDetails(conversationId)).aadGroupId;
      }),
  };

  async function call<T>(
    serviceUrl: string,
    work: (context: TurnContext) => Promise<T>,
  ): Promise<T | undefined> {
    let result: T | undefined;
    try {
      const turn = () =>
        resume({ serviceUrl, channelId: "msteams" }, async (context) => {
          result = await work(context);
        });
      await withDeadline(ROSTER_TIMEOUT_MS, () => turn().catch(retryIfClosed(turn)), { sleep });
    } catch (error) {
      const status = statusCodeOf(error);
      if (status === 400 || status === 404) return undefined;
      log.warn({ status }, "couldn't read the team roster");
      throw new AppError("roster_unavailable", { status }, { cause: error });
    }
    return result;
  }
}

function toClient(context: TurnContext): ConnectorClient {
  return context.turnState.get<ConnectorClient>(context.adapter.ConnectorClientKey);
}

/** Servers close connections that were idle, sometimes while a request is on its way. Reading again does no harm. */
function retryIfClosed(read: () => Promise<void>) {
  return (error: unknown): Promise<void> =>
    statusCodeOf(error) === undefined ? read() : Promise.reject(error);
}

function toMember(json: unknown): Member {
  const { aadObjectId, objectId, name, email, userPrincipalName, tenantId, userRole } =
    memberSchema.parse(json);
  const aadId = (aadObjectId ?? objectId)?.toLowerCase();
  const upn = userPrincipalName ?? email;
  const isGuest = userRole?.toLowerCase() === "guest" || EXTERNAL.test(upn ?? "");
  return { aadId, name, upn, tenantId, isGuest };
}
