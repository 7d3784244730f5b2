import { parseRequest } from "../../src/request/parse-request";
import type { Row } from "../row";
import { median } from "../statistics";

const CHARACTERS = 10_000;
const ROUNDS = 15;
/** What slow grammars trip over: repeated times, days, numbers, quotes and half-finished phrases, in all languages. */
const SHARDS =
  'a|1 |1:|12:00 |(|"|“|#a |@|a@b.|at 3 |from 3 to |for 45 min |in |tomorrow |Monday |20 March |and |with |half |24-25 |31 February |Monday 3pm to |une heure |le trente et |moins |без |двадцать |час |15時|から|三点|半小时|周|11月31日|every |every Monday |un lundi |first Monday |until June |月曜と|每周一|lorem ipsum |#a x |a@b.co x |vendredi a@b.co 3pm |深夜|半|朝一|周五 六 |среду 24 |一直到周|最終週一回あと真夜中|页本週一 月|早上隔周一次层一个月'.split(
    "|",
  );
const CONTEXT = {
  now: new Date("2026-11-18T09:00:00Z"),
  timeZone: "Europe/Paris",
  locale: "de-DE",
};

export const parse: Row = {
  name: "parse",
  title: `Parsing ${CHARACTERS.toLocaleString("en-US")} characters, the slowest of ${SHARDS.length} texts`,
  async run() {
    const texts = SHARDS.map((shard) =>
      shard.repeat(Math.ceil(CHARACTERS / shard.length)).slice(0, CHARACTERS),
    );
    // Compiles the patterns, and lets the engine optimize.
    for (let round = 0; round < 3; round++) texts.forEach(timeParsing);
    const rounds = Array.from({ length: ROUNDS }, () => texts.map(timeParsing));
    const medians = texts.map((_, index) => median(rounds.map((times) => times[index] ?? 0)));
    const slowest = medians.indexOf(Math.max(...medians));
    const values = rounds.map((times) => times[slowest] ?? 0);
    return {
      measures: [{ server: "rendezvous", figure: "CPU ms/text", values }],
      checks: [
        { what: "CPU ms for the slowest text", value: median(values), must: "at most", target: 20 },
      ],
      notes: [],
    };
  },
};

/** CPU time, because other programs on the machine don't count. */
function timeParsing(text: string): number {
  const before = process.cpuUsage();
  parseRequest([text], CONTEXT);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
