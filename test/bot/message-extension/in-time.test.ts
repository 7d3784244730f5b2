import type { Activity } from "botbuilder";
import { messagesFor } from "../../../bot/locales/messages";
import type { TurnProblem } from "../../../bot/turn/turn";
import { ada, bo, extensionInvoke, message } from "../../support/activities";
import { cardOf, textOf } from "../../support/cards";
import {
  createOrGetBodies,
  dialogOf,
  openMeet,
  pressBelow,
  submitDialog,
  pressInDialog,
  previewOf,
  submitMeet,
  messageTextOf,
} from "../../support/extension";
import { plan } from "../../support/meeting";
import { createPausableStore } from "../../support/pausable-store";
import type { Answer } from "../../support/start-app";
import { useApp } from "../../support/use-app";

describe("slow invokes", () => {
  const GRAPH_MS = 20_000;
  type Where = Parameters<typeof submitMeet>[2];
  const topic = { topic: "Sprint review" };

  const app = useApp();

  /** After this many rounds of the event loop, all work within the process is done. */
  async function untilOnlyTheClockIsWaitedFor(): Promise<void> {
    for (let round = 0; round < 1000; round += 1) await new Promise(setImmediate);
  }

  /** Posts an invoke, and expects a response within 4 s of the test's clock. */
  async function inTime(activity: Partial<Activity>): Promise<Answer> {
    const startMs = app.clock.now().getTime();
    const posted = app.post(activity);
    await untilOnlyTheClockIsWaitedFor();
    const answer = await app.clock.runUntil(posted);
    expect(app.clock.now().getTime() - startMs).toBeLessThan(4_000);
    return answer;
  }

  /** Advances the clock until all pending work is done. */
  const settle = () => app.clock.runUntil(app.turn(message("help")));

  const slowGraph = (times = 1) =>
    app.cloud.addFault({ match: "onlineMeetings", times, delayMs: GRAPH_MS });

  describe("when Graph takes 20 s", () => {
    beforeEach(async () => {
      await app.restart({ isGraphOnClock: true });
    });

    it("the preview says that the meeting is being prepared, and the posted card becomes the meeting, created once", async () => {
      const dialog = dialogOf(await inTime(openMeet()));
      slowGraph();
      const preview = previewOf(await inTime(submitDialog(dialog, topic)));
      expect(textOf(preview)).toContain("Still working on it");
      const sent = await inTime(pressBelow(preview, "send"));
      expect(sent.body).toMatchObject({ composeExtension: { type: "result", attachments: [] } });
      await settle();
      const [posted, update] = app.connector.sent.filter(
        ({ activity, method }) => activity.channelData?.onBehalfOf || method === "PUT",
      );
      expect(textOf(cardOf(posted))).toContain("Working on it");
      expect(update?.id).toBe(posted?.id);
      expect(textOf(cardOf(update))).toContain("Sprint review");
      expect(createOrGetBodies(app.cloud.requests())).toHaveLength(1);
      expect(app.cloud.meetings()).toHaveLength(1);

      const renamed = await app.turn(message("rename Retrospective", { from: bo }));
      const told = renamed.sent.find(({ method }) => method === "PUT");
      expect(told?.id).toBe(posted?.id);
      expect(textOf(cardOf(told))).toContain("Retrospective");
    });

    it("a preview sent after Graph's response shows the meeting", async () => {
      const dialog = dialogOf(await inTime(openMeet()));
      slowGraph();
      const preview = previewOf(await inTime(submitDialog(dialog, topic)));
      await settle();
      await inTime(pressBelow(preview, "send"));
      await settle();
      const posted = app.connector.sent.find(({ activity }) => activity.channelData?.onBehalfOf);
      expect(textOf(cardOf(posted))).toContain("Sprint review");
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("Edit below it opens the dialog with all entries", async () => {
      const dialog = dialogOf(await inTime(openMeet()));
      slowGraph();
      const preview = previewOf(await inTime(submitDialog(dialog, topic)));
      const edited = dialogOf(await inTime(pressBelow(preview, "edit")));
      expect(submitDialog(edited).value.data).toMatchObject(topic);
      const again = await inTime(submitDialog(edited));
      expect(textOf(previewOf(again))).toContain("Still working on it");
      await settle();
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it.each<[string, () => void, Where]>([
      ["without the bot", () => app.connector.fail("GET", 403), {}],
      ["in the command box", () => undefined, { commandContext: "commandBox" }],
      ["where Teams names no chat", () => undefined, { in: "nowhere" as const }],
      ["with a silent roster", () => app.connector.fail("GET", "silence"), {}],
    ])(
      "a dialog %s says so, and its Refresh has the meeting once it is there",
      async (_, prepare, where) => {
        const dialog = dialogOf(await inTime(openMeet(where)));
        slowGraph();
        prepare();
        const waiting = dialogOf(await inTime(submitDialog(dialog, topic, where)));
        expect(textOf(waiting)).toContain("Still working on it");
        const still = dialogOf(await inTime(pressInDialog(waiting, "Refresh", {}, where)));
        expect(textOf(still)).toContain("Still working on it");
        await settle();
        const { body } = await inTime(pressInDialog(still, "Refresh", {}, where));
        expect(JSON.stringify(body)).toMatch(/Sprint review|The meeting is ready/);
        expect(app.cloud.meetings()).toHaveLength(1);
      },
    );

    it("the existing meeting is shown even if Graph is slow to return it again", async () => {
      await app.turn(message(plan));
      const dialog = dialogOf(await inTime(openMeet()));
      slowGraph();
      const preview = previewOf(await inTime(submitDialog(dialog)));
      await inTime(pressBelow(preview, "send"));
      await settle();
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("Update is answered in time, and applied once", async () => {
      await app.turn(message(plan));
      const dialog = dialogOf(await inTime(openMeet()));
      const question = dialogOf(await inTime(submitDialog(dialog, { topic: "Retro" })));
      slowGraph();
      const answer = await inTime(pressInDialog(question, "Update"));
      expect(messageTextOf(answer)).toContain("Try again in a moment");
      await settle();
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Retro" }]);
    });

    it("a late error replaces the posted card", async () => {
      const dialog = dialogOf(await inTime(openMeet()));
      const body = { error: { code: "Forbidden", message: "No application access policy found" } };
      app.cloud.addFault({ match: "onlineMeetings", times: 1, delayMs: 9_000, status: 403, body });
      const preview = previewOf(await inTime(submitDialog(dialog, topic)));
      await inTime(pressBelow(preview, "send"));
      await settle();
      const update = app.connector.sent.find(({ method }) => method === "PUT");
      expect(textOf(cardOf(update))).toContain("Reference for support");
      expect(app.cloud.meetings()).toEqual([]);
    });

    it("an error while Send waits goes to the sender, who can send again", async () => {
      const dialog = dialogOf(await inTime(openMeet()));
      const body = { error: { code: "Forbidden", message: "No application access policy found" } };
      app.cloud.addFault({ match: "onlineMeetings", times: 1, delayMs: 5_000, status: 403, body });
      const preview = previewOf(await inTime(submitDialog(dialog, topic)));
      expect(messageTextOf(await inTime(pressBelow(preview, "send")))).toContain(
        "Reference for support",
      );
      expect(app.connector.sent).toEqual([]);
      await inTime(pressBelow(preview, "send"));
      await settle();
      expect(textOf(cardOf(app.connector.sent[0]))).toContain("Sprint review");
    });

    it("a question while Send waits goes only to the sender, and a later one to no one", async () => {
      await app.turn(message("meet Standup", { from: bo }));
      const sentBefore = app.connector.sent.length;
      const dialog = dialogOf(await inTime(openMeet()));
      slowGraph(3);
      const other = { topic: "A plan of mine" };
      const preview = previewOf(await inTime(submitDialog(dialog, other)));
      expect(textOf(preview)).toContain("Still working on it");
      await inTime(pressBelow(preview, "send"));
      await settle();
      const posted = app.connector.sent.slice(sentBefore);
      expect(posted.length).toBeGreaterThan(0);
      expect(JSON.stringify(posted)).not.toContain(other.topic);

      const again = previewOf(await inTime(submitDialog(dialog, other)));
      await settle();
      const countBefore = app.connector.sent.length;
      app.cloud.clearFaults();
      const question = dialogOf(await inTime(pressBelow(again, "send")));
      expect(textOf(question)).toContain(other.topic);
      expect(app.connector.sent).toHaveLength(countBefore);
    });
  });

  describe("with a slow dependency", () => {
    it("a slow store is reported on every invoke, with all entries, and the meeting is created once", async () => {
      const { store, pause, resume } = createPausableStore();
      await app.restart({ store });
      const dialog = dialogOf(await inTime(openMeet()));
      const { answer } = await submitMeet(app, topic);
      const preview = previewOf(answer);
      pause();
      expect(messageTextOf(await inTime(openMeet()))).toContain("Try again in a moment");
      const again = dialogOf(await inTime(submitDialog(dialog, topic)));
      expect(submitDialog(again).value.data).toMatchObject(topic);
      expect(textOf(again)).toContain("Try again in a moment");
      expect(messageTextOf(await inTime(pressBelow(preview, "send")))).toContain(
        "Try again in a moment",
      );
      expect(messageTextOf(await inTime(pressBelow(preview, "edit")))).toContain(
        "Try again in a moment",
      );
      resume();
      await settle();
      expect(app.cloud.meetings()).toHaveLength(1);
      expect(
        app.connector.sent.filter(({ activity }) => activity.channelData?.onBehalfOf),
      ).toHaveLength(1);
    });

    it("Send is answered in time despite a slow Connector", async () => {
      await app.restart();
      const preview = previewOf((await submitMeet(app, topic, { from: ada })).answer);
      app.connector.fail("POST", "silence", 1);
      const answer = await inTime(pressBelow(preview, "send"));
      expect(Object.keys(answer.body as object)).toHaveLength(1);
      // Ends the request without a response, so that nothing waits for its timeout.
      await app.connector.stop();
    });
  });
});

describe("hostile invokes", () => {
  const app = useApp();

  /** HTTP 200 with one of the two bodies that Teams accepts, not empty. */
  function expectSound({ status, body }: Answer): void {
    expect(status).toBe(200);
    const [name, ...others] = Object.keys(body as object);
    expect(others).toEqual([]);
    expect(["task", "composeExtension"]).toContain(name);
    expect(Object.keys((body as Record<string, object>)[name ?? ""] ?? {}).length).toBeGreaterThan(
      1,
    );
  }

  describe("every payload gets a valid response:", () => {
    const values: [string, unknown][] = [
      ["null", null],
      ["nothing", undefined],
      ["a list", [1, 2]],
      ["a text", "text"],
      ["a number", 7],
      ["no data", { commandId: "meet" }],
      ["null data", { commandId: "meet", data: null }],
      ["a list as data", { data: ["submit-meeting"] }],
      ["text as data", { data: "submit-meeting" }],
      ["an unknown verb", { data: { verb: "delete-all" } }],
      ["a verb that isn't text", { data: { verb: { verb: "submit-meeting" } } }],
      ["a verb of every object", { data: { verb: "constructor" } }],
      ["an unknown action", { botMessagePreviewAction: 1, botActivityPreview: 2, data: 3 }],
      ["contexts that are none", { commandContext: {}, data: { msteams: "x", verb: "refresh" } }],
      ...[
        "refresh",
        "keep",
        "update",
        "new",
        "cancel",
        "confirm",
        "options",
        "save-options",
        "meet",
      ].map((verb): [string, unknown] => [
        `${verb} without its token`,
        { data: { verb, ref: "AAAA", offer: "BBBB" } },
      ]),
    ];

    it.each(values)("%s", async (_, value) => {
      for (const invoke of ["fetchTask", "submitAction"] as const) {
        const posted = extensionInvoke(invoke, {});
        const { answer, graphRequests, sent } = await app.turn({ ...posted, value });
        expectSound(answer);
        expect(graphRequests).toEqual([]);
        expect(sent).toEqual([]);
      }
    });

    it("Help, pressed in a dialog", async () => {
      expectSound(await app.post(extensionInvoke("submitAction", { data: { verb: "help" } })));
    });

    it.each([
      ["no fields", {}],
      [
        "fields of other types",
        {
          topic: {},
          day: [],
          time: 900,
          minutes: null,
          people: [ada.aadId],
          addresses: true,
          room: 1,
        },
      ],
      ["a forged `shown`", { shown: "{", topic: "X" }],
      ["a list as shown values", { shown: "[1]", topic: "X" }],
      ["shown values that aren't text", { shown: { topic: "X" }, topic: "X" }],
      ["a `shown` of other types", { shown: '{"topic":[],"day":{}}', topic: "X" }],
      ["forged names", { offer: { people: [{ name: "The Queen" }] } }],
    ])("the dialog's own button with %s", async (_, data) => {
      const value = { data: { verb: "submit-meeting", ...data } };
      const { answer } = await app.turn(extensionInvoke("submitAction", value));
      expectSound(answer);
      expect(JSON.stringify(answer.body)).not.toContain("The Queen");
    });
  });

  const open = () => [
    openMeet(),
    extensionInvoke("submitAction", { data: { verb: "submit-meeting" } }),
  ];

  describe("the person gets a message, and nothing is created, if Teams", () => {
    it.each<[string, (activity: Partial<Activity>) => Partial<Activity>, TurnProblem]>([
      [
        "names no tenant",
        ({ conversation, ...activity }) => ({
          ...activity,
          channelData: {},
          conversation: { ...conversation!, tenantId: "" },
        }),
        "no-tenant",
      ],
      [
        "names no person",
        ({ from, ...activity }) => ({ ...activity, from: { ...from!, aadObjectId: "" } }),
        "no-sender",
      ],
      [
        "names neither person nor conversation",
        (activity) => ({ ...activity, from: undefined, conversation: undefined }),
        "no-sender",
      ],
    ])("%s", async (_, change, problem) => {
      for (const activity of open()) {
        const { answer, graphRequests } = await app.turn(change(activity));
        expect(messageTextOf(answer)).toBe(messagesFor("en").turnProblems[problem]);
        expect(graphRequests).toEqual([]);
      }
    });
  });
});
