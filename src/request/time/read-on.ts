import { CONSUMED } from "../masked-text";
import type { TimeText } from "./time-text";

/** The end of the words before a day, if there are any: `on`, `the week of`, or `of` right after a time (`4pm of tomorrow`). */
export function readOn(text: TimeText, at: number): number {
  const isAfterTime = text.plain
    .slice(Math.max(0, at - 2), at)
    .trimEnd()
    .endsWith(CONSUMED);
  const on =
    text.word("onDay", at) ??
    text.word("weekOf", at) ??
    (isAfterTime ? text.word("ofMonth", at) : undefined);
  return on ? text.skipSpace(on.end) : at;
}
