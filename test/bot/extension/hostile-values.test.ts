import type { Activity } from "botbuilder";
import { messagesFor } from "../../../bot/locales/messages";
import type { TurnProblem } from "../../../bot/turn";
import { ada, extensionInvoke } from "../../support/activities";
import { openMeet, wordsOf } from "../../support/extension";
import type { Answer } from "../../support/start-app";
import { useApp } from "../../support/use-app";

const app = useApp();

/** HTTP 200 with one of the two bodies that Teams takes, and something in it. */
function expectSound({ status, body }: Answer): void {
  expect(status).toBe(200);
  const [name, ...others] = Object.keys(body as object);
  expect(others).toEqual([]);
  expect(["task", "composeExtension"]).toContain(name);
  expect(Object.keys((body as Record<string, object>)[name ?? ""] ?? {}).length).toBeGreaterThan(1);
}

describe("whatever comes is answered soundly:", () => {
  const values: [string, unknown][] = [
    ["null", null],
    ["nothing", undefined],
    ["a list", [1, 2]],
    ["a text", "text"],
    ["a number", 7],
    ["no data", { commandId: "meet" }],
    ["data that is null", { commandId: "meet", data: null }],
    ["data that is a list", { data: ["submit-meeting"] }],
    ["data that is a text", { data: "submit-meeting" }],
    ["an unknown verb", { data: { verb: "delete-all" } }],
    ["a verb that is no text", { data: { verb: { verb: "submit-meeting" } } }],
    ["a verb of every object", { data: { verb: "constructor" } }],
    ["an action that is none", { botMessagePreviewAction: 1, botActivityPreview: 2, data: 3 }],
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
      `${verb} without what was sealed`,
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

  it("help, pressed in a dialog", async () => {
    expectSound(await app.post(extensionInvoke("submitAction", { data: { verb: "help" } })));
  });

  it.each([
    ["no fields", {}],
    [
      "fields of other kinds",
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
    ["a forged shown", { shown: "{", topic: "X" }],
    ["a shown that is a list", { shown: "[1]", topic: "X" }],
    ["a shown that is no text", { shown: { topic: "X" }, topic: "X" }],
    ["a shown of other kinds", { shown: '{"topic":[],"day":{}}', topic: "X" }],
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

describe("the person is told in words, and nothing is made, where Teams", () => {
  it.each<[string, (activity: Partial<Activity>) => Partial<Activity>, TurnProblem]>([
    [
      "does not say the tenant",
      ({ conversation, ...activity }) => ({
        ...activity,
        channelData: {},
        conversation: { ...conversation!, tenantId: "" },
      }),
      "no-tenant",
    ],
    [
      "does not say who it is",
      ({ from, ...activity }) => ({ ...activity, from: { ...from!, aadObjectId: "" } }),
      "no-sender",
    ],
    [
      "names nobody and no conversation",
      (activity) => ({ ...activity, from: undefined, conversation: undefined }),
      "no-sender",
    ],
  ])("%s", async (_, change, problem) => {
    for (const activity of open()) {
      const { answer, graphRequests } = await app.turn(change(activity));
      expect(wordsOf(answer)).toBe(messagesFor("en").turnProblems[problem]);
      expect(graphRequests).toEqual([]);
    }
  });
});
