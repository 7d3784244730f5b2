import type { DayPart } from "./match";
import type { Read, TimeText } from "./time-text";

/** `afternoon`, `, in the afternoon`, `の朝`; not in `明日夜会`. */
export function readPartAfter(text: TimeText, end: number): Read<DayPart> | undefined {
  const comma = text.plain.charAt(end) === "," ? end + 1 : end;
  const particle = text.isLetter(end - 1) ? undefined : text.word("afterDay", comma);
  const start = text.skipSpace(particle?.end ?? comma);
  if (text.word("names", start)) return undefined;
  return text.word("partsAfterDay", start) ?? text.word("partsAfterHour", start);
}
