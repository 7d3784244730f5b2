import { styleText } from "node:util";
import { CHECKS } from "../../check/check-words";
import { isSound, type CheckReport, type CheckResult } from "../../meetings/ports/check-report";

/** One JSON object for pipelines: `{ ok, checks: [{ id, status, message, fix? }] }`. */
export function toReportJson(report: CheckReport): string {
  const checks = report.results.map(
    ({ id, status, message, fix, details = [], copy = [], url }) => {
      const values = copy.map(({ label, value }) => `${label}: ${value}`);
      const lines = [fix, ...details, ...(url === undefined ? [] : [url]), ...values];
      return { id, status, message, ...(fix !== undefined && { fix: lines.join("\n") }) };
    },
  );
  return `${JSON.stringify({ ok: isSound(report), checks }, undefined, 2)}\n`;
}

const STATUSES = { ok: "passed", fault: "FAILED", skipped: "skipped" } as const;
const COLORS = { ok: "green", fault: "red", skipped: "yellow" } as const;
const STATUS_WIDTH = 9;
const NAME_WIDTH = Math.max(...Object.values(CHECKS).map(({ name }) => name.length)) + 2;
const WIDTH = 100;
const MARGIN = "  ";
const INDENT = MARGIN + " ".repeat(STATUS_WIDTH);

/** What a report is about. */
interface Subject {
  version: string;
  /** Absent if the settings are wrong. */
  appId?: string;
  tenantId?: string;
}

/**
 * For people: a line for each check, followed by what to do. Each value to copy has its own line.
 *
 * @param options.verdict The last sentence, if no fault was found.
 */
export function toReportText(
  report: CheckReport,
  { version, appId, tenantId }: Subject,
  { hasColors, verdict = toVerdict(report) }: { hasColors: boolean; verdict?: string },
): string {
  const heading = [
    `Rendezvous ${version}`,
    ...(appId ? [`app ${appId}`] : []),
    ...(tenantId ? [`tenant ${tenantId}`] : []),
  ].join(" · ");
  const blocks = report.results.map((result) => toLines(result, hasColors));
  const summary = [toCounts(report), ...(isSound(report) ? [verdict] : [])].join(" ");
  const lines = ["", MARGIN + heading, "", ...blocks.flat(), "", MARGIN + summary];
  // A check with a fix has a blank line before and after it: two in a row become one.
  const isDoubled = (line: string, index: number) => line === "" && lines[index - 1] === "";
  return `${lines.filter((line, index) => !isDoubled(line, index)).join("\n")}\n`;
}

function toLines(result: CheckResult, hasColors: boolean): string[] {
  const { name, message, fix } = result;
  const status = STATUSES[result.status].padEnd(STATUS_WIDTH);
  const colored = hasColors ? styleText([COLORS[result.status], "bold"], status) : status;
  const [first = "", ...rest] = wrap(message, WIDTH - INDENT.length - NAME_WIDTH);
  const hanging = INDENT + " ".repeat(NAME_WIDTH);
  const lines = [
    MARGIN + colored + name.padEnd(NAME_WIDTH) + first,
    ...rest.map((line) => hanging + line),
  ];
  return fix === undefined ? lines : ["", ...lines, ...toFixLines(fix, result), ""];
}

function toFixLines(fix: string, { details = [], copy = [], url }: CheckResult): string[] {
  const values = copy.flatMap(({ label, value }) => [
    "",
    `${label}:`,
    ...value.split("\n").map((line) => MARGIN + line),
  ]);
  const lines = [
    ...wrap(fix, WIDTH - INDENT.length),
    ...(details.length > 0 || url !== undefined ? [""] : []),
    ...details.flatMap((line) => toItem(line, details.length > 1)),
    ...(url === undefined ? [] : [url]),
    ...values,
  ];
  return lines.map((line) => (line === "" ? "" : INDENT + line));
}

/** A wrapped line, with a dash if it is one of several. */
function toItem(text: string, isListed: boolean): string[] {
  const lines = wrap(text, WIDTH - INDENT.length - MARGIN.length);
  return isListed ? lines.map((line, index) => (index === 0 ? "- " : MARGIN) + line) : lines;
}

/** Breaks a text into lines between words. A word that is too long gets a separate line. */
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

function toCounts({ results }: CheckReport): string {
  const counts = (["ok", "fault", "skipped"] as const).flatMap((status) => {
    const count = results.filter((result) => result.status === status).length;
    return count === 0 ? [] : [`${count} ${STATUSES[status].toLowerCase()}`];
  });
  return `${results.length} checks: ${counts.join(", ")}.`;
}

/** Only a setup that created a meeting is known to work. */
function toVerdict({ results }: CheckReport): string {
  const isTried = results.every(({ id, status }) => id !== "organizer" || status === "ok");
  return isTried ? "Rendezvous is set up." : "These checks found no problems.";
}
