import type { TurnContext } from "botbuilder";
import { TeamsConnectorClient, type ConnectorClient } from "botframework-connector";
import * as z from "zod";
import type { Dependencies } from "../deps";
import { AppError, statusCodeOf, toAppError } from "../errors";
import type { Member, TeamRoster } from "../meetings/ports/team-roster";
import { readConnectorFailure } from "../resilience/connector-failure";
import { POLICIES } from "../resilience/policies";
import { createPolicyByServiceUrl } from "../resilience/policy-by-service-url";
import type { PolicyDeps } from "../resilience/policy";
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
/** https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis#get-meeting-details-api */
const meetingSchema = z
  .object({ details: z.object({ joinUrl: text, title: text }).optional().catch(undefined) })
  .catch({});
const teamSchema = z.object({ aadGroupId: z.guid().optional().catch(undefined) });

/** A guest's user principal name in the host's directory: `ana_fabrikam.com#EXT#@contoso.onmicrosoft.com`. */
const EXTERNAL = /#EXT#/i;

type RosterDeps = PolicyDeps & Pick<Dependencies, "log"> & Pick<TurnAdapter, "resume">;

/**
 * Roster lookups by the Connector's REST API, one person at a time:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
 */
export function createTeamRoster(deps: RosterDeps): TeamRoster {
  const { resume, log } = deps;
  const findPolicy = createPolicyByServiceUrl(POLICIES.roster, deps, readConnectorFailure);

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

    findChatMeeting: (serviceUrl, teamsMeetingId) =>
      call(serviceUrl, async (context) => {
        const { credentials } = toClient(context);
        const { teams } = new TeamsConnectorClient(credentials, { baseUri: serviceUrl });
        const { details } = meetingSchema.parse(await teams.fetchMeetingInfo(teamsMeetingId));
        return details?.joinUrl === undefined
          ? undefined
          : { joinWebUrl: details.joinUrl, subject: details.title };
      }),

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
      await findPolicy(serviceUrl)((operation) => operation.retry(() => operation.call(turn)));
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

function toMember(json: unknown): Member {
  const { aadObjectId, objectId, name, email, userPrincipalName, tenantId, userRole } =
    memberSchema.parse(json);
  const aadId = (aadObjectId ?? objectId)?.toLowerCase();
  const upn = userPrincipalName ?? email;
  const isGuest = userRole?.toLowerCase() === "guest" || EXTERNAL.test(upn ?? "");
  return { aadId, name, upn, tenantId, isGuest };
}
