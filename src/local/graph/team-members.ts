import type { RequestHandler } from "express";
import type { SigningKeys } from "../entra/signing-keys";
import { toUpn } from "../entra/tokens";
import { isGuid } from "../is-guid";
import type { LocalSettings } from "../local-settings";
import { GraphError } from "./graph-error";
import { readCaller, type Caller } from "./read-caller";

/** The one filter of the page's examples that names a user by id. */
const FILTER = /^\(?microsoft\.graph\.aadUserConversationMember\/userId eq '([^']*)'\)?$/;

/**
 * Answers `GET /teams/{id}/members` for applications. Every GUID is a team; with a filter, every user that
 * exists is in it; without one, its owners are.
 * Source: learn.microsoft.com/graph/api/team-list-members; the words of the 403 are those that users report.
 *
 * @throws GraphError 400 for another filter or an id that is none, 403 without the team's consent
 */
export function createListTeamMembers(
  keys: SigningKeys,
  settings: LocalSettings,
): RequestHandler<{ teamId: string }> {
  return (req, res) => {
    const caller = readCaller(req.get("Authorization"), keys);
    if (caller.kind !== "app" || settings.teamMembersRead === "refused") throw missingConsent();
    const { teamId } = req.params;
    if (!isGuid(teamId)) throw GraphError.badRequest("teamId needs to be a valid GUID.");
    const isUnknown = isIn(settings.unknownUsers);
    const userIds = readUserIds(req.query.$filter, settings).filter((one) => !isUnknown(one));
    const version = req.baseUrl.slice(1).toLowerCase();
    res.json({
      "@odata.context": `https://graph.microsoft.com/${version}/$metadata#teams('${teamId}')/members`,
      "@odata.count": userIds.length,
      value: userIds.map((userId) => toMember(userId, teamId, caller, settings)),
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
  givenId: string,
  teamId: string,
  { tenantId }: Caller,
  { teamOwners }: LocalSettings,
) {
  const userId = givenId.toLowerCase();
  return {
    "@odata.type": "#microsoft.graph.aadUserConversationMember",
    id: Buffer.from(`${tenantId}##${teamId}##${userId}`).toString("base64"),
    // A member who is no more than that has none.
    roles: isIn(teamOwners)(userId) ? ["owner"] : [],
    displayName: toUpn(userId),
    visibleHistoryStartDateTime: "0001-01-01T00:00:00Z",
    userId,
    email: toUpn(userId),
    tenantId,
  };
}

function isIn(list: string[]): (userId: string) => boolean {
  const all = new Set(list.map((one) => one.toLowerCase()));
  return (userId) => all.has(userId.toLowerCase());
}

function missingConsent(): GraphError {
  const words =
    "Missing role permissions on the request. API requires one of 'TeamMember.Read.Group, " +
    "TeamMember.Read.All, TeamMember.ReadWrite.All'.";
  return new GraphError(403, "Forbidden", words);
}
