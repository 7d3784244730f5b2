import type { RequestHandler } from "express";
import type { CloudState } from "../cloud-state";
import { toUpn } from "../entra/tokens";
import { includesId, isGuid } from "../ids";
import type { LocalSettings } from "../local-settings";
import { GraphError } from "./graph-error";
import { readCaller } from "./caller";

/** The only filter in the page's examples that names a user by id. */
const FILTER = /^\(?microsoft\.graph\.aadUserConversationMember\/userId eq '([^']*)'\)?$/;

/**
 * Answers `GET /teams/{id}/members` for applications. Every GUID is a team. A filter finds any user who exists;
 * without one, the list has the owners.
 * Source: learn.microsoft.com/graph/api/team-list-members. The message of the 403 comes from bug reports.
 *
 * @throws GraphError 400 for another filter or an invalid id, 403 without the team's consent
 */
export function createListTeamMembers({
  keys,
  settings,
}: CloudState): RequestHandler<{ teamId: string }> {
  return (req, res) => {
    const caller = readCaller(req.get("Authorization"), keys);
    if (caller.kind !== "app" || settings.teamMembersRead === "refused") {
      const message =
        "Missing role permissions on the request. API requires one of 'TeamMember.Read.Group, " +
        "TeamMember.Read.All, TeamMember.ReadWrite.All'.";
      throw new GraphError(403, "Forbidden", message);
    }
    const { teamId } = req.params;
    if (!isGuid(teamId)) throw GraphError.badRequest("teamId needs to be a valid GUID.");
    const { tenantId } = caller;
    const value = readUserIds(req.query.$filter, settings)
      .filter((userId) => !includesId(settings.unknownUsers, userId))
      .map((userId) => toMember(userId.toLowerCase(), { teamId, tenantId }, settings));
    const version = req.baseUrl.slice(1).toLowerCase();
    res.json({
      "@odata.context": `https://graph.microsoft.com/${version}/$metadata#teams('${teamId}')/members`,
      "@odata.count": value.length,
      value,
    });
  };
}

function readUserIds(filter: unknown, { teamOwners }: LocalSettings): string[] {
  if (filter === undefined) return teamOwners;
  const userId = typeof filter === "string" ? FILTER.exec(filter.trim())?.[1] : undefined;
  if (!userId || !isGuid(userId)) throw GraphError.badRequest("Invalid filter clause.");
  return [userId];
}

function toMember(
  userId: string,
  { teamId, tenantId }: { teamId: string; tenantId: string },
  { teamOwners }: LocalSettings,
) {
  return {
    "@odata.type": "#microsoft.graph.aadUserConversationMember",
    id: Buffer.from(`${tenantId}##${teamId}##${userId}`).toString("base64"),
    // A regular member has no role.
    roles: includesId(teamOwners, userId) ? ["owner"] : [],
    displayName: toUpn(userId),
    visibleHistoryStartDateTime: "0001-01-01T00:00:00Z",
    userId,
    email: toUpn(userId),
    tenantId,
  };
}
