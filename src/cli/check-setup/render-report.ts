import { styleText } from "node:util";
import { explainCheck } from "../../../bot/commands/explain-check";
import { en } from "../../../bot/locales/en";
import { isSound, type CheckReport, type CheckResult } from "../../meetings/ports/check-report";

/** One JSON object for pipelines: `{ ok, checks: [{ id, status, message, fix? }] }`. */
export function toReportJson(report: CheckReport): string {
  const checks = report.results.map((result) => {
    const { message, fix, copy } = explainCheck(result, en);
    const lines = [fix, ...copy].filter((line) => line !== undefined);
    return {
      id: result.id,
      status: result.status,
      message,
      ...(fix !== undefined && { fix: lines.join("\n") }),
    };
  });
  return `${JSON.stringify({ ok: isSound(report), checks }, undefined, 2)}\n`;
}

const STATUSES = { ok: "ok", fault: "WRONG", skipped: "skipped" } as const;
const COLORS = { ok: "green", fault: "red", skipped: "yellow" } as const;
const STATUS_WIDTH = 9;
const NAME_WIDTH = Math.max(...Object.values(en.check.names).map(({ length }) => length)) + 2;
const WIDTH = 100;
const MARGIN = "  ";
const INDENT = MARGIN + " ".repeat(STATUS_WIDTH);

/** For people, one line a check, and under it what is to be done; what is to be copied stands on lines of its own. */
export function toReportText(
  report: CheckReport,
  { heading, hasColors }: { heading: string; hasColors: boolean },
): string {
  const blocks = report.results.map((result) => toLines(result, hasColors));
  const lines = ["", MARGIN + heading, "", ...blocks.flat(), "", MARGIN + toSummary(report)];
  // What has a blank line after it has one before it too, and none stands beside another.
  const isDoubled = (line: string, index: number) => line === "" && lines[index - 1] === "";
  return `${lines.filter((line, index) => !isDoubled(line, index)).join("\n")}\n`;
}

function toLines(result: CheckResult, hasColors: boolean): string[] {
  const { name, message, fix, copy } = explainCheck(result, en);
  const status = STATUSES[result.status].padEnd(STATUS_WIDTH);
  const colored = hasColors ? styleText([COLORS[result.status], "bold"], status) : status;
  const [first = "", ...rest] = wrap(message, WIDTH - INDENT.length - NAME_WIDTH);
  const hanging = INDENT + " ".repeat(NAME_WIDTH);
  const gap = fix === undefined ? [] : [""];
  return [
    ...gap,
    MARGIN + colored + name.padEnd(NAME_WIDTH) + first,
    ...rest.map((line) => hanging + line),
    ...(fix === undefined ? [] : wrap(fix, WIDTH - INDENT.length).map((line) => INDENT + line)),
    ...(copy.length > 0 ? ["", ...copy.map((line) => `${INDENT}${MARGIN}${line}`)] : []),
    ...gap,
  ];
}

/** Lines of whole words; a word that is longer than a line stands alone on one. */
function wrap(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function toSummary({ results }: CheckReport): string {
  const counts = (["ok", "fault", "skipped"] as const).flatMap((status) => {
    const count = results.filter((result) => result.status === status).length;
    return count === 0 ? [] : [`${count} ${STATUSES[status]}`];
  });
  return `${results.length} checks: ${counts.join(", ")}.${toVerdict({ results })}`;
}

/** Where nobody tried to make a meeting, nobody knows whether one can be made. */
function toVerdict(report: CheckReport): string {
  if (!isSound(report)) return "";
  const isTried = report.results.every(({ id, status }) => id !== "organizer" || status === "ok");
  return isTried ? " Rendezvous is set up." : " Nothing is wrong in what was looked at.";
}
