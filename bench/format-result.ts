import { isKept, type Check, type Row, type RowResult } from "./row";
import { median, spread } from "./statistics";

const FIRST_COLUMN = 16;
const COLUMN = 22;

/** A row of the bench as text: a table of its servers and figures, then its targets. */
export function formatResult(
  { name, title }: Pick<Row, "name" | "title">,
  { measures, checks, notes }: RowResult,
): string {
  const figures = [...new Set(measures.map(({ figure }) => figure))];
  const servers = [...new Set(measures.map(({ server }) => server))];
  const cellOf = (server: string, figure: string) => {
    const found = measures.find((one) => one.server === server && one.figure === figure);
    return (found ? formatValues(found.values) : "").padStart(COLUMN);
  };
  const header = "".padEnd(FIRST_COLUMN) + figures.map((one) => one.padStart(COLUMN)).join("");
  return [
    `\n${name}: ${title}`,
    ...(figures.length > 0 ? [header] : []),
    ...servers.map(
      (server) =>
        server.padEnd(FIRST_COLUMN) + figures.map((figure) => cellOf(server, figure)).join(""),
    ),
    ...checks.map(formatCheck),
    ...notes.map((note) => `  ${note}`),
    "",
  ].join("\n");
}

/** The median and the spread of all rounds. */
function formatValues(values: readonly number[]): string {
  const share = values.length > 1 ? ` ±${Math.round(spread(values) * 50)}%` : "";
  return formatNumber(median(values)) + share;
}

function formatNumber(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}

function formatCheck(check: Check): string {
  const { what, value, must, target } = check;
  const outcome = isKept(check) ? "ok    " : "MISSED";
  return `  ${outcome} ${what}: ${formatNumber(value)} (${must} ${target})`;
}
