import { findDifferences, type NamedValues } from "../../src/meetings/compare-request";
import type { Attendee } from "../../src/meetings/ports/online-meeting";
import { live } from "../contracts/records";
import { ada, bo, chen } from "../support/activities";

const now = new Date("2026-11-20T09:00:00.000Z");
const startsAt = "2026-11-21T14:00:00.000Z";
const endsAt = "2026-11-21T14:45:00.000Z";
const later = "2026-11-21T15:45:00.000Z";
const boInvited: Attendee = { aadId: bo.aadId, upn: "Bo@contoso.com", role: "presenter" };
const scheduled = live({
  organizer: { aadId: ada.aadId },
  isTimeGiven: true,
  meeting: {
    ...live().meeting,
    subject: "Sprint review",
    startsAt,
    endsAt,
    attendees: [boInvited, { upn: "ana@contoso.com" }],
  },
});
/** Graph's default hour, which wasn't requested. */
const standing = { ...scheduled, isTimeGiven: false };

function compare(named: Partial<NamedValues>, record = scheduled) {
  return findDifferences(record, { topic: "", attendees: [], ...named }, now);
}

test.each<[string, Partial<NamedValues>]>([
  ["nothing was named", {}],
  ["the name is the same", { topic: "Sprint review" }],
  ["the name is the same in another case or width", { topic: "SPRINT ｒｅｖｉｅｗ" }],
  ["both ends are the same", { time: { kind: "span", startsAt, endsAt } }],
  [
    "the same moment is written another way",
    { time: { kind: "start", startsAt: "2026-11-21T15:00+01:00" } },
  ],
  ["the length is the same", { time: { kind: "length", minutes: 45 } }],
  ["the person is already invited by id", { attendees: [{ aadId: bo.aadId.toUpperCase() }] }],
  ["the person is already invited by address", { attendees: [{ upn: "ANA@contoso.com" }] }],
  [
    "the person is invited by id, and the address is known",
    { attendees: [{ upn: "bo@contoso.com" }] },
  ],
  ["the person already has the role", { attendees: [{ aadId: bo.aadId, role: "presenter" }] }],
  ["the host was named", { attendees: [{ aadId: ada.aadId, upn: "ada@contoso.com" }] }],
])("there is no difference when %s", (_, named) => {
  expect(compare(named)).toBeUndefined();
});

test.each<[string, Partial<NamedValues>, object]>([
  ["another name", { topic: "Retro" }, { subject: "Retro" }],
  [
    "another end",
    { time: { kind: "span", startsAt, endsAt: later } },
    { time: { startsAt, endsAt: later } },
  ],
  [
    "another length",
    { time: { kind: "length", minutes: 105 } },
    { time: { startsAt, endsAt: later } },
  ],
  [
    "another person",
    { attendees: [{ aadId: chen.aadId }] },
    { attendees: [{ aadId: chen.aadId }] },
  ],
  [
    "another person with the same address",
    { attendees: [{ aadId: chen.aadId, upn: "bo@contoso.com" }] },
    { attendees: [{ aadId: chen.aadId, upn: "bo@contoso.com" }] },
  ],
  [
    "another role",
    { attendees: [{ aadId: bo.aadId, role: "coorganizer" }, { upn: "ana@contoso.com" }] },
    { attendees: [{ aadId: bo.aadId, role: "coorganizer" }] },
  ],
])("%s is the only difference", (_, named, differences) => {
  expect(compare(named)).toEqual(differences);
});

test("any time is a difference for a standing meeting, even Graph's default one", () => {
  const time = { kind: "span", startsAt, endsAt } as const;
  expect(compare({ time }, standing)).toEqual({ time: { startsAt, endsAt } });
});

test("a co-organizer who isn't set yet makes no difference", () => {
  const due: Attendee = { aadId: bo.aadId, role: "coorganizer" };
  expect(compare({ attendees: [due] }, { ...scheduled, coOrganizersDue: [due] })).toBeUndefined();
});
