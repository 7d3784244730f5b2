/**
 * What people take for the same text: without case, accents and width. By way of the capitals, so that ß is ss and ς
 * is σ.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toUpperCase()
    .toLowerCase();
}
