import type { Fault } from "../../src/local/local-cloud";
import type { MeetingChange } from "../../src/meetings/ports/online-meeting";
import { bo } from "../support/activities";
import { useGraph } from "../support/graph";

const graph = useGraph();

const TIME = { startsAt: "2026-11-23T15:00:00.000Z", endsAt: "2026-11-23T15:45:00.000Z" };
const THROTTLED: Partial<Fault> = { status: 429, headers: { "Retry-After": "0.01" } };

describe("changing a meeting", () => {
  test.each<[what: string, change: MeetingChange, body: object]>([
    ["the subject", { subject: "Retro" }, { subject: "Retro" }],
    [
      "start and end together",
      { time: TIME },
      { startDateTime: TIME.startsAt, endDateTime: TIME.endsAt },
    ],
    [
      "the lobby",
      { options: { lobby: "organizationExcludingGuests" } },
      { lobbyBypassSettings: { scope: "organizationExcludingGuests" } },
    ],
    [
      "who presents",
      { options: { presenters: "roleIsPresenter" } },
      { allowedPresenters: "roleIsPresenter" },
    ],
    [
      "no recording",
      { options: { isRecordedAutomatically: false } },
      { recordAutomatically: false },
    ],
    ["the chat", { options: { chat: "disabled" } }, { allowMeetingChat: "disabled" }],
    ["no people", { subject: "Retro", attendees: [] }, { subject: "Retro" }],
    [
      "all at once",
      { subject: "Retro", time: TIME, options: { lobby: "invited", chat: "limited" } },
      {
        subject: "Retro",
        startDateTime: TIME.startsAt,
        endDateTime: TIME.endsAt,
        lobbyBypassSettings: { scope: "invited" },
        allowMeetingChat: "limited",
      },
    ],
  ])("is one PATCH on v1.0 with only %s", async (_, change, body) => {
    const { onlineMeetings, address, path } = await graph.connectToMeeting();
    await onlineMeetings.update(address, change);
    expect(graph.cloud.requests()).toMatchObject([{ method: "PATCH", path, status: 200 }]);
    expect(graph.cloud.requests()[0]?.body).toEqual(body);
  });

  test("returns the meeting after the change", async () => {
    const { onlineMeetings, address, meeting } = await graph.connectToMeeting();
    const updated = await onlineMeetings.update(address, { subject: "Retro", time: TIME });
    expect(updated).toEqual({
      ...meeting,
      subject: "Retro",
      ...TIME,
      expiresAt: "2027-01-22T15:45:00.000Z",
    });
    expect(await onlineMeetings.get(address)).toEqual(updated);
  });

  test.each([
    ["an end before the start", { startsAt: TIME.endsAt, endsAt: TIME.startsAt }],
    ["a start without a zone", { ...TIME, startsAt: "2026-11-23T15:00:00" }],
    ["an end without seconds", { ...TIME, endsAt: "2026-11-23T16:00Z" }],
  ])("rejects %s without a call", async (_, time) => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    await expect(onlineMeetings.update(address, { time })).rejects.toMatchObject({
      code: "bad_times",
    });
    expect(graph.calls()).toEqual([]);
  });

  test.each<[what: string, fault: Partial<Fault>]>([
    ["204", { status: 204 }],
    ["an empty body", { status: 200, body: "" }],
    ["no JSON", { status: 200, body: "<html>" }],
    ["no meeting", { status: 200, body: {} }],
  ])("reads the meeting with one GET when the response is %s", async (_, fault) => {
    const { onlineMeetings, address, meeting } = await graph.connectToMeeting();
    graph.cloud.addFault({ match: "onlineMeetings", ...fault });
    expect(await onlineMeetings.update(address, { subject: "Retro" })).toEqual(meeting);
    expect(graph.calls()).toEqual([
      ["PATCH", fault.status],
      ["GET", 200],
    ]);
  });

  test.each<[what: string, fault: Partial<Fault>, status: number | null]>([
    ["throttled", THROTTLED, 429],
    ["down", { status: 503 }, 503],
    ["cut off", { drop: true }, null],
  ])("is retried when Graph is %s", async (_, fault, status) => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    graph.cloud.addFault({ match: "onlineMeetings", times: 2, ...fault });
    const { subject } = await onlineMeetings.update(address, { subject: "Retro" });
    expect(subject).toBe("Retro");
    expect(graph.calls()).toEqual([
      ["PATCH", status],
      ["PATCH", status],
      ["PATCH", 200],
    ]);
  });

  test("is repeated with the same result when its response is lost", async () => {
    const { onlineMeetings, address } = await graph.connectToMeeting({ lostAnswers: 1 });
    const { subject } = await onlineMeetings.update(address, { subject: "Retro" });
    expect(subject).toBe("Retro");
    expect(graph.calls()).toEqual([
      ["PATCH", 200],
      ["PATCH", 200],
    ]);
  });

  test.each<[code: string, status: number, body: Fault["body"]]>([
    ["meeting_gone", 404, { error: { code: "NotFound", message: "3004: gone" } }],
    ["meeting_gone", 404, { error: { code: "NotFound", message: "" } }],
    ["organizer_unknown", 404, { error: { code: "UnknownError", message: "" } }],
    ["not_a_participant", 403, { error: { code: "Forbidden", message: "3003: no" } }],
    ["policy_missing", 403, { error: { code: "Forbidden", message: "" } }],
    ["bad_request", 400, { error: { code: "BadRequest", message: "1026: no" } }],
  ])("fails with %s after %i with %j, without a retry", async (code, status, body) => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    graph.cloud.addFault({ match: "onlineMeetings", status, body });
    await expect(onlineMeetings.update(address, { subject: "Retro" })).rejects.toMatchObject({
      code,
    });
    expect(graph.calls()).toEqual([["PATCH", status]]);
  });

  test.each<[what: string, change: MeetingChange, first: Partial<Fault>]>([
    ["the GET before it", { attendees: [{ aadId: bo.aadId }] }, {}],
    ["the GET after it", { subject: "Retro" }, { status: 204 }],
  ])("shares its deadline with %s", async (_, change, first) => {
    const { onlineMeetings, address } = await graph.connectToMeeting({ deadlineMs: 400 });
    graph.cloud.addFault({ match: "onlineMeetings", delayMs: 250, ...first });
    graph.cloud.addFault({ match: "users", delayMs: 250 });
    const failure = onlineMeetings.update(address, change).catch((error: unknown) => error);
    await graph.clock.waitForSleep(250);
    await graph.clock.advance(250);
    await graph.clock.waitForSleep(250);
    await graph.clock.advance(150);
    expect(await failure).toMatchObject({ code: "graph_timeout" });
    expect(graph.calls()).toHaveLength(2);
  });
});
