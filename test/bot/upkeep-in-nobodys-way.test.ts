import type { Activity } from "botbuilder";
import type { GraphRequest } from "../../src/local/local-cloud";
import { bo, message } from "../support/activities";
import { buttonOf, cardOf, textOf } from "../support/cards";
import { changesIn } from "../support/meeting";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

const DAY_MS = 86_400_000;
const GRAPH_DELAY_MS = 7_000;

const app = useApp({ isGraphOnClock: true });

function calls(requests: readonly GraphRequest[]): string[] {
  return requests.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`);
}

const withBo = message("meet Sprint review with @Bo Nilsson as co-organizer", { mentions: [bo] });

/** What Ada does, after which a change of the meeting hangs at Graph; and what is so once it was made. */
const slowChanges: [string, () => Promise<Partial<Activity>>, () => void][] = [
  [
    "keeps a standing meeting alive",
    async () => {
      await app.turn(message("meet Sprint review"));
      await app.clock.advance(8 * DAY_MS);
      return message("meet");
    },
    () => expect(app.cloud.meetings()[0]?.startDateTime).toContain("2026-11-28T09:00"),
  ],
  [
    "makes somebody co-organizer",
    async () => withBo,
    () =>
      expect(app.cloud.meetings()[0]?.participants.attendees).toMatchObject([
        { identity: { user: { id: bo.aadId } }, role: "coorganizer" },
      ]),
  ],
  [
    "updates it",
    async () => {
      await app.turn(message("meet Sprint review"));
      const { sent } = await app.turn(message("meet Retro"));
      return press(sent[0], "Update");
    },
    () => expect(app.cloud.meetings()).toMatchObject([{ subject: "Retro" }]),
  ],
];

describe.each(slowChanges)("while a change that %s hangs at Graph", (_, prepare, expectChanged) => {
  it("somebody else's meet is answered at once, and what was changed is kept", async () => {
    const activity = await prepare();
    app.cloud.addFault({ match: "onlineMeetings/MS", delayMs: GRAPH_DELAY_MS });
    const slow = app.turn(activity);
    await app.clock.untilSomebodySleeps(GRAPH_DELAY_MS);

    // The clock stands still: whoever waited for the change would wait for ever.
    const before = { sent: app.connector.sent.length, requests: app.cloud.requests().length };
    await app.post(message("meet", { from: bo }));
    expect(calls(app.cloud.requests().slice(before.requests))).toEqual(["POST createOrGet"]);
    const shown = app.connector.sent[before.sent];
    expect(shown?.method).toBe("POST");
    expect(textOf(cardOf(shown))).toContain("Sprint review");
    expect(buttonOf(cardOf(shown), "Join")).toMatchObject({
      url: app.cloud.meetings()[0]?.joinWebUrl,
    });

    await app.clock.advance(GRAPH_DELAY_MS);
    await app.clock.runUntil(slow);
    expectChanged();
    expect(changesIn(app.cloud.requests())).toHaveLength(1);
    const later = await app.turn(message("meet", { from: bo }));
    expect(calls(later.graphRequests)).toEqual(["POST createOrGet"]);
    expect(textOf(cardOf(later.sent[0]))).toContain(app.cloud.meetings()[0]?.subject);
    expect(app.cloud.meetings()).toHaveLength(1);
  });
});

describe("a standing meeting that nobody touched for more than 7 days", () => {
  it.each([
    ["rename Demo", { subject: "Demo" }],
    [
      "move tomorrow 5pm",
      {
        startDateTime: "2026-11-29T16:00:00.000Z",
        endDateTime: "2026-11-29T17:00:00.000Z",
      },
    ],
  ])("is kept alive by “%s”, which is one PATCH", async (text, body) => {
    await app.turn(message("meet Sprint review"));
    await app.clock.advance(8 * DAY_MS);
    const changed = await app.turn(message(text));
    // The first call of a day is refused for its old token.
    const changes = changesIn(changed.graphRequests).filter(({ status }) => status !== 401);
    expect(changes).toEqual([expect.objectContaining({ status: 200, body })]);
    const later = await app.turn(message("meet", { from: bo }));
    expect(changesIn(later.graphRequests)).toEqual([]);
  });
});

describe("co-organizers whom Graph has not set yet", () => {
  it("are set on the next link", async () => {
    app.cloud.addFault({ match: "onlineMeetings/MS", times: 3, status: 503 });
    await app.turn(withBo);
    const { sent } = await app.turn(message("new"));
    const { graphRequests } = await app.turn(press(sent[0], "Make a new link"));
    expect(calls(graphRequests)[0]).toBe("POST createOrGet");
    expect(app.cloud.meetings()).toHaveLength(2);
    expect(app.cloud.meetings()[1]?.participants.attendees).toMatchObject([
      { identity: { user: { id: bo.aadId } }, role: "coorganizer" },
    ]);
  });
});
