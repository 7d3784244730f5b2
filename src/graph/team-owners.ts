import * as z from "zod";
import { AppError } from "../errors";
import type { TeamOwners } from "../meetings/ports/team-owners";
import type { RunGraphOperation } from "./graph-client";
import { lenient, parseAnswer } from "./parse-answer";

const guid = z.guid();

/** https://learn.microsoft.com/graph/api/resources/aaduserconversationmember */
const membersSchema = z.object({
  value: z.array(
    z.object({
      userId: lenient(z.string()),
      tenantId: lenient(z.string()),
      roles: z.array(z.string()).catch([]),
    }),
  ),
});

/**
 * Looks up team owners with https://learn.microsoft.com/graph/api/team-list-members and the app's own token. Needs
 * the resource-specific consent `TeamMember.Read.Group` of the team, and throws `graph_refused` without it. Throws
 * `bad_request` for ids that aren't GUIDs, without a call.
 */
export function createTeamOwners(runOperation: RunGraphOperation): TeamOwners {
  return {
    async isOwner({ tenantId, groupId, userAadId }) {
      if (!guid.safeParse(groupId).success || !guid.safeParse(userAadId).success) {
        throw new AppError("bad_request", { reason: "the id of a team or user isn't a GUID" });
      }
      // The filter of the page's second example. It leaves at most one member, so no second page.
      const filter = `(microsoft.graph.aadUserConversationMember/userId eq '${userAadId}')`;
      const path = `/v1.0/teams/${groupId}/members?$filter=${encodeURIComponent(filter)}`;
      const answer = await runOperation((callGraph) =>
        callGraph({ tenantId, method: "GET", path, about: "team" }),
      );
      // Graph documents that members of other tenants can be shown as owners:
      // https://learn.microsoft.com/graph/api/resources/conversationmember
      return parseAnswer(membersSchema, answer).value.some(
        (member) =>
          isSameId(member.userId, userAadId) &&
          (member.tenantId === undefined || isSameId(member.tenantId, tenantId)) &&
          member.roles.includes("owner"),
      );
    },
  };
}

function isSameId(left: string | undefined, right: string): boolean {
  return left?.toLowerCase() === right.toLowerCase();
}
