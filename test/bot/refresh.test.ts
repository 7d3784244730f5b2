import { createSecretKey, type KeyObject } from "node:crypto";
import { createReferenceSealer } from "../../src/meetings/sealed-reference";
import {
  ada,
  bo,
  chen,
  design,
  execute,
  general,
  message,
  people,
  submit,
} from "../support/activities";
import { buttonOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { SEALING_KEY } from "../support/test-config";
import { useApp } from "../support/use-app";

const app = useApp();

/** The data of the Refresh button of the channel's card, made by a first `meet` of Ada's. */
async function refreshData(): Promise<{ ref: string }> {
  const { sent } = await app.turn(message("meet Sprint review", { from: ada }));
  const button = buttonOf(cardOf(sent[0]), "Refresh");
  expect(button).toMatchObject({ type: "Action.Execute", verb: "refresh" });
  return (button as unknown as { data: { ref: string } }).data;
}

describe("Refresh", () => {
  it.each(["manual", "automatic"] as const)(
    "shows the meeting as it is now, by the Universal Action's answer (%s)",
    async (trigger) => {
      const data = await refreshData();
      await app.clock.advance(15_001);
      const { answer, sent, graphRequests } = await app.turn(
        execute("refresh", data, { from: bo, trigger }),
      );
      expect(answer.status).toBe(200);
      expect(textOf(cardOfAnswer(answer))).toContain("Sprint review");
      expect(graphRequests).toMatchObject([{ method: "GET", status: 200 }]);
      expect(sent).toEqual([]);
    },
  );

  it("asks Graph nothing and writes nothing within 15 s of the last answer", async () => {
    const data = await refreshData();
    await app.clock.advance(14_999);
    const replace = jest.spyOn(app.store, "replace");
    const { answer, graphRequests } = await app.turn(execute("refresh", data, { from: bo }));
    expect(textOf(cardOfAnswer(answer))).toContain("Sprint review");
    expect(graphRequests).toEqual([]);
    expect(replace).not.toHaveBeenCalled();
  });

  it("asks Graph once for 1,000 who press at the same moment", async () => {
    const data = await refreshData();
    await app.clock.advance(60_000);
    const before = app.cloud.requests().length;
    const answers = await Promise.all(
      people(1000).map((from) => app.post(execute("refresh", data, { from }))),
    );
    expect(app.cloud.requests().length - before).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    for (const answer of answers) expect(textOf(cardOfAnswer(answer))).toContain("Sprint review");
  });

  it("works through Action.Submit too, and puts the card in the place of the old one", async () => {
    const { sent } = await app.turn(message("meet Sprint review"));
    const button = buttonOf(cardOf(sent[0]), "Refresh");
    const fallback = "fallback" in button ? button.fallback : undefined;
    expect(fallback?.type).toBe("Action.Submit");
    const { answer, sent: updates } = await app.turn(submit(fallback?.data ?? {}, { from: bo }));
    expect(answer).toEqual({ status: 200, body: undefined });
    expect(updates).toMatchObject([{ method: "PUT", path: expect.stringMatching(/sent-1$/) }]);
    expect(textOf(cardOf(updates[0]))).toContain("Sprint review");
  });

  it("sends the card anew where the old one cannot be replaced", async () => {
    const data = await refreshData();
    app.connector.fail("PUT", 404);
    const { sent } = await app.turn(submit({ ...data, verb: "refresh" }));
    expect(sent.map(({ method }) => method)).toEqual(["POST"]);
  });

  it("shows the reader's time zone and refreshes for the reader", async () => {
    const data = await refreshData();
    const { answer } = await app.turn(execute("refresh", data, { from: bo }));
    expect(cardOfAnswer(answer).refresh?.userIds).toEqual([bo.teamsId]);
  });

  it("shows its meeting in any conversation, and leaves it alone", async () => {
    const data = await refreshData();
    const { answer } = await app.turn(execute("refresh", data, { from: bo, in: design }));
    expect(textOf(cardOfAnswer(answer))).toContain("Sprint review");
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it.each([
    ["no reference", {}],
    ["no data", undefined],
    ["a reference of another type", { ref: { key: "x" } }],
    ["an empty one", { ref: "" }],
    ["a forged one", { ref: "Zm9yZ2VkIGZvcmdlZCBmb3JnZWQgZm9yZ2VkIGZvcmdlZA" }],
    ["one sealed with another key", { ref: sealedWith(createSecretKey(Buffer.alloc(32, 9))) }],
  ])("creates nothing with %s, and says what to do", async (_, data) => {
    const { answer, graphRequests } = await app.turn(execute("refresh", data));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        statusCode: 400,
        type: "application/vnd.microsoft.error",
        value: { code: "bad_reference", message: expect.stringContaining("@Rendezvous meet") },
      },
    });
    expect(graphRequests).toEqual([]);
    expect(app.cloud.meetings()).toEqual([]);
  });

  it("creates nothing for a conversation that has no meeting", async () => {
    const { answer, graphRequests } = await app.turn(
      execute("refresh", { ref: sealedWith(SEALING_KEY) }),
    );
    expect(textOf(cardOfAnswer(answer))).toContain("has no meeting any more");
    expect(graphRequests).toEqual([]);
  });

  it("creates nothing for a meeting that was asked for and never made", async () => {
    app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
    await app.turn(message("meet"));
    const { answer, graphRequests } = await app.turn(
      execute("refresh", { ref: sealedWith(SEALING_KEY) }),
    );
    expect(textOf(cardOfAnswer(answer))).toContain("never created");
    expect(graphRequests).toEqual([]);
  });

  it("leads from an older link to the conversation's own", async () => {
    const data = await refreshData();
    app.cloud.settings.unlicensedUsers = [ada.aadId];
    const { sent } = await app.turn(message("meet", { from: bo }));
    const { answer } = await app.turn(execute("refresh", data, { from: chen }));
    const card = cardOfAnswer(answer);
    expect(textOf(card)).toContain("had an older link");
    expect(buttonOf(card, "Join")).toEqual(buttonOf(cardOf(sent[0]), "Join"));
  });

  it.each([
    ["does not answer in its own words", { status: 500, body: "<html>" }, "could not be asked"],
    ["is busy", { status: 429, headers: { "retry-after": "120" } }, "could not be asked"],
    [
      "has lost the meeting",
      { status: 404, body: { error: { code: "NotFound", message: "3004: gone" } } },
      "no longer has this meeting",
    ],
  ])("shows the meeting as last seen, and says so, when Graph %s", async (_, fault, sentence) => {
    const data = await refreshData();
    await app.clock.advance(60_000);
    app.cloud.addFault({ match: "onlineMeetings/", times: fault.status === 500 ? 3 : 1, ...fault });
    const { answer } = await app.turn(execute("refresh", data, { from: bo }));
    const card = cardOfAnswer(answer);
    expect(textOf(card)).toContain(sentence);
    expect(buttonOf(card, "Join")).toBeDefined();
    expect(app.cloud.meetings()).toHaveLength(1);
  });
});

