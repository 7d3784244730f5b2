import fc from "fast-check";
import { CONTEXTS, line, list, parse, type Language } from "./typed";

/** Words of subjects; none is about a time, a person or a room. */
const WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: list(
    "Sprint|review|budget|2027|design|API|v2.3|roadmap|hiring|launch|Q3|team|C#|on-call|R&D",
    "the|new|big|Ana's|sync|follow-up|report|open|customer|Room|101|kick-off|plan|B",
  ),
  fr: list(
    "Revue|budget|2027|conception|équipe|projet|l'atelier|point|bilan|client|d'avancement|v2.3",
    "comité|pilotage|nouvelle|offre|recrutement|formation|lancement|Q3|suivi|qualité",
  ),
  ru: list(
    "Обзор|бюджет|2027|команда|проект|релиз|планёрка|демо|клиент|новая|версия|v2.3|отчёт",
    "архитектура|найм|запуск|продукт|квартальный|ретроспектива|Q3|дизайн|созвон",
  ),
  ja: list(
    "レビュー|予算|設計|会議|チーム|プロジェクト|リリース|定例|採用|計画|顧客|新製品|API|Q3|勉強会",
    "キックオフ|進捗|報告|打ち合わせ|企画",
  ),
  zh: list(
    "评审|预算|设计|会议|团队|项目|发布|周会|招聘|计划|客户|新产品|API|Q3|培训|启动|进展|汇报|讨论|方案",
  ),
};

/** Phrases with their times on Wednesday, 18 November 2026 at 10:00. */
const TIMES: Readonly<Record<Language, readonly (readonly [phrase: string, start: string])[]>> = {
  en: [
    ["tomorrow 3pm", "2026-11-19 15:00"],
    ["tomorrow at 15:30", "2026-11-19 15:30"],
    ["next Tuesday 9:30", "2026-11-24 09:30"],
    ["on 24 November at 9am", "2026-11-24 09:00"],
    ["2026-11-24 15:00", "2026-11-24 15:00"],
    ["24/11/2026 15:00", "2026-11-24 15:00"],
    ["today at half past three", "2026-11-18 15:30"],
    ["at 4pm", "2026-11-18 16:00"],
  ],
  fr: [
    ["demain à 15h", "2026-11-19 15:00"],
    ["demain 15h30", "2026-11-19 15:30"],
    ["mardi prochain à 9h30", "2026-11-24 09:30"],
    ["le 24 novembre à 9h", "2026-11-24 09:00"],
    ["24/11/2026 15:00", "2026-11-24 15:00"],
    ["demain à quinze heures trente", "2026-11-19 15:30"],
    ["à 16h", "2026-11-18 16:00"],
  ],
  ru: [
    ["завтра в 15:00", "2026-11-19 15:00"],
    ["в следующий вторник в 9:30", "2026-11-24 09:30"],
    ["24 ноября в 9:00", "2026-11-24 09:00"],
    ["24.11.2026 в 15:00", "2026-11-24 15:00"],
    ["завтра в половине четвёртого", "2026-11-19 15:30"],
    ["в 16:00", "2026-11-18 16:00"],
  ],
  ja: [
    ["明日15時", "2026-11-19 15:00"],
    ["明日の15時半", "2026-11-19 15:30"],
    ["来週の火曜日9時半", "2026-11-24 09:30"],
    ["11月24日9時", "2026-11-24 09:00"],
    ["2026/11/24 15:00", "2026-11-24 15:00"],
    ["16時", "2026-11-18 16:00"],
  ],
  zh: [
    ["明天下午3点", "2026-11-19 15:00"],
    ["明天下午3点半", "2026-11-19 15:30"],
    ["下周二上午9点半", "2026-11-24 09:30"],
    ["11月24日上午9点", "2026-11-24 09:00"],
    ["2026年11月24日15:00", "2026-11-24 15:00"],
    ["下午4点", "2026-11-18 16:00"],
  ],
};
const LENGTHS: Readonly<Record<Language, string>> = {
  en: "for 45 min",
  fr: "pendant 45 minutes",
  ru: "на 45 минут",
  ja: "45分間",
  zh: "45分钟",
};

const languages = fc.constantFrom<Language>("en", "fr", "ru", "ja", "zh");

