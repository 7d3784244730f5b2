import type { Fault } from "../../src/local/local-cloud";
import { bo } from "../support/activities";
import { useGraph } from "../support/graph";

const graph = useGraph();

describe("deleting a meeting", () => {
  test("takes one DELETE on v1.0", async () => {
    const { onlineMeetings, address, path } = await graph.connectToMeeting();
    expect(await onlineMeetings.delete(address)).toBeUndefined();
    expect(graph.cloud.requests()).toMatchObject([{ method: "DELETE", path, status: 204 }]);
    await expect(onlineMeetings.get(address)).rejects.toMatchObject({ code: "meeting_gone" });
  });

  test("succeeds when the meeting is gone already", async () => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    await onlineMeetings.delete(address);
    await onlineMeetings.delete(address);
    expect(graph.calls()).toEqual([
      ["DELETE", 204],
      ["DELETE", 404],
    ]);
  });

  test("succeeds when the first response is lost and the second says that the meeting is gone", async () => {
    const { onlineMeetings, address } = await graph.connectToMeeting({ lostAnswers: 1 });
    await onlineMeetings.delete(address);
    expect(graph.calls()).toEqual([
      ["DELETE", 204],
      ["DELETE", 404],
    ]);
  });

  test.each<[what: string, fault: Partial<Fault>]>([
    ["throttled", { status: 429, headers: { "Retry-After": "0.01" } }],
    ["down", { status: 503 }],
    ["cut off", { drop: true }],
  ])("is retried when Graph is %s for a moment", async (_, fault) => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    graph.cloud.addFault({ match: "onlineMeetings", times: 2, ...fault });
    await onlineMeetings.delete(address);
    expect(graph.calls().at(-1)).toEqual(["DELETE", 204]);
  });

  test.each<[code: string, status: number, body: Fault["body"]]>([
    ["organizer_unknown", 404, { error: { code: "UnknownError", message: "" } }],
    ["graph_refused", 404, "<html>"],
    ["policy_missing", 403, { error: { code: "Forbidden", message: "" } }],
    ["bad_answer", 200, "<html>"],
  ])("fails with %s when Graph returns %i with %j", async (code, status, body) => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    graph.cloud.addFault({ match: "onlineMeetings", status, body });
    await expect(onlineMeetings.delete(address)).rejects.toMatchObject({ code });
    expect((await onlineMeetings.get(address)).id).toBe(address.meetingId);
  });

  test("fails for another organizer", async () => {
    const { onlineMeetings, address } = await graph.connectToMeeting();
    const other = { ...address, organizerAadId: bo.aadId };
    await expect(onlineMeetings.delete(other)).rejects.toMatchObject({ code: "not_a_participant" });
  });
});
