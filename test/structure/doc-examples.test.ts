import { en } from "../../bot/locales/en";
import { leavesOf, quotedIn } from "../bot/locales/leaves";
import { ada, bo, chen, general, message } from "../support/activities";
import { buttonsOf, cardOf, textOf } from "../support/cards";
import { toRosterMember } from "../support/connector";
import { startApp, type TestApp } from "../support/start-app";
import { DOCUMENTS, readInlineCode, readRows } from "./documents";

const EXAMPLE = /^@Rendezvous(?: ([^…]+))?$/;

/** Days as cards show them. The test clock is at Friday, November 20. */
const DAYS: Readonly<Record<string, string>> = { tomorrow: "Sat, Nov 21", Monday: "Mon, Nov 23" };

/** Answers that ask for something, or that the bot didn't understand. */
const PROBLEMS = [
  en.unknownText.nothing,
  en.unknownText.question,
  en.unknownText.didYouMean({ text: "" }).split("“")[0] ?? "",
  ...leavesOf(en.noMeeting.none).map(({ text }) => text),
  ...leavesOf(en.problems).flatMap(({ path, text }) => (path.endsWith(".title") ? text : [])),
];

interface Example {
  typed: string;
  /** Creates a meeting. Otherwise there is one already. */
  isPlan: boolean;
  /** What the card has to say. */
  texts: string[];
  buttons: string[];
}

function readTyped(code: string): string | undefined {
  const match = EXAMPLE.exec(code);
  return match ? (match[1] ?? "") : undefined;
}

/** A row promises buttons in bold, and texts in quotation marks or in the columns of a plan. */
function readPromises(document: string): Example[] {
  return readRows(document).flatMap(({ header, cells: [first = "", ...rest] }) => {
    const typed = readTyped(first.replaceAll("`", ""));
    if (typed === undefined) return [];
    const isPlan = header.includes("time");
    const texts = (isPlan ? rest : rest.flatMap(quotedIn)).filter(Boolean).map(withDay);
    const buttons = [...rest.join(" ").matchAll(/\*\*(.+?)\*\*/g)].map(([, title = ""]) => title);
    return [{ typed, isPlan, texts, buttons }];
  });
}

function withDay(text: string): string {
  return text.replace(/^\w+(?= ·)/, (day) => DAYS[day] ?? day);
}

const promised = DOCUMENTS.flatMap(readPromises);
const others = new Set(DOCUMENTS.flatMap(readInlineCode).flatMap((code) => readTyped(code) ?? []));
for (const { typed } of promised) others.delete(typed);
const examples: Example[] = [
  ...promised,
  ...Array.from(others, (typed) => ({ typed, isPlan: false, texts: [], buttons: [] })),
];

test("finds the examples", () => {
  expect(examples.length).toBeGreaterThan(20);
  expect(promised.filter(({ isPlan }) => isPlan).length).toBeGreaterThan(2);
  expect(others).toContain("meet here");
});

describe("the examples in the docs", () => {
  const ana = { ...bo, name: "Ana" };
  const mentioned = [ana, { ...chen, name: "Chen" }];
  let app: TestApp;
  let channels = 0;

  beforeAll(async () => {
    app = await startApp();
    app.connector.roster.splice(0, Infinity, ...[ada, ...mentioned].map(toRosterMember));
  });
  afterAll(() => app.stop());

  test.each(examples)(
    "@Rendezvous $typed is understood as documented",
    async ({ typed, isPlan, texts, buttons }) => {
      // Each in a new channel, and in a thread because of “here”.
      channels += 1;
      const threadId = `19:${channels.toString(16).padStart(32, "0")}@thread.tacv2`;
      const channel = { ...general, threadId };
      const say = (text: string) =>
        app.turn(message(text, { in: channel, root: "1759881511000", mentions: mentioned }));
      if (!isPlan) {
        await say("meet Retro tomorrow 9am with @Ana");
        await say("meet Palette #design");
      }
      const { sent } = await say(typed);
      const card = cardOf(sent[0]);
      const text = textOf(card).replace(/<\/?at>/g, "");
      expect(PROBLEMS.filter((problem) => text.includes(problem))).toEqual([]);
      for (const promise of texts) expect(text).toContain(promise);
      expect(buttonsOf(card).map(({ title }) => title)).toEqual(expect.arrayContaining(buttons));
    },
  );
});
