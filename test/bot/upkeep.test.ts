import type { Activity } from "botbuilder";
import type { GraphRequest } from "../../src/local/local-cloud";
import { bo, chen, execute, message } from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { changesIn } from "../support/meeting";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

describe("keeping a meeting alive", () => {
  const HOUR_MS = 3_600_000;
  const DAY_MS = 24 * HOUR_MS;
  const GRAPH_DELAY_MS = 7_000;

  const app = useApp({ isGraphOnClock: true });

  /** The bodies of PATCH requests. */
  function patches(requests: readonly GraphRequest[]): unknown[] {
    return requests.flatMap(({ method, body }) => (method === "PATCH" ? [body] : []));
  }

  /** The times that keep a meeting alive: from now, for an hour. */
  function hourFromNow() {
    const nowMs = app.clock.now().getTime();
    return {
      startDateTime: new Date(nowMs).toISOString(),
      endDateTime: new Date(nowMs + HOUR_MS).toISOString(),
    };
  }

  function refresh(sent: SentActivity | undefined, from = bo) {
    const { data } = buttonOf(cardOf(sent), "Refresh") as { data: unknown };
    return execute("refresh", data, { from });
  }

  describe("a standing meeting unused for more than 7 days", () => {
    it.each(["meet", "refresh"])(
      "moves to the current time, after the answer to %s",
      async (what) => {
        const first = await app.turn(message("meet Sprint review"));
        await app.clock.advance(8 * DAY_MS);
        const request = what === "meet" ? message("meet", { from: bo }) : refresh(first.sent[0]);
        const { answer, sent, graphRequests } = await app.turn(request);

        expect(patches(graphRequests)).toEqual([hourFromNow()]);
        expect(graphRequests.at(-1)).toMatchObject({ method: "PATCH", status: 200 });
        const card = what === "meet" ? cardOf(sent[0]) : cardOfAnswer(answer);
        expect(textOf(card)).toContain("No fixed time");
        expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
        expect(app.connector.sent.filter(({ method }) => method === "PUT")).toEqual([]);
      },
    );

    it("still shows no time, within the hour and after it", async () => {
      await app.turn(message("meet"));
      await app.clock.advance(8 * DAY_MS);
      await app.turn(message("meet"));
      for (const ms of [60_000, 2 * HOUR_MS]) {
        await app.clock.advance(ms);
        const { sent, graphRequests } = await app.turn(message("meet", { from: chen }));
        expect(textOf(cardOf(sent[0])).split("\n")[1]).toBe("No fixed time");
        expect(patches(graphRequests)).toEqual([]);
      }
    });

    it("moves once, however many people open it at once", async () => {
      const { sent } = await app.turn(message("meet"));
      await app.clock.advance(8 * DAY_MS);
      const looks = [bo, chen, bo, chen].map((from) => app.turn(refresh(sent[0], from)));
      await app.clock.runUntil(Promise.all([...looks, app.turn(message("meet"))]));
      expect(patches(app.cloud.requests())).toHaveLength(1);
      await app.turn(refresh(sent[0]));
      expect(patches(app.cloud.requests())).toHaveLength(1);
    });

    it("moves without delaying answers", async () => {
      const { sent } = await app.turn(message("meet"));
      await app.clock.advance(8 * DAY_MS);
      app.cloud.addFault({ match: "onlineMeetings/MS", times: 2, delayMs: GRAPH_DELAY_MS });
      const turn = app.turn(message("meet", { from: bo }));
      await app.connector.waitFor((one) => one.method === "POST" && one !== sent[0]);
      await app.clock.waitForSleep(GRAPH_DELAY_MS);
      expect(patches(app.cloud.requests())).toEqual([hourFromNow()]);
      const looked = await app.post(refresh(sent[0], chen));
      expect(textOf(cardOfAnswer(looked))).toContain("No fixed time");
      app.cloud.clearFaults();
      await app.clock.advance(GRAPH_DELAY_MS);
      await app.clock.runUntil(turn);
    });

    it("moves every 7 days while in use", async () => {
      await app.turn(message("meet"));
      const moved: number[] = [];
      for (let day = 1; day <= 24; day += 1) {
        await app.clock.advance(DAY_MS);
        const { graphRequests } = await app.turn(message("meet"));
        if (patches(graphRequests).length > 0) moved.push(day);
      }
      expect(moved).toEqual([8, 16, 24]);
    });

    it("retries after an hour when Graph failed, and logs it", async () => {
      const { sent } = await app.turn(message("meet"));
      await app.clock.advance(8 * DAY_MS);
      const failing = { match: "onlineMeetings/MS", status: 400 };
      app.cloud.addFault({ ...failing, body: { error: { code: "BadRequest", message: "" } } });
      const failed = await app.turn(message("meet"));
      expect(patches(failed.graphRequests)).toHaveLength(1);
      expect(failed.sent).toHaveLength(1);
      expect(app.log).toContainEqual(
        expect.objectContaining({
          level: 40,
          code: "bad_request",
          msg: "a meeting could not be kept alive",
        }),
      );
      await app.clock.advance(HOUR_MS);
      expect(patches((await app.turn(message("meet"))).graphRequests)).toEqual([]);
      await app.clock.advance(1);
      expect(patches((await app.turn(refresh(sent[0]))).graphRequests)).toEqual([hourFromNow()]);
      await app.clock.advance(2 * HOUR_MS);
      expect(patches((await app.turn(message("meet"))).graphRequests)).toEqual([]);
    });

    it("outlives Graph's 60 days with the same link", async () => {
      const first = await app.turn(message("meet"));
      for (let week = 1; week <= 20; week += 1) {
        await app.clock.advance(30 * DAY_MS);
        await app.turn(message("meet"));
      }
      const { sent } = await app.turn(message("meet"));
      expect(buttonOf(cardOf(sent[0]), "Join")).toEqual(buttonOf(cardOf(first.sent[0]), "Join"));
    });
  });

  describe("a meeting stays unchanged", () => {
    it.each([
      ["it is at most 7 days old", "meet", 7 * DAY_MS],
      ["it is scheduled and has ended", "meet tomorrow 3pm for 45 min", 20 * DAY_MS],
      ["it is scheduled and hasn't started", "meet on 24 December at 3pm", 20 * DAY_MS],
    ])("when %s", async (_, text, ms) => {
      await app.turn(message(text));
      const before = app.cloud.meetings();
      await app.clock.advance(ms);
      const { graphRequests } = await app.turn(message("meet", { from: bo }));
      expect(patches(graphRequests)).toEqual([]);
      expect(app.cloud.meetings()[0]?.startDateTime).toBe(before[0]?.startDateTime);
    });

    it("when someone has given it a time", async () => {
      await app.turn(message("meet"));
      await app.turn(message("move tomorrow 3pm"));
      await app.clock.advance(20 * DAY_MS);
      const { graphRequests, sent } = await app.turn(message("meet"));
      expect(patches(graphRequests)).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("Sat, Nov 21");
    });

    it("when someone moved it to a future day elsewhere", async () => {
      await app.turn(message("meet"));
      await asOrganizer(app, "PATCH", {
        startDateTime: "2026-12-20T15:00:00Z",
        endDateTime: "2026-12-20T16:00:00Z",
      });
      await app.clock.advance(20 * DAY_MS);
      expect(patches((await app.turn(message("meet"))).graphRequests)).toEqual([]);
    });
  });

  describe("the expiry of the link, from Graph", () => {
    const EXPIRY = /The link expires on/;

    it.each([
      ["meet", "December 2", "Choose Refresh to keep it."],
      ["meet tomorrow 3pm for 45 min", "December 3", "Move the meeting to keep it."],
    ])("is on the card of “%s” less than 14 days before", async (text, day, words) => {
      app.cloud.settings.expiresInDays = 12;
      const { sent } = await app.turn(message(text));
      expect(textOf(cardOf(sent[0]))).toMatch(new RegExp(`The link expires on .*${day}`));
      expect(textOf(cardOf(sent[0]))).toContain(words);
    });

    it.each([14, 60, null])("isn't shown %s days before", async (days) => {
      app.cloud.settings.expiresInDays = days;
      for (const text of ["meet", "meet #plan tomorrow 3pm"]) {
        const { sent } = await app.turn(message(text));
        expect(textOf(cardOf(sent[0]))).not.toMatch(EXPIRY);
      }
    });

    it("is shown when it's close, until the meeting is kept alive", async () => {
      const { sent } = await app.turn(message("meet"));
      await app.clock.advance(50 * DAY_MS);
      const first = await app.turn(refresh(sent[0]));
      expect(textOf(cardOfAnswer(first.answer))).toMatch(EXPIRY);
      await app.clock.advance(60_000);
      const second = await app.turn(refresh(sent[0]));
      expect(textOf(cardOfAnswer(second.answer))).not.toMatch(EXPIRY);
    });
  });
});