it("a Graph in trouble is asked no more often than a sound one, however many look at the card", async () => {
  const data = await refreshData();
  await app.clock.advance(60_000);
  app.cloud.addFault({ match: "onlineMeetings/", status: 429, headers: { "retry-after": "60" } });
  for (const from of people(5)) {
    const { answer } = await app.turn(execute("refresh", data, { from, trigger: "automatic" }));
    expect(textOf(cardOfAnswer(answer))).toContain("could not be asked");
  }
  expect(app.cloud.requests()).toHaveLength(2);
  await app.clock.advance(60_001);
  const { answer } = await app.turn(execute("refresh", data));
  expect(textOf(cardOfAnswer(answer))).not.toContain("could not be asked");
});

it("a lookout that failed is forgotten when a meet has seen the meeting since", async () => {
  const data = await refreshData();
  await app.clock.advance(60_000);
  app.cloud.addFault({ match: "onlineMeetings/", status: 429, headers: { "retry-after": "3600" } });
  await app.turn(execute("refresh", data));
  await app.turn(message("meet"));
  await app.clock.advance(20_000);
  const { answer } = await app.turn(execute("refresh", data));
  expect(textOf(cardOfAnswer(answer))).not.toContain("could not be asked");
});

it("a lease that a dead process left does not keep what is seen from being kept", async () => {
  const data = await refreshData();
  const key = { tenantId: general.tenantId, threadId: general.threadId, room: "" };
  const stored = await app.store.get(key);
  if (!stored) throw new Error("There is no record.");
  const lease = { holder: "dead", until: app.clock.now().toISOString() };
  await app.store.replace(stored, { ...stored.record, lease });
  await app.clock.advance(60_000);
  await app.turn(execute("refresh", data));
  const { graphRequests } = await app.turn(execute("refresh", data));
  expect(graphRequests).toEqual([]);
  expect((await app.store.get(key))?.record.lease).toBeUndefined();
});

function sealedWith(key: KeyObject): string {
  const reference = {
    key: { tenantId: general.tenantId, threadId: general.threadId, room: "" },
    generation: 1,
  };
  return createReferenceSealer([key]).seal(reference);
}
