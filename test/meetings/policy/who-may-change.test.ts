import { isMemberOfTenant, isOwnMeeting } from "../../../src/meetings/policy/who-may-change";
import type { Member } from "../../../src/meetings/ports/team-roster";
import { ada, bo, chen, TENANT } from "../../support/activities";

const [aadId] = [bo.aadId];
const FOREIGN = "22222222-2222-4333-8444-555555555555";

test.each<[string, Member | undefined, boolean]>([
  ["a person of the tenant", { aadId, tenantId: TENANT, isGuest: false }, true],
  ["the tenant in another case", { aadId, tenantId: TENANT.toUpperCase(), isGuest: false }, true],
  ["a person whose tenant Teams doesn't name", { aadId, isGuest: false }, true],
  ["a guest", { aadId, tenantId: TENANT, isGuest: true }, false],
  ["a person from another tenant", { aadId, tenantId: FOREIGN, isGuest: false }, false],
  ["a person without an account", { tenantId: TENANT, isGuest: false }, false],
  ["an unknown person", undefined, false],
])("%s is a member of the tenant: %s", (_, member, isMember) => {
  expect(isMemberOfTenant(member, TENANT)).toBe(isMember);
});

test("a meeting belongs to its host and its first caller only", () => {
  const record = { organizer: { aadId: ada.aadId }, requestedBy: { aadId: bo.aadId } };
  expect([ada, bo, chen].map((caller) => isOwnMeeting(record, caller))).toEqual([
    true,
    true,
    false,
  ]);
});
