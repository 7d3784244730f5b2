import { judgePhrases, shareVerdicts, type Phrase } from "../../bench/dates/judge-phrases";
import recognizersText from "../fixtures/phrases/recognizers-text.json";

// `npm run bench:dates -- <file> --show missed wrong` lists the phrases that fail.
describe("phrases of time that people wrote elsewhere", () => {
  const phrases: readonly Phrase[] = recognizersText;
  const shares = shareVerdicts(judgePhrases(phrases));

  test("are understood, or asked about", () => {
    expect(shares.exact + shares.asked).toBeGreaterThanOrEqual(0.58);
    expect(shares.exact).toBeGreaterThanOrEqual(0.48);
  });

  test("are rarely understood wrongly", () => {
    expect(shares.wrong).toBeLessThanOrEqual(0.1);
    expect(shares.missed).toBeLessThanOrEqual(0.22);
  });
});
