import { toNoticeCard } from "../../../bot/cards/elements/notice-card";
import { findCommand } from "../../../bot/commands/registry";
import { ALL_MESSAGES, type Messages } from "../../../bot/locales/messages";
import type { MeetingRequest, Mention, RequestText } from "../../../src/request/meeting-request";
import { parseRename, parseRequest, type ParsedRequest } from "../../../src/request/parse-request";
import { leavesOf, quotedIn } from "./leaves";

const ANA: Mention = { mentionId: "29:ana", name: "Ana" };
/** Wednesday, 10:00 in Paris. */
const NOW = new Date("2026-11-18T09:00:00Z");
const TOMORROW_3PM = "2026-11-19T14:00:00.000Z";

const BEFORE = "@Rendezvous ";

/** Examples that are variants of `meet`. */
const USES_OF_MEET = new Set(["plan", "people", "room", "here"]);

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

function isCommand(quoted: string, messages: Messages): boolean {
  const called = findCommand([quoted.slice(BEFORE.length)]);
  return called !== undefined && parse(called.words, messages).ok;
}

describe.each(ALL_MESSAGES.map((messages) => [messages.language, messages] as const))(
  "the help examples in %s",
  (_language, messages) => {
    const { examples } = messages.help;

    test.each(Object.entries(examples))("%s runs its command", (name, { typed }) => {
      expect(call(typed).name).toBe(USES_OF_MEET.has(name) ? "meet" : name);
    });

    test.each(Object.entries(examples))("%s can be parsed", (_name, { typed }) => {
      expect(parse(call(typed).words, messages).ok).toBe(true);
    });

    test.each(Object.entries(examples))("%s isn't cut off", (_name, { typed, text }) => {
      const row = { label: `${BEFORE}${typed}`, text };
      expect(JSON.stringify(toNoticeCard({ text: "", rows: [row] }))).not.toContain("…");
    });

    test("the plan example has a name, a time, a length and a person", () => {
      const { typed } = examples.plan;
      const { topic, ...rest } = read(typed, messages);
      expect(rest).toEqual({
        wasTopicCut: false,
        time: { kind: "span", startsAt: TOMORROW_3PM, endsAt: "2026-11-19T14:45:00.000Z" },
        people: [{ kind: "mention", ...ANA }],
        room: "",
        isHere: false,
      });
      expect(typed).toContain(topic);
      expect(topic).toMatch(/^\p{L}[\p{L} ]*$/u);
    });

    test("the people example has a mention and an address, one of them a presenter", () => {
      const { topic, people, time } = read(examples.people.typed, messages);
      expect({ topic, time }).toEqual({ topic: "" });
      expect(people.map(({ kind }) => kind).toSorted()).toEqual(["address", "mention"]);
      expect(people.flatMap(({ role }) => role ?? [])).toEqual(["presenter"]);
    });

    test("the room example has a room, and nothing else", () => {
      const { room, ...rest } = read(examples.room.typed, messages);
      expect(room).toMatch(/^\p{L}+$/u);
      expect(rest).toEqual({ topic: "", wasTopicCut: false, people: [], isHere: false });
    });

    test("the cancel example for a room cancels that room's meeting", () => {
      const [quoted = ""] = quotedIn(examples.room.text);
      const { name, words } = call(quoted);
      const parsed = parseRename(words);
      expect(name).toBe("cancel");
      expect(parsed.ok && parsed.request.room).toBe(read(examples.room.typed, messages).room);
    });

    test("the here example names this thread, and nothing else", () => {
      const here = { topic: "", wasTopicCut: false, people: [], room: "", isHere: true };
      expect(read(examples.here.typed, messages)).toEqual(here);
    });

    test("the move example has a time, and nothing else", () => {
      const { topic, time, people } = read(examples.move.typed, messages);
      expect({ topic, time, people }).toEqual({
        topic: "",
        time: { kind: "start", startsAt: TOMORROW_3PM },
        people: [],
      });
    });

    test("the rename example has the new name, and nothing else", () => {
      const { words } = call(examples.rename.typed);
      const parsed = parseRename(words);
      expect(parsed.ok && [parsed.request.topic]).toEqual(words);
    });

    test.each(["meet", "rooms", "options", "new", "cancel", "help"] as const)(
      "%s works without more words",
      (name) => {
        expect(examples[name].typed).toBe(messages.commands[name].title);
      },
    );
  },
);

describe.each(ALL_MESSAGES.map((messages) => [messages.language, messages] as const))(
  "quoted examples in %s",
  (_language, messages) => {
    const quotes = leavesOf(messages).flatMap(({ path, text }) =>
      quotedIn(text).map((quoted) => ({ path, quoted })),
    );
    const commands = quotes.filter(({ quoted }) => quoted.startsWith(BEFORE));

    test("exist", () => {
      expect(commands.length).toBeGreaterThan(0);
    });

    test("after @Rendezvous are commands that can be parsed", () => {
      expect(commands.filter(({ quoted }) => !isCommand(quoted, messages))).toEqual([]);
    });
  },
);
