import type { Attendee, CreateOrGetCall } from "../../src/meetings/ports/online-meeting";
import { bo, general, people, TENANT } from "../support/activities";
import { aRequest, useGraph } from "../support/graph";

const graph = useGraph();

// https://learn.microsoft.com/graph/api/onlinemeeting-createorget#examples: the two bodies.
const REFERENCE_BODY = {
  startDateTime: "2020-02-06T01:49:21.3524945+00:00",
  endDateTime: "2020-02-06T02:19:21.3524945+00:00",
  subject: "Create a meeting with customId provided",
  externalId: "7eb8263f-d0e0-4149-bb1c-1f0476083c56",
};
const REFERENCE_ATTENDEE = {
  identity: { user: { id: "1f35f2e6-9cab-44ad-8d5a-b74c14720000" } },
  upn: "test1@contoso.com",
};
const REFERENCE_CHANNEL = "19:7ebda77322dd4505ac4dedb5b67df076@thread.tacv2";

describe("attendees of a new meeting", () => {
  test.each<[example: number, fields: Partial<CreateOrGetCall>, role: object, more: object]>([
    [1, {}, { role: "presenter" }, {}],
    [2, { channelThreadId: REFERENCE_CHANNEL }, {}, { chatInfo: { threadId: REFERENCE_CHANNEL } }],
  ])("are sent as in the reference's example %i", async (example, fields, role, more) => {
    const attendee = { aadId: "1f35f2e6-9cab-44ad-8d5a-b74c14720000", upn: "test1@contoso.com" };
    const { meeting } = await graph.connect().onlineMeetings.createOrGet({
      tenantId: TENANT,
      organizerAadId: people(2)[example - 1]!.aadId,
      externalId: REFERENCE_BODY.externalId,
      subject: REFERENCE_BODY.subject,
      startsAt: REFERENCE_BODY.startDateTime,
      endsAt: REFERENCE_BODY.endDateTime,
      attendees: [{ ...attendee, ...role }],
      ...fields,
    });
    const participants = { attendees: [{ ...REFERENCE_ATTENDEE, ...role }] };
    expect(graph.cloud.requests()[0]?.body).toEqual({ ...REFERENCE_BODY, participants, ...more });
    expect(meeting.attendees).toEqual([{ ...attendee, ...role }]);
  });

  test.each<[what: string, attendee: Attendee, sent: object]>([
    ["an id alone", { aadId: bo.aadId }, { identity: { user: { id: bo.aadId } } }],
    ["a principal name alone", { upn: "guest@fabrikam.com" }, { upn: "guest@fabrikam.com" }],
    ["an attendee", { upn: "a@x.y", role: "attendee" }, { upn: "a@x.y", role: "attendee" }],
    [
      "a co-organizer, whose role takes a PATCH",
      { aadId: bo.aadId, role: "coorganizer" },
      { identity: { user: { id: bo.aadId } } },
    ],
    ["a producer, whose role takes a PATCH", { upn: "a@x.y", role: "producer" }, { upn: "a@x.y" }],
  ])("are sent with their known fields: %s", async (_, attendee, sent) => {
    const request = aRequest({ attendees: [attendee] });
    await graph.connect().onlineMeetings.createOrGet(request);
    expect(graph.cloud.requests()).toMatchObject([{ status: 201 }]);
    expect(graph.cloud.requests()[0]?.body).toEqual({
      externalId: request.externalId,
      subject: request.subject,
      participants: { attendees: [sent] },
    });
  });

  test("are left out when there are none", async () => {
    await graph.connect().onlineMeetings.createOrGet(aRequest({ attendees: [] }));
    expect(graph.cloud.requests()[0]?.body).not.toHaveProperty("participants");
  });

  test("are sent with the channel, and again without it when Graph refuses the channel", async () => {
    graph.cloud.settings.refusedThreads = [general.threadId];
    const request = aRequest({ channelThreadId: general.threadId, attendees: [{ upn: "a@x.y" }] });
    await graph.connect().onlineMeetings.createOrGet(request);
    const participants = { attendees: [{ upn: "a@x.y" }] };
    expect(graph.cloud.requests()).toMatchObject([
      { body: { participants }, status: 400 },
      { body: { participants }, status: 201 },
    ]);
  });
});
