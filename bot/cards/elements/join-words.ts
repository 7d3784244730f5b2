/** Between two words, until it's known whether they need a space. */
const SEAM = "\0";
const LATIN = String.raw`[\p{Script=Latin}\p{N}]`;
const HAN_AND_LATIN = new RegExp(
  String.raw`(?<=\p{Script=Han})${SEAM}(?=${LATIN})|(?<=${LATIN})${SEAM}(?=\p{Script=Han})`,
  "gu",
);

/** "Ana, Bo and Eva", or "Ana, Bo or Eva". Chinese has spaces around Latin words, which `Intl` leaves out. */
export function joinWords(
  words: readonly string[],
  locale: string,
  type: "conjunction" | "disjunction",
): string {
  const parts = new Intl.ListFormat(locale, { type }).formatToParts(words);
  return parts
    .map(({ value }) => value)
    .join(SEAM)
    .replace(HAN_AND_LATIN, " ")
    .replaceAll(SEAM, "");
}
