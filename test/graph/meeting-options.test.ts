import type { Fault } from "../../src/local/local-cloud";
import type { MeetingOptions } from "../../src/meetings/ports/online-meeting";
import { useGraph } from "../support/graph";

const graph = useGraph();

describe("meeting options", () => {
  test("are read with one GET", async () => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    expect(await onlineMeetings.getOptions(address)).toEqual({
      lobby: "organization",
      presenters: "everyone",
      isRecordedAutomatically: false,
      chat: "enabled",
    });
    expect(graph.calls()).toEqual([["GET", 200]]);
  });

  test.each<MeetingOptions>([
    { lobby: "organizationExcludingGuests", presenters: "organizer" },
    { lobby: "invited", isRecordedAutomatically: true },
    { lobby: "everyone", presenters: "roleIsPresenter", chat: "limited" },
  ])("are read as they were set: %j", async (options) => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    const before = await onlineMeetings.getOptions(address);
    await onlineMeetings.update(address, { options });
    expect(await onlineMeetings.getOptions(address)).toEqual({ ...before, ...options });
  });

  test.each<[what: string, answer: object, options: MeetingOptions]>([
    ["are missing", {}, {}],
    [
      "are null",
      {
        lobbyBypassSettings: null,
        allowedPresenters: null,
        recordAutomatically: null,
        allowMeetingChat: null,
      },
      {},
    ],
    [
      "are of another type",
      {
        lobbyBypassSettings: "everyone",
        allowedPresenters: 1,
        recordAutomatically: "yes",
        allowMeetingChat: [],
      },
      {},
    ],
    [
      "are unknown values",
      {
        lobbyBypassSettings: { scope: "unknownFutureValue" },
        allowedPresenters: "moderators",
        recordAutomatically: true,
        allowMeetingChat: "unknownFutureValue",
      },
      { isRecordedAutomatically: true },
    ],
  ])("are left out when they %s", async (_, answer, options) => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    const body = answer as Fault["body"];
    graph.cloud.addFault({ match: "onlineMeetings", status: 200, body });
    expect(await onlineMeetings.getOptions(address)).toEqual(options);
  });

  test.each([
    ["bad_answer", 200, "null"],
    ["bad_answer", 200, "<html>"],
    ["meeting_gone", 404, { error: { code: "NotFound", message: "3004: gone" } }],
  ])("fail with %s after %i with %j", async (code, status, body) => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    graph.cloud.addFault({ match: "onlineMeetings", status, body });
    await expect(onlineMeetings.getOptions(address)).rejects.toMatchObject({ code });
  });
});
