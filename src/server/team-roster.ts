import * as z from "zod";
import type { Dependencies } from "../deps";
import { AppError, statusCodeOf, toAppError } from "../errors";
import type { Connector } from "../meetings/ports/connector";
import type { Member, TeamRoster } from "../meetings/ports/team-roster";
import { readConnectorFailure } from "../resilience/connector-failure";
import { POLICIES } from "../resilience/policies";
import { createPolicyByServiceUrl } from "../resilience/policy-by-service-url";
import type { PolicyDeps } from "../resilience/policy";

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

/**
 * Roster lookups by the Connector's REST API, one person at a time:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
 */
export function createTeamRoster(
  connector: Pick<Connector, "getMember" | "getTeam" | "getMeeting">,
  deps: PolicyDeps & Pick<Dependencies, "log">,
): TeamRoster {
  const findPolicy = createPolicyByServiceUrl(POLICIES.roster, deps, readConnectorFailure);

  return {
    findMember: (conversation, id) =>
      call(conversation.serviceUrl, async () =>
        toMember(await connector.getMember(conversation, id)),
      ),

    isBotThere: async (conversation, id) => {
      try {
        await call(conversation.serviceUrl, () => connector.getMember(conversation, id));
        return true;
      } catch (error) {
        // Teams' code for it is BotNotInConversationRoster.
        if (toAppError(error).details.status === 403) return false;
        throw error;
      }
    },

    findChatMeeting: (serviceUrl, teamsMeetingId) =>
      call(serviceUrl, async () => {
        const { details } = meetingSchema.parse(
          await connector.getMeeting(serviceUrl, teamsMeetingId),
        );
        return details?.joinUrl === undefined
          ? undefined
          : { joinWebUrl: details.joinUrl, subject: details.title };
      }),

    findTeamGroupId: (conversation) =>
      call(
        conversation.serviceUrl,
        async () => teamSchema.parse(await connector.getTeam(conversation)).aadGroupId,
      ),
  };

  async function call<T>(serviceUrl: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await findPolicy(serviceUrl)((operation) =>
        operation.retry(() => operation.call(work)),
      );
    } catch (error) {
      const status = statusCodeOf(error);
      if (status === 400 || status === 404) return undefined;
      deps.log.warn({ status }, "couldn't read the team roster");
      throw new AppError("roster_unavailable", { status }, { cause: error });
    }
  }
}

function toMember(json: unknown): Member {
  const { aadObjectId, objectId, name, email, userPrincipalName, tenantId, userRole } =
    memberSchema.parse(json);
  const aadId = (aadObjectId ?? objectId)?.toLowerCase();
  const upn = userPrincipalName ?? email;
  const isGuest = userRole?.toLowerCase() === "guest" || EXTERNAL.test(upn ?? "");
  return { aadId, name, upn, tenantId, isGuest };
}
