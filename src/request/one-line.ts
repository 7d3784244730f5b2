// Text that people typed is shown as typed, except for characters that could disguise it: control characters, zero-width
// spaces and marks that change the reading direction. The two joiners (U+200C, U+200D) stay, because Persian, Hindi and
// emoji need them.
const INVISIBLE =
  /\p{Cc}|\p{Surrogate}|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** No language puts more marks on a letter; more of them would overflow the line. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

const SPACES = /\s+/gu;
/** French uses them before "?" and within "« »", where a line must not break. */
const NO_BREAK = /[\u00A0\u202F]/u;

/** The text on one line, without invisible characters. */
export function toOneLine(text: string): string {
  return text
    .replace(/[\n\r\t\v\f\u0085]/gu, " ")
    .replace(INVISIBLE, "")
    .replace(PILED_MARKS, "$1")
    .replace(SPACES, (spaces) => (spaces.length === 1 && NO_BREAK.test(spaces) ? spaces : " "))
    .trim();
}

/** Made at its first use: that takes as long as loading a large module. */
let graphemes: Intl.Segmenter | undefined;

/** The start of a text, at most `maxLength` UTF-16 units, cut between grapheme clusters. */
export function cutAtGrapheme(text: string, maxLength: number): string {
  // The next code point decides whether a cluster ends at the limit. Segmenting more is slow for long texts.
  const start = text.slice(0, maxLength + 2);
  let end = 0;
  graphemes ??= new Intl.Segmenter();
  for (const { index, segment } of graphemes.segment(start)) {
    if (index + segment.length > maxLength) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
