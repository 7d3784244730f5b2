import fc from "fast-check";
import {
  isChatWithout,
  parseConversationId,
  toPersonalRoom,
  toConversationType,
} from "../../../src/meetings/record/conversation";

const CHANNEL = "19:0f1e2d3c4b5a69788796a5b4c3d2e1f0@thread.tacv2";

describe("a conversation id", () => {
  test.each([
    ["a channel", CHANNEL, "channel"],
    ["an old channel", "19:0f1e2d3c4b5a69788796a5b4c3d2e1f0@thread.skype", "channel"],
    ["a private channel", "19:Vs8-kx_9aZ1@thread.tacv2", "channel"],
    ["a group chat", "19:c0ffee00c0ffee00c0ffee00c0ffee00@thread.v2", "group-chat"],
    ["a meeting's chat", "19:meeting_OTkxYjE3ZDctNzQ0Yi00@thread.v2", "meeting-chat"],
    ["a chat with the bot", "a:1pL6i0oY3C0K8oAj8_lNn-3", "personal"],
    [
      "a chat between two people",
      "19:8716745d-77a9-4be3-afff-009e4b81658e_1f35f2e6-9cab-44ad-8d5a-b74c14720000@unq.gbl.spaces",
      "personal",
    ],
  ])("names %s", (_, id, conversationType) => {
    expect(parseConversationId(id)).toEqual({ conversationType, threadId: id });
  });

  test("of a reply names the channel and the thread's first post", () => {
    expect(parseConversationId(`${CHANNEL};messageid=1759881511856`)).toEqual({
      conversationType: "channel",
      threadId: CHANNEL,
      rootMessageId: "1759881511856",
    });
  });

  test.each([
    ["an empty parameter", ";messageid="],
    ["a post that isn't a number", ";messageid=17x"],
    ["a post followed by other text", ";messageid=17\nx"],
    ["another parameter", ";tenantid=4"],
    ["nothing after the semicolon", ";"],
    ["only semicolons", ";;;"],
    ["a parameter in another case", ";MESSAGEID=17"],
  ])("with %s names the channel", (_, tail) => {
    expect(parseConversationId(CHANNEL + tail)).toEqual({
      conversationType: "channel",
      threadId: CHANNEL,
    });
  });

  test("may have spaces around it", () => {
    expect(parseConversationId(` ${CHANNEL}\n`)?.threadId).toBe(CHANNEL);
  });

  test.each([
    "",
    " ",
    ";messageid=1",
    "19:",
    "19:@thread.tacv2",
    "19:@thread.v2",
    "a:",
    "29:1pL6i0oY3C0K8oAj8",
    "28:bot",
    "18:abc@thread.tacv2",
    "x19:abc@thread.tacv2",
    "19:abc@thread.tacv2.evil.example",
    "19:abc@thread.tacv2/../19:def@thread.tacv2",
    "19:abc@evil@thread.tacv2",
    "19:abc@thread.TACV2",
    "19:abc@thread.tacv3",
    "19:abc@thread.v2x",
    "19:abc@threadxv2",
    "19%3Aabc%40thread.tacv2",
    "<at>19:abc@thread.tacv2</at>",
    "__proto__",
    "48:notifications",
  ])("of an unknown form isn't parsed: %j", (id) => {
    expect(parseConversationId(id)).toBeUndefined();
  });

  test("names the same conversation in every reply", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{1,60}$/), fc.nat(), (name, messageId) => {
        const threadId = `19:${name}@thread.tacv2`;
        expect(parseConversationId(`${threadId};messageid=${messageId}`)).toEqual({
          ...parseConversationId(threadId),
          rootMessageId: String(messageId),
        });
      }),
    );
  });

  test("never throws, and never returns a thread id with a parameter", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({
        unit: fc.constantFrom("19:", "a:", "@", "thread.", "tacv2", "v2", ";", "\n", "x"),
      }),
    );
    fc.assert(
      fc.property(hostile, (id) => {
        expect(parseConversationId(id)?.threadId ?? "").not.toContain(";");
      }),
    );
  });

  test("of a hundred thousand characters is parsed quickly", () => {
    const long = `19:${"@thread.".repeat(12_500)}`;
    expect(parseConversationId(long)).toBeUndefined();
  });
});

const ADA = "8716745d-77a9-4be3-afff-009e4b81658e";
const BO = "1f35f2e6-9cab-44ad-8d5a-b74c14720000";

describe("a personal room", () => {
  test("ignores the case of the id, and differs between people", () => {
    expect(toPersonalRoom(ADA.toUpperCase())).toEqual(toPersonalRoom(ADA));
    expect(toPersonalRoom(ADA)).toEqual({ conversationType: "person", threadId: `8:orgid:${ADA}` });
    expect(toPersonalRoom(BO).threadId).not.toBe(toPersonalRoom(ADA).threadId);
  });

  test("can't be a conversation's id", () => {
    expect(parseConversationId(toPersonalRoom(ADA).threadId)).toBeUndefined();
  });
});

test.each([
  [CHANNEL, "channel"],
  ["19:0f1e2d3c@thread.skype", "channel"],
  ["19:c0ffee@thread.v2", "group-chat"],
  ["19:meeting_OTkx@thread.v2", "meeting-chat"],
  ["a:1pL6i0oY3C0K8oAj8", "personal"],
  [`19:${ADA}_${BO}@unq.gbl.spaces`, "personal"],
  [`8:orgid:${ADA}`, "person"],
  ["of a form that is no longer used", "personal"],
])("the conversation type of %s is %s", (threadId, conversationType) => {
  expect(toConversationType(threadId)).toBe(conversationType);
});

const isWithout = (botId: string, threadId: string) =>
  isChatWithout(botId, { conversationType: "personal", threadId });

describe("a chat between two people", () => {
  test.each([
    [`28:${BO}`, `19:${ADA}_${BO}@unq.gbl.spaces`, false],
    [`28:${BO.toUpperCase()}`, `19:${BO}_${ADA}@unq.gbl.spaces`, false],
    ["28:bot", `19:${ADA}_${BO}@unq.gbl.spaces`, true],
    ["", `19:${ADA}_${BO}@unq.gbl.spaces`, true],
    ["28:bot", "a:1pL6i0oY3C0K8oAj8", false],
    ["28:bot", CHANNEL, false],
  ])("with the bot %s in it: %s", (botId, threadId, isBotLess) => {
    expect(isWithout(botId, threadId)).toBe(isBotLess);
  });
});