const requests = languages.chain((language) =>
  fc
    .record({
      topic: fc.array(fc.constantFrom(...WORDS[language]), { minLength: 1, maxLength: 5 }),
      time: fc.constantFrom(...TIMES[language]),
      hasLength: fc.boolean(),
      order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    })
    .map(({ topic, time: [phrase, start], hasLength, order }) => {
      const typedTopic = topic.join(" ");
      const parts = [typedTopic, phrase, hasLength ? LENGTHS[language] : ""];
      const text = order
        .map((index) => parts[index])
        .filter((part) => part !== "")
        .join(" ");
      const length = hasLength ? " +45" : "";
      return { language, text, expected: `${typedTopic} | ${start}${length}` };
    }),
);

test("separates any subject from any time, in any order", () => {
  fc.assert(
    fc.property(requests, ({ language, text, expected }) => {
      expect(line(text, CONTEXTS[language])).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});

const DAY = 24 * 60 * 60_000;
const FIRST_DAY = Date.UTC(2026, 0, 3);

/** Uses only `Intl`, which the resolver doesn't use. */
function clockOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  return (at) => Date.parse(`${format.format(at).replace(" ", "T")}Z`);
}

/** The days around clock changes, as numbers counted from FIRST_DAY. */
function changesOf(timeZone: string, year: number): number[] {
  const showAt = clockOf(timeZone);
  const first = Math.round((Date.UTC(year, 0, 3) - FIRST_DAY) / DAY);
  const offsetOn = (day: number) => {
    const noon = FIRST_DAY + day * DAY + DAY / 2;
    return showAt(noon) - noon;
  };
  const weeks = Array.from({ length: 52 }, (_, week) => first + week * 7);
  const changed = weeks.filter((day) => offsetOn(day) !== offsetOn(day + 7));
  return changed.flatMap((week) =>
    Array.from({ length: 7 }, (_, day) => week + day).flatMap((day) =>
      offsetOn(day) === offsetOn(day + 1) ? [] : [day, day + 1],
    ),
  );
}

/** All instants with this local time, found by trying every offset around that day. */
function momentsOf(wall: number, timeZone: string): number[] {
  const showAt = clockOf(timeZone);
  const offsets = new Set<number>();
  for (let hours = -30; hours <= 30; hours += 3) {
    const at = wall + hours * 60 * 60_000;
    offsets.add(showAt(at) - at);
  }
  return [...offsets].map((offset) => wall - offset).filter((at) => showAt(at) === wall);
}

const walls = fc
  .record({
    timeZone: fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
    year: fc.integer({ min: 2026, max: 2036 }),
  })
  .chain(({ timeZone, year }) => {
    const changes = changesOf(timeZone, year);
    const first = Math.round((Date.UTC(year, 0, 3) - FIRST_DAY) / DAY);
    const any = fc.integer({ min: first, max: first + 360 });
    const nightly = fc.integer({ min: 0, max: 8 * 30 }).map((half) => half * 2);
    return fc.record({
      timeZone: fc.constant(timeZone),
      day: changes.length > 0 ? fc.oneof(any, fc.constantFrom(...changes)) : any,
      minute: fc.oneof(fc.integer({ min: 0, max: 1439 }), nightly),
    });
  });

function toExpected(moments: readonly number[], text: string): object {
  const [only, second] = moments;
  if (only !== undefined && second === undefined) {
    const time = { kind: "start", startsAt: new Date(only).toISOString() };
    return { ok: true, request: { topic: "", time } };
  }
  const reason = only === undefined ? "nonexistent-time" : "doubled-time";
  return { ok: false, problem: { reason, at: text.replace(" ", "T") } };
}

/** 02:30 in Paris, which may not exist or exist twice. */
function onDay(date: string): { timeZone: string; day: number; minute: number } {
  return { timeZone: "Europe/Paris", day: (Date.parse(date) - FIRST_DAY) / DAY, minute: 150 };
}

test("an exact time is the only instant with that local time, or it is refused", () => {
  const now = new Date("2026-01-01T00:00:00Z");
  const seen = new Set<string>();
  fc.assert(
    fc.property(walls, ({ timeZone, day, minute }) => {
      const wall = FIRST_DAY + day * DAY + minute * 60_000;
      const text = new Date(wall).toISOString().slice(0, 16).replace("T", " ");
      const moments = momentsOf(wall, timeZone);
      const parsed = parse(text, { now, timeZone });
      seen.add(parsed.ok ? "understood" : parsed.problem.reason);
      expect(parsed).toMatchObject(toExpected(moments, text));
    }),
    { numRuns: 1000, examples: [[onDay("2027-03-28")], [onDay("2026-10-25")]] },
  );
  expect([...seen].toSorted()).toEqual(["doubled-time", "nonexistent-time", "understood"]);
});
