import { z } from "zod";
import { AppError } from "../errors";
import type { TeamOwners } from "../meetings/ports/team-owners";
import type { RunGraphOperation } from "./graph-client";
import { ifReadable } from "./if-readable";

const guid = z.guid();

/** https://learn.microsoft.com/graph/api/resources/aaduserconversationmember */
const answerSchema = z.object({
  value: z.array(
    z.object({
      userId: ifReadable(z.string()),
      tenantId: ifReadable(z.string()),
      roles: z.array(z.string()).catch([]),
    }),
  ),
});

/**
 * Team owners by https://learn.microsoft.com/graph/api/team-list-members in the app's own name, which needs the
 * resource-specific consent `TeamMember.Read.Group` of that team. Without it a call throws `graph_refused`;
 * ids that are no GUIDs throw `bad_request` and are never sent.
 */
export function createTeamOwners(runOperation: RunGraphOperation): TeamOwners {
  return {
    async isOwner({ tenantId, groupId, userAadId }) {
      if (!guid.safeParse(groupId).success || !guid.safeParse(userAadId).success) {
        throw new AppError("bad_request", { reason: "a team or a user without a GUID" });
      }
      // As the second example of the page has it: at most one member is left, so there is no second page.
      const filter = `(microsoft.graph.aadUserConversationMember/userId eq '${userAadId}')`;
      const path = `/v1.0/teams/${groupId}/members?$filter=${encodeURIComponent(filter)}`;
      const { json, details } = await runOperation((callGraph) =>
        callGraph({ tenantId, method: "GET", path, about: "team" }),
      );
      const read = answerSchema.safeParse(json);
      if (!read.success) {
        throw new AppError("bad_answer", { ...details, reason: "unusable: members" });
      }
      // Members of other tenants are said to be shown as owners, and may be listed here one day:
      // https://learn.microsoft.com/graph/api/resources/conversationmember
      return read.data.value.some(
        (member) =>
          isSameId(member.userId, userAadId) &&
          (member.tenantId === undefined || isSameId(member.tenantId, tenantId)) &&
          member.roles.includes("owner"),
      );
    },
  };
}

function isSameId(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
