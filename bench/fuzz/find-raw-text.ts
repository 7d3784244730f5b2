import { GRAPH_ERROR_CODE, GRAPH_ERROR_MESSAGE } from "../processes/graph-faults";

/** What only code or another service says. */
const RAW = [
  /\bat [^"\n]{1,200}:\d+:\d+/,
  /node_modules|node:internal|dist\/src/,
  /(Type|Range|Reference|Syntax|Zod|App|Rest)Error\b/,
  /Cannot read propert|is not a function|is not iterable|Unexpected token|\[object Object\]/,
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE/,
  new RegExp(`${GRAPH_ERROR_CODE}|${GRAPH_ERROR_MESSAGE}`),
  /InternalServerError|BadGateway|InvalidAuthenticationToken|innerError/,
];

/** Returns the text of an error that people shouldn't see, with some of what is around it. */
export function findRawText(shown: string): string | undefined {
  const found = RAW.map((pattern) => pattern.exec(shown)).find(Boolean);
  return found ? shown.slice(Math.max(0, found.index - 80), found.index + 120) : undefined;
}
