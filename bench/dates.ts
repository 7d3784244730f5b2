import { readFileSync } from "node:fs";
import { Command, Option } from "commander";
import {
  judgePhrases,
  shareVerdicts,
  VERDICTS,
  type JudgedPhrase,
  type Phrase,
  type Verdict,
} from "./dates/judge-phrases";

const WIDTH = Math.max(...VERDICTS.map((verdict) => verdict.length)) + 2;

/** `npm run bench:dates`: prints how many phrases of a corpus are understood, by language. */
function run(file: string, { show = [] }: { show?: Verdict[] }): void {
  const phrases: Phrase[] = JSON.parse(readFileSync(file, "utf8"));
  const judged = judgePhrases(phrases);
  const languages = [...new Set(phrases.map(({ lang }) => lang))];
  const rows = [
    toCells("", ["phrases", ...VERDICTS]),
    ...languages.map((language) =>
      toRow(
        language,
        judged.filter(({ lang }) => lang === language),
      ),
    ),
    toRow("all", judged),
    ...judged.filter(({ verdict }) => show.includes(verdict)).map(toLine),
  ];
  process.stdout.write(`${rows.join("\n")}\n`);
}

function toRow(name: string, judged: readonly JudgedPhrase[]): string {
  const shares = shareVerdicts(judged);
  const cells = VERDICTS.map((verdict) => `${(shares[verdict] * 100).toFixed(1)} %`);
  return toCells(name, [String(judged.length), ...cells]);
}

function toCells(name: string, cells: readonly string[]): string {
  return name.padEnd(6) + cells.map((cell) => cell.padStart(WIDTH)).join("");
}

function toLine({ lang, text, now, start, end, verdict, found }: JudgedPhrase): string {
  const meant = end === undefined ? start : `${start} – ${end}`;
  return `${verdict}: ${lang} “${text}” at ${now} is ${meant}, found ${found}`;
}

new Command("npm run bench:dates --")
  .description("Shows how well phrases of time are understood.")
  .argument("<file>", "JSON: { lang, text, now, start, end? }[], with wall times without a zone")
  .addOption(
    new Option("--show <verdicts...>", "list the phrases with these verdicts").choices(VERDICTS),
  )
  .action(run)
  .parse();
