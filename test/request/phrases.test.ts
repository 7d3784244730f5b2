import { judgePhrases, shareVerdicts, type Phrase } from "../../bench/dates/judge-phrases";
import chatty from "../fixtures/phrases/chatty.json";
import everyday from "../fixtures/phrases/everyday.json";
import german from "../fixtures/phrases/german.json";
import recognizersText from "../fixtures/phrases/recognizers-text.json";
import russian from "../fixtures/phrases/russian.json";

/** Which share of phrases each corpus reaches at least, or at most. */
interface Goals {
  exact: number;
  understoodOrAsked: number;
  missed: number;
  wrong: number;
}

const CORPORA: readonly (readonly [string, readonly Phrase[], Goals])[] = [
  [
    "Recognizers-Text",
    recognizersText,
    { exact: 0.75, understoodOrAsked: 0.93, missed: 0, wrong: 0.01 },
  ],
  [
    "English, French, Chinese and Japanese",
    everyday,
    { exact: 0.98, understoodOrAsked: 1, missed: 0, wrong: 0 },
  ],
  ["as people type them", chatty, { exact: 1, understoodOrAsked: 1, missed: 0, wrong: 0 }],
  ["Russian", russian, { exact: 1, understoodOrAsked: 1, missed: 0, wrong: 0 }],
  ["German", german, { exact: 0.97, understoodOrAsked: 1, missed: 0, wrong: 0 }],
];

// `npm run bench:dates -- <file> --show missed wrong` lists the phrases that fail.
describe.each(CORPORA)("phrases of time: %s", (_name, phrases, goals) => {
  const shares = shareVerdicts(judgePhrases(phrases));

  test("are understood, or asked about", () => {
    expect(shares.exact + shares.asked).toBeGreaterThanOrEqual(goals.understoodOrAsked);
    expect(shares.exact).toBeGreaterThanOrEqual(goals.exact);
  });

  test("are rarely missed or understood wrongly", () => {
    expect(shares.missed).toBeLessThanOrEqual(goals.missed);
    expect(shares.wrong).toBeLessThanOrEqual(goals.wrong);
  });
});
