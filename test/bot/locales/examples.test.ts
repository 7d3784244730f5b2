import { formatTypedTime } from "../../../bot/cards/elements/format-time";
import { findCommand } from "../../../bot/commands/registry";
import { ALL_MESSAGES, type Messages } from "../../../bot/locales/messages";
import { EMPTY_FORM } from "../../../src/request/meet-form";
import { parseForm } from "../../../src/request/parse-form";
import type { MeetingRequest, Mention, RequestText } from "../../../src/request/meeting-request";
import { parseRename, parseRequest, type ParsedRequest } from "../../../src/request/parse-request";
import { quotedIn } from "./leaves";

const ANA: Mention = { mentionId: "29:ana", name: "Ana" };
/** Wednesday, 10:00 in Paris. */
const NOW = new Date("2026-11-18T09:00:00Z");
const TOMORROW_3PM = "2026-11-19T14:00:00.000Z";

function withMentions(typed: string): RequestText {
  return typed
    .split(/(@Ana)/)
    .filter((part) => part !== "")
    .map((part) => (part === "@Ana" ? ANA : part));
}

function call(typed: string) {
  const called = findCommand(withMentions(typed));
  if (!called) throw new Error(`no command is found in ${JSON.stringify(typed)}`);
  return { name: called.command.name, words: called.words };
}

function parse(words: RequestText, { language }: Messages): ParsedRequest {
  return parseRequest(words, { now: NOW, timeZone: "Europe/Paris", locale: language });
}

function read(typed: string, messages: Messages): MeetingRequest {
  const parsed = parse(call(typed).words, messages);
  if (!parsed.ok) throw new Error(`${typed} is refused: ${JSON.stringify(parsed.problem)}`);
  return parsed.request;
}

/** Readers who write 3 p.m. in other ways. Icelandic and Arabic readers get English texts. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  en: ["en-US", "en-GB", "en-CA", "is-IS", "ar-EG", "ko-KR"],
  fr: ["fr-FR", "fr-CA", "fr-CH"],
  "zh-CN": ["zh-CN", "zh-TW", "zh-HK"],
};

const readers = ALL_MESSAGES.flatMap((messages) =>
  (READERS[messages.language] ?? [messages.language]).map((locale) => [locale, messages] as const),
);

describe.each(readers)("the help examples for a reader of %s", (locale, messages) => {
  const { help } = messages;
  const time = formatTypedTime({ locale, timeZone: "Europe/Paris" }, messages);
  const typed = {
    ...help.examples,
    move: help.examples.move({ time }),
    meet: help.type.typed({ time }),
  };

  test.each(Object.entries(typed))("%s runs its command", (name, text) => {
    expect(call(text).name).toBe(name);
    expect(parse(call(text).words, messages).ok).toBe(true);
  });

  test("meet has a name, a time, a length and a person", () => {
    const { topic, ...rest } = read(typed.meet, messages);
    expect(rest).toEqual({
      wasTopicCut: false,
      time: { kind: "span", startsAt: TOMORROW_3PM, endsAt: "2026-11-19T14:45:00.000Z" },
      people: [{ kind: "mention", ...ANA }],
      room: "",
      isHere: false,
    });
    expect(typed.meet).toContain(topic);
    expect(topic).toMatch(/^\p{L}[\p{L} -]*$/u);
  });

  test("invite mentions a presenter", () => {
    const { topic, people } = read(typed.invite, messages);
    expect({ topic, people }).toEqual({
      topic: "",
      people: [{ kind: "mention", ...ANA, role: "presenter" }],
    });
  });

  test("move has a time, and nothing else", () => {
    const { topic, time: read3pm, people } = read(typed.move, messages);
    expect({ topic, time: read3pm, people }).toEqual({
      topic: "",
      time: { kind: "start", startsAt: TOMORROW_3PM },
      people: [],
    });
  });

  test("rename has the new name, and nothing else", () => {
    const { words } = call(typed.rename);
    const parsed = parseRename(words);
    expect(parsed.ok && [parsed.request.topic]).toEqual(words);
  });

  test("the room's is a room, and nothing else", () => {
    const { room, ...rest } = read(help.room.typed, messages);
    expect(room).toMatch(/^\p{L}+$/u);
    expect(rest).toEqual({ topic: "", wasTopicCut: false, people: [], isHere: false });
    expect(call(help.room.typed).name).toBe("meet");
  });

  test("the cancel example for a room cancels that room's meeting", () => {
    const [quoted = ""] = quotedIn(help.room.text);
    const { name, words } = call(quoted);
    const parsed = parseRename(words);
    expect(name).toBe("cancel");
    expect(parsed.ok && parsed.request.room).toBe(read(help.room.typed, messages).room);
  });

  test("the thread's is this thread, and nothing else", () => {
    const here = { topic: "", wasTopicCut: false, people: [], room: "", isHere: true };
    expect(read(help.here.typed, messages)).toEqual(here);
    expect(call(help.here.typed).name).toBe("meet");
  });
});

describe.each(ALL_MESSAGES.map((messages) => [messages.language, messages] as const))(
  "quoted examples in %s",
  (_language, messages) => {
    const { invite, uninvite, actions, errors, permission } = messages;

    test("the rule in a form is one", () => {
      const form = { ...EMPTY_FORM, time: "15:00", repeat: messages.meetForm.repeat.hint };
      const context = { now: NOW, timeZone: "Europe/Paris", locale: messages.language };
      expect(parseForm(form, EMPTY_FORM, context)).toMatchObject({
        ok: true,
        request: { recurrence: { frequency: "weekly", until: "2027-06-30" } },
      });
    });

    test.each([
      ["invite", invite.how],
      ["invite", invite.howAlone],
      ["uninvite", uninvite.how],
      ["uninvite", uninvite.howAlone],
      ["meet", actions.buttonNotOurs],
      ["meet", actions.buttonUnknown],
      ["meet", errors.hostRefused()],
      ["new", errors.onlyHost()],
      ["new", permission.onlyHostUnnamed],
      ["signin", errors.signInRefused()],
    ])("%s runs its command: %s", (name, text) => {
      const calls = quotedIn(text).flatMap((quoted) => findCommand([quoted]) ?? []);
      expect(calls.map(({ command }) => command.name)).toEqual([name]);
    });
  },
);
