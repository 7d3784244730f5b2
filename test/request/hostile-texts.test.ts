import { nameRoom } from "../../src/request/name-room";
import { parseRequest } from "../../src/request/parse-request";
import { listReadings } from "../../src/request/readings";
import { list, WEDNESDAY } from "./typed";

/** Teams accepts 28 KB. If a pattern could backtrack, one of these texts would take minutes. */
const LENGTH = 28 * 1024;

function repeat(shard: string): string {
  return shard.repeat(Math.ceil(LENGTH / shard.length)).slice(0, LENGTH);
}

/** How many characters the parser looks at. A pattern without a position searches the whole text. */
function countWork(text: string): number {
  let searched = 0;
  const charAt = jest.spyOn(String.prototype, "charAt");
  const { exec } = RegExp.prototype;
  const spy = jest.spyOn(RegExp.prototype, "exec");
  spy.mockImplementation(function searchIn(this: RegExp, typed) {
    const result = exec.call(this, typed);
    const isPlaced = this.sticky || this.global || this.source.startsWith("^");
    searched += isPlaced ? (result?.[0].length ?? 0) + 1 : typed.length;
    return result;
  });
  parseRequest([text], WEDNESDAY);
  const count = charAt.mock.calls.length + searched;
  charAt.mockRestore();
  spy.mockRestore();
  return count;
}

describe("the work grows with the length of the text, and not faster", () => {
  test.each(
    list(
      "1 |12:00 |3-4 |at 3 |from 3 to |for 45 min |in |tomorrow |Monday |20 March |half |24-25 |Monday 3pm to ",
      "every |every Monday |every 2 |un lundi |lundi et |first Monday |every day until June |until |月曜と|每周一|6月まで",
      "le trente et |moins |une heure |без |двадцать |с |час |15時|から|三点|差|半小时|周|11月31日|a|lorem ipsum ",
      "@|夜|深夜|下午|半|周五 六 |среду 24 |一直到周|最終週一回あと真夜中|页本週一 月|3月5日 11月|среду в 10 |9.30 |12/1 ",
    ),
  )("%j repeated", (shard) => {
    const count = Math.floor(180 / shard.length);
    const [work, more] = [count, 3 * count].map((times) => countWork(shard.repeat(times)));
    expect(more).toBeLessThan(3.5 * (work ?? 0));
  });

  test.each(
    list(
      '#a |#a x |x #1 |a@b.co |a@b.co x |a@b.co : |"a" |"a" x |please |3pm please |here |at 3 sales ',
    ),
  )("%j repeated, all of it", (shard) => {
    const count = Math.floor(3000 / shard.length);
    const [work, more] = [count, 3 * count].map((times) => countWork(shard.repeat(times)));
    expect(more).toBeLessThan(3.5 * (work ?? 0));
  });
});

describe("the parser reads 28 KB quickly", () => {
  test.each(
    list(
      'a| |1|1 |1:|12:00 |3-4 |(|()|"|"a"" |“|«|#|#a |@',
      "a@b.|at 3 |from 3 to |for 45 min |in |tomorrow |Monday |20 March |1.1.",
      "and |with |here |now |half |an hour and |час |через час |минута |с ",
      "une heure |demi |15時|から|の|一|三点|半小时|到|下|周|今",
      "31 February |24/11/2026 |Monday 3pm to |3pm Paris time |3pm ET |please |3pm please |half past |1530 ",
      "twenty-|le trente et |двадцать |пятнадцать часов |日本時間|来月|11月31日|10分|24-25 |mon-",
      "2026-|12/12/|www.|https://|d'|\u202E|\uFDD0|🚀|e\u0301|\u0000",
    ),
  )("%j repeated", (shard) => {
    const parsed = parseRequest([repeat(shard)], WEDNESDAY);
    const { topic } = parsed.ok ? parsed.request : parsed.partial;
    expect(topic.length).toBeLessThanOrEqual(255);
  });

  test.each([" ", "or ", ", ", "x"])("with two times and %j between them", (shard) => {
    const text = [`3pm ${repeat(shard).slice(0, 1900)} 4pm tomorrow`];
    const parsed = parseRequest(text, WEDNESDAY);
    const readings = parsed.ok ? [] : listReadings(text, parsed, WEDNESDAY);
    expect(readings.length).toBeLessThanOrEqual(2);
    expect(nameRoom(repeat(shard), () => false).length).toBeLessThanOrEqual(50);
  });

  test("with the time at the start", () => {
    const parsed = parseRequest([`tomorrow 3pm ${repeat("lorem ipsum ")}`], WEDNESDAY);
    expect(parsed).toMatchObject({
      ok: true,
      request: { time: { startsAt: "2026-11-19T14:00:00.000Z" }, wasTopicCut: true },
    });
  });

  test("with a mention at the end", () => {
    const ana = { mentionId: "29:ana", name: "Ana" };
    const parsed = parseRequest([repeat("lorem ipsum "), repeat("dolor "), ana], WEDNESDAY);
    expect(parsed).toMatchObject({ ok: true, request: { people: [ana] } });
  });

  test("with a mention after every word", () => {
    const ana = { mentionId: "29:ana", name: "Ana" };
    const text = Array.from({ length: LENGTH / 2 }, (_, index) => (index % 2 === 0 ? " x " : ana));
    expect(parseRequest(text, WEDNESDAY)).toMatchObject({ ok: true, request: { people: [ana] } });
  });
});
