import { execFileSync } from "node:child_process";
import { parseRequest } from "../../src/request/parse-request";
import { list } from "./typed";

const child = require.resolve("./server-zone-child.cjs");

const contexts = [
  { now: "2026-11-18T09:00:00Z", timeZone: "Europe/Paris", locale: "en" },
  { now: "2027-03-27T23:30:00Z", timeZone: "Asia/Tokyo", locale: "ja" },
  { now: "2026-10-24T22:30:00Z", timeZone: "America/St_Johns", locale: "ru" },
  { now: "2026-12-31T23:30:00Z", timeZone: "Australia/Lord_Howe", locale: "zh-CN" },
];
const texts = list(
  "tomorrow 3pm|today 23:30|next Tuesday 9:30|20 March 10:00|March 28 02:30",
  "in 20 minutes|in 3 days at 10:00|in two weeks at 2:30|now|3-4pm|22:00-1:00",
  "le 29 mars à 2h30|через три дня в 10:00|через неделю в 02:30|3月28日2時半|三天后 10点",
  "the 31st at 10:00|29 February 10:00|2027-03-28 02:30|2026-11-21T15:00+02:00",
);

const expected = contexts.flatMap(({ now, ...context }) =>
  texts.map((text) => parseRequest([text], { ...context, now: new Date(now) })),
);

const ZONES = [
  ["UTC", "GMT+0000"],
  ["Europe/Paris", "GMT+0200"],
  ["America/New_York", "GMT-0400"],
  ["Asia/Kolkata", "GMT+0530"],
  ["Australia/Lord_Howe", "GMT+1100"],
  ["Pacific/Kiritimati", "GMT+1400"],
  ["Pacific/Pago_Pago", "GMT-1100"],
] as const;

let read: { zone: string; all: unknown }[];
beforeAll(() => {
  const args = [ZONES.map(([name]) => name), contexts, texts].map((arg) => JSON.stringify(arg));
  const output = execFileSync(process.execPath, [child, ...args], { encoding: "utf8" });
  read = JSON.parse(output) as typeof read;
});

test.each(ZONES.map(([name, offset], index) => [name, offset, index] as const))(
  "a server in %s parses every text the same way",
  (_, offset, index) => {
    expect(read[index]?.zone).toContain(offset);
    expect(read[index]?.all).toEqual(expected);
  },
);
