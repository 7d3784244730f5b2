import { POLICIES } from "../../src/resilience/policies";
import { bo, meetingChat, message } from "../support/activities";
import { buttonsOf, cardOf, textOf } from "../support/cards";
import { linkOf } from "../support/meeting";
import { useApp } from "../support/use-app";

const LINK =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_OTkx@thread.v2/0?context=%7b%7d";
const UNKNOWN = "Teams didn’t say which meeting this chat belongs to";

const app = useApp();

function meet(meetingId = "MCMxOTptZWV0aW5n", text = "meet") {
  const typed = message(text, { in: meetingChat, mentions: [bo] });
  const meeting = { id: meetingId };
  return app.turn({ ...typed, channelData: { ...typed.channelData, meeting } });
}

test("a meeting chat’s own meeting is what meet gives, and Teams is asked once", async () => {
  app.connector.chatMeeting = { joinUrl: LINK, title: "Sprint review" };
  const { sent, graphRequests } = await meet();
  const card = cardOf(sent[0]);
  expect(linkOf(card)).toBe(LINK);
  expect(textOf(card)).toContain("This chat’s own meeting");
  expect(buttonsOf(card).map(({ title }) => title)).not.toContain("Detach");
  const again = await meet();
  expect(linkOf(cardOf(again.sent[0]))).toBe(LINK);
  expect([...graphRequests, ...again.graphRequests]).toEqual([]);
  expect(app.connector.rosterRequests.filter((path) => path.includes("/meetings/"))).toHaveLength(
    1,
  );
});

test.each([403, 404, 500, "hang-up"] as const)(
  "creates one and says so if Teams answers %s",
  async (how) => {
    app.connector.fail("GET", how, 5, /\/meetings\//u);
    const { sent } = await meet();
    expect(textOf(cardOf(sent[0]))).toContain(UNKNOWN);
    expect(app.cloud.meetings()).toHaveLength(1);
    const again = await meet();
    expect(textOf(cardOf(again.sent[0]))).not.toContain(UNKNOWN);
  },
);

test("creates one and says so in time if Teams doesn't answer", async () => {
  app.connector.fail("GET", "silence");
  const beganMs = app.clock.now().getTime();
  const { sent } = await app.clock.runUntil(meet(undefined, "meet with @Bo Nilsson"));
  // The meeting and the people are asked for at the same time.
  expect(app.clock.now().getTime() - beganMs).toBeLessThan(1.5 * POLICIES.roster.deadlineMs);
  const answer = sent.find(({ activity }) => activity.type === "message");
  expect(answer?.method).toBe("POST");
  expect(textOf(cardOf(answer))).toContain(UNKNOWN);
  expect(linkOf(cardOf(answer))).toBe(app.cloud.meetings()[0]?.joinWebUrl);
});

test("creates one and says so if Teams names no meeting, or a link that isn’t Teams’", async () => {
  app.connector.chatMeeting = { joinUrl: "https://evil.example/meet/1" };
  const { sent } = await meet();
  expect(textOf(cardOf(sent[0]))).toContain(UNKNOWN);
});
