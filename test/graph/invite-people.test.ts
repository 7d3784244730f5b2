import type { Fault } from "../../src/local/local-cloud";
import { bo, chen, TENANT } from "../support/activities";
import { useGraph, type MeetingConnection } from "../support/graph";

const graph = useGraph();

const BO = { identity: { user: { id: bo.aadId } }, upn: "bo@contoso.com" };
const GUEST = { upn: "guest@fabrikam.com" };

/** What somebody else has done to the meeting, in Graph's words. */
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

describe("people who are added to a meeting", () => {
  test("come after those who are invited, who keep their place and every role", async () => {
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
      "by id, in whatever case",
      { ...BO, role: "coorganizer" },
      { aadId: bo.aadId.toUpperCase() },
      { ...BO, role: "coorganizer" },
    ],
    [
      "by principal name, in whatever case",
      { ...GUEST, role: "producer" },
      { upn: "GUEST@fabrikam.com" },
      { ...GUEST, role: "producer" },
    ],
    [
      "by principal name, and get the id that was missing",
      GUEST,
      { aadId: chen.aadId, upn: "guest@fabrikam.com" },
      { identity: { user: { id: chen.aadId } }, ...GUEST },
    ],
    [
      "by id, and get the principal name that was missing",
      { identity: BO.identity },
      { aadId: bo.aadId, upn: "bo@contoso.com" },
      BO,
    ],
    [
      "and get another role when one is given",
      { ...BO, role: "attendee" },
      { aadId: bo.aadId, role: "coorganizer" },
      { ...BO, role: "coorganizer" },
    ],
    [
      "and get a first role when one is given",
      BO,
      { aadId: bo.aadId, role: "presenter" },
      { ...BO, role: "presenter" },
    ],
    [
      "and get an id with the role that needs it",
      { upn: "bo@contoso.com" },
      { aadId: bo.aadId, upn: "Bo@contoso.com", role: "coorganizer" },
      { ...BO, role: "coorganizer" },
    ],
  ])("stay one person when they are invited: %s", async (_, there, added, then) => {
    const { onlineMeetings, address } = await startWithPeople([{ upn: "first@x.y" }, there]);
    await onlineMeetings.update(address, { attendees: [added] });
    expect(attendeesSent()).toEqual({
      participants: { attendees: [{ upn: "first@x.y" }, then] },
    });
  });

  test("get the id that Graph shows as missing", async () => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    const shown = { upn: "bo@contoso.com", role: null, identity: { user: { id: null } } };
    const body = { participants: { attendees: [shown] } };
    graph.cloud.addFault({ match: "onlineMeetings", status: 200, body });
    const added = { aadId: bo.aadId, upn: "bo@contoso.com", role: "coorganizer" as const };
    await onlineMeetings.update(address, { attendees: [added] });
    expect(attendeesSent()).toEqual({
      participants: { attendees: [{ ...BO, role: "coorganizer" }] },
    });
  });

  test("are found by their id before somebody who bears their principal name", async () => {
    const namesake = { upn: "bo@contoso.com", role: "presenter" };
    const { onlineMeetings, address } = await startWithPeople([namesake, { ...BO, upn: "b@x.y" }]);
    const added = { aadId: bo.aadId, upn: "bo@contoso.com", role: "coorganizer" as const };
    await onlineMeetings.update(address, { attendees: [added] });
    expect(attendeesSent()).toEqual({
      participants: { attendees: [namesake, { ...BO, upn: "b@x.y", role: "coorganizer" }] },
    });
  });

  test("are another person than one of that principal name with another id", async () => {
    const { onlineMeetings, address } = await startWithPeople([BO]);
    const added = { aadId: chen.aadId, upn: "bo@contoso.com" };
    await onlineMeetings.update(address, { attendees: [added] });
    expect(attendeesSent()).toEqual({
      participants: {
        attendees: [BO, { identity: { user: { id: chen.aadId } }, upn: "bo@contoso.com" }],
      },
    });
  });

  test("are sent once though they are named twice", async () => {
    const { onlineMeetings, address } = await startWithPeople([]);
    const added = [{ aadId: bo.aadId }, { aadId: bo.aadId, role: "presenter" as const }];
    await onlineMeetings.update(address, { attendees: added });
    expect(attendeesSent()).toEqual({
      participants: { attendees: [{ identity: BO.identity, role: "presenter" }] },
    });
  });

  test.each<[what: string, shown: object, kept: object]>([
    [
      "without the nulls around an id",
      {
        upn: null,
        role: null,
        identity: { phone: null, guest: null, user: { id: bo.aadId, displayName: null } },
      },
      { identity: BO.identity },
    ],
    [
      "with all that Graph says of them",
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
    ["with a role of tomorrow", { ...GUEST, role: "moderator" }, { ...GUEST, role: "moderator" }],
  ])("leave the others as they are: %s", async (_, shown, kept) => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    graph.cloud.addFault({
      match: "onlineMeetings",
      status: 200,
      body: { participants: { attendees: [shown] } } as Fault["body"],
    });
    // Whatever the embedded Graph thinks of such a list: what matters is what it is sent.
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
    ["attendees that are no list", { participants: { attendees: { value: [] } } }],
    ["an attendee that is none", { participants: { attendees: ["bo@contoso.com"] } }],
  ])("are not added where Graph shows %s, as the PATCH could lose people", async (_, body) => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    graph.cloud.addFault({ match: "onlineMeetings", status: 200, body });
    const change = { attendees: [{ aadId: bo.aadId }] };
    await expect(onlineMeetings.update(address, change)).rejects.toMatchObject({
      code: "bad_answer",
    });
    expect(graph.calls()).toEqual([["GET", 200]]);
  });

  test("are the only ones where Graph shows null for attendees", async () => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    const body = { participants: { attendees: null } };
    graph.cloud.addFault({ match: "onlineMeetings", status: 200, body });
    const updated = await onlineMeetings.update(address, { attendees: [{ aadId: bo.aadId }] });
    expect(updated.attendees).toEqual([{ aadId: bo.aadId }]);
  });

  test("come with everything else that changes, in the same PATCH", async () => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    const change = { subject: "Retro", attendees: [{ upn: "guest@fabrikam.com" }] };
    await onlineMeetings.update(address, change);
    expect(attendeesSent()).toEqual({
      subject: "Retro",
      participants: { attendees: [GUEST] },
    });
  });

  test("are not made co-organizers where Graph refuses that", async () => {
    graph.cloud.settings.coOrganizers = "refused";
    const { onlineMeetings, address } = await graph.connectToMeeting();
    const change = { attendees: [{ aadId: bo.aadId, role: "coorganizer" as const }] };
    await expect(onlineMeetings.update(address, change)).rejects.toMatchObject({
      code: "bad_request",
    });
  });
});
