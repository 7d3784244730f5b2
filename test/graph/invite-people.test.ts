import type { Fault } from "../../src/local/local-cloud";
import { bo, chen, TENANT } from "../support/activities";
import { useGraph, type MeetingConnection } from "../support/graph";

const graph = useGraph();

const BO = { identity: { user: { id: bo.aadId } }, upn: "bo@contoso.com" };
const GUEST = { upn: "guest@fabrikam.com" };

/** A change made outside the bot, in Graph's format. */
async function startWithPeople(attendees: object[]): Promise<MeetingConnection> {
  const started = await graph.connectToMeeting();
  const token = await started.getToken({ tenantId: TENANT });
  await fetch(graph.cloud.url + started.path, {
    method: "PATCH",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ participants: { attendees } }),
  });
  graph.cloud.clearRequests();
  return started;
}

function attendeesSent(): unknown {
  return graph.cloud.requests().find(({ method }) => method === "PATCH")?.body;
}

describe("attendees added to a meeting", () => {
  test("come after the current ones, who keep their position and role", async () => {
    const invited = [
      { ...BO, role: "coorganizer" },
      { ...GUEST, role: "producer" },
      { upn: "kim@contoso.com", role: "presenter" },
      { upn: "lee@contoso.com" },
    ];
    const { onlineMeetings, address, toGraph } = await startWithPeople(invited);
    const added = { aadId: chen.aadId, upn: "chen@contoso.com" };
    const { attendees } = await onlineMeetings.update(address, { attendees: [added] });

    expect(graph.calls()).toEqual([
      ["GET", 200],
      ["PATCH", 200],
    ]);
    expect(toGraph.map(({ headers }) => headers.get("prefer"))).toEqual([
      "include-unknown-enum-members",
      "include-unknown-enum-members",
    ]);
    const chenSent = { identity: { user: { id: chen.aadId } }, upn: "chen@contoso.com" };
    expect(attendeesSent()).toEqual({ participants: { attendees: [...invited, chenSent] } });
    expect(attendees).toEqual([
      { aadId: bo.aadId, upn: "bo@contoso.com", role: "coorganizer" },
      { upn: "guest@fabrikam.com", role: "producer" },
      { upn: "kim@contoso.com", role: "presenter" },
      { upn: "lee@contoso.com" },
      added,
    ]);
  });

  test.each<[what: string, there: object, added: object, then: object]>([
    [
      "by id in another case",
      { ...BO, role: "coorganizer" },
      { aadId: bo.aadId.toUpperCase() },
      { ...BO, role: "coorganizer" },
    ],
    [
      "by principal name in another case",
      { ...GUEST, role: "producer" },
      { upn: "GUEST@fabrikam.com" },
      { ...GUEST, role: "producer" },
    ],
    [
      "by principal name, and get the missing id",
      GUEST,
      { aadId: chen.aadId, upn: "guest@fabrikam.com" },
      { identity: { user: { id: chen.aadId } }, ...GUEST },
    ],
    [
      "by id, and get the missing principal name",
      { identity: BO.identity },
      { aadId: bo.aadId, upn: "bo@contoso.com" },
      BO,
    ],
    [
      "and get the new role",
      { ...BO, role: "attendee" },
      { aadId: bo.aadId, role: "coorganizer" },
      { ...BO, role: "coorganizer" },
    ],
    [
      "and get their first role",
      BO,
      { aadId: bo.aadId, role: "presenter" },
      { ...BO, role: "presenter" },
    ],
    [
      "and get the id that the role needs",
      { upn: "bo@contoso.com" },
      { aadId: bo.aadId, upn: "Bo@contoso.com", role: "coorganizer" },
      { ...BO, role: "coorganizer" },
    ],
  ])("are matched with a current one: %s", async (_, there, added, then) => {
    const { onlineMeetings, address } = await startWithPeople([{ upn: "first@x.y" }, there]);
    await onlineMeetings.update(address, { attendees: [added] });
    expect(attendeesSent()).toEqual({
      participants: { attendees: [{ upn: "first@x.y" }, then] },
    });
  });

  test("get the id that Graph returned as null", async () => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    const attendee = { upn: "bo@contoso.com", role: null, identity: { user: { id: null } } };
    const body = { participants: { attendees: [attendee] } };
    graph.cloud.addFault({ match: "onlineMeetings", status: 200, body });
    const added = { aadId: bo.aadId, upn: "bo@contoso.com", role: "coorganizer" as const };
    await onlineMeetings.update(address, { attendees: [added] });
    expect(attendeesSent()).toEqual({
      participants: { attendees: [{ ...BO, role: "coorganizer" }] },
    });
  });

  test("are matched by id before principal name", async () => {
    const namesake = { upn: "bo@contoso.com", role: "presenter" };
    const { onlineMeetings, address } = await startWithPeople([namesake, { ...BO, upn: "b@x.y" }]);
    const added = { aadId: bo.aadId, upn: "bo@contoso.com", role: "coorganizer" as const };
    await onlineMeetings.update(address, { attendees: [added] });
    expect(attendeesSent()).toEqual({
      participants: { attendees: [namesake, { ...BO, upn: "b@x.y", role: "coorganizer" }] },
    });
  });

  test("aren't matched by principal name when the ids differ", async () => {
    const { onlineMeetings, address } = await startWithPeople([BO]);
    const added = { aadId: chen.aadId, upn: "bo@contoso.com" };
    await onlineMeetings.update(address, { attendees: [added] });
    expect(attendeesSent()).toEqual({
      participants: {
        attendees: [BO, { identity: { user: { id: chen.aadId } }, upn: "bo@contoso.com" }],
      },
    });
  });

  test("are sent once when named twice", async () => {
    const { onlineMeetings, address } = await startWithPeople([]);
    const added = [{ aadId: bo.aadId }, { aadId: bo.aadId, role: "presenter" as const }];
    await onlineMeetings.update(address, { attendees: added });
    expect(attendeesSent()).toEqual({
      participants: { attendees: [{ identity: BO.identity, role: "presenter" }] },
    });
  });

  test.each<[what: string, again: object, sent: object]>([
    ["lose their role", {}, BO],
    ["get the new role", { role: "presenter" }, { ...BO, role: "presenter" }],
  ])("%s when they're removed in the same change", async (_, again, sent) => {
    const { onlineMeetings, address } = await startWithPeople([{ ...BO, role: "coorganizer" }]);
    const person = { aadId: bo.aadId, upn: "bo@contoso.com" };
    await onlineMeetings.update(address, {
      removed: [{ aadId: bo.aadId }],
      attendees: [{ ...person, ...again }],
    });
    expect(attendeesSent()).toEqual({ participants: { attendees: [sent] } });
  });

  test.each<[what: string, current: object, kept: object]>([
    [
      "without nulls",
      {
        upn: null,
        role: null,
        identity: { phone: null, guest: null, user: { id: bo.aadId, displayName: null } },
      },
      { identity: BO.identity },
    ],
    [
      "with unknown fields",
      {
        upn: "x@y.z",
        identity: { user: { id: bo.aadId, tenantId: "t", identityProvider: "AAD" } },
      },
      {
        upn: "x@y.z",
        identity: { user: { id: bo.aadId, tenantId: "t", identityProvider: "AAD" } },
      },
    ],
    [
      "with another kind of identity",
      { upn: null, identity: { user: null, phone: { id: "+1 206" } }, role: "attendee" },
      { identity: { phone: { id: "+1 206" } }, role: "attendee" },
    ],
    [
      "with a role that doesn't exist yet",
      { ...GUEST, role: "moderator" },
      { ...GUEST, role: "moderator" },
    ],
  ])("leave current ones unchanged: %s", async (_, current, kept) => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    graph.cloud.addFault({
      match: "onlineMeetings",
      status: 200,
      body: { participants: { attendees: [current] } } as Fault["body"],
    });
    // The embedded Graph may reject such a list; the test only checks the request.
    await onlineMeetings
      .update(address, { attendees: [{ aadId: chen.aadId }] })
      .catch(() => undefined);
    expect(attendeesSent()).toEqual({
      participants: { attendees: [kept, { identity: { user: { id: chen.aadId } } }] },
    });
  });

  test.each<[what: string, body: Fault["body"]]>([
    ["no JSON", "<html>"],
    ["no participants", {}],
    ["null for participants", { participants: null }],
    ["participants without attendees", { participants: {} }],
    ["attendees that aren't a list", { participants: { attendees: { value: [] } } }],
    ["an invalid attendee", { participants: { attendees: ["bo@contoso.com"] } }],
  ])("aren't added when Graph returns %s, because the PATCH could lose people", async (_, body) => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    graph.cloud.addFault({ match: "onlineMeetings", status: 200, body });
    const change = { attendees: [{ aadId: bo.aadId }] };
    await expect(onlineMeetings.update(address, change)).rejects.toMatchObject({
      code: "bad_answer",
    });
    expect(graph.calls()).toEqual([["GET", 200]]);
  });

  test("are the only ones when Graph returns null", async () => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    const body = { participants: { attendees: null } };
    graph.cloud.addFault({ match: "onlineMeetings", status: 200, body });
    const updated = await onlineMeetings.update(address, { attendees: [{ aadId: bo.aadId }] });
    expect(updated.attendees).toEqual([{ aadId: bo.aadId }]);
  });

  test("share one PATCH with the other changes", async () => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    const change = { subject: "Retro", attendees: [{ upn: "guest@fabrikam.com" }] };
    await onlineMeetings.update(address, change);
    expect(attendeesSent()).toEqual({
      subject: "Retro",
      participants: { attendees: [GUEST] },
    });
  });

  test("fail when Graph refuses co-organizers", async () => {
    graph.cloud.settings.coOrganizers = "refused";
    const { onlineMeetings, address } = await graph.connectToMeeting();
    const change = { attendees: [{ aadId: bo.aadId, role: "coorganizer" as const }] };
    await expect(onlineMeetings.update(address, change)).rejects.toMatchObject({
      code: "bad_request",
    });
  });
});