describe("maintenance after a reply", () => {
  const DAY_MS = 86_400_000;
  const GRAPH_DELAY_MS = 7_000;

  const app = useApp({ isGraphOnClock: true });

  function calls(requests: readonly GraphRequest[]): string[] {
    return requests.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`);
  }

  const withBo = message("meet Sprint review with @Bo Nilsson as co-organizer", { mentions: [bo] });

  /** Ada's action, whose change then hangs in Graph, and the expected result once it completes. */
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
      "makes someone co-organizer",
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

  describe.each(slowChanges)(
    "while a change that %s hangs in Graph",
    (_, prepare, expectChanged) => {
      it("another person's meet is answered at once, and the change is kept", async () => {
        const activity = await prepare();
        app.cloud.addFault({ match: "onlineMeetings/MS", delayMs: GRAPH_DELAY_MS });
        const slow = app.turn(activity);
        await app.clock.waitForSleep(GRAPH_DELAY_MS);

        // The clock stands still: waiting for the change would block forever.
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
    },
  );

  describe("a standing meeting unused for more than 7 days", () => {
    it.each([
      ["rename Demo", { subject: "Demo" }],
      [
        "move tomorrow 5pm",
        {
          startDateTime: "2026-11-29T16:00:00.000Z",
          endDateTime: "2026-11-29T17:00:00.000Z",
        },
      ],
    ])("is kept alive by “%s” with one PATCH", async (text, body) => {
      await app.turn(message("meet Sprint review"));
      await app.clock.advance(8 * DAY_MS);
      const changed = await app.turn(message(text));
      // Graph rejects the first call of each day, because the token has expired.
      const changes = changesIn(changed.graphRequests).filter(({ status }) => status !== 401);
      expect(changes).toEqual([expect.objectContaining({ status: 200, body })]);
      const later = await app.turn(message("meet", { from: bo }));
      expect(changesIn(later.graphRequests)).toEqual([]);
    });
  });

  describe("co-organizers that Graph hasn't set yet", () => {
    it("are set on the next link", async () => {
      app.cloud.addFault({ match: "onlineMeetings/MS", times: 3, status: 503 });
      await app.turn(withBo);
      const { sent } = await app.turn(message("new"));
      const { graphRequests } = await app.turn(press(sent[0], "Create new link"));
      expect(calls(graphRequests)[0]).toBe("POST createOrGet");
      expect(app.cloud.meetings()).toHaveLength(2);
      expect(app.cloud.meetings()[1]?.participants.attendees).toMatchObject([
        { identity: { user: { id: bo.aadId } }, role: "coorganizer" },
      ]);
    });
  });
});
