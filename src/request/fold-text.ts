/** For comparing texts regardless of case, accents and width. Uppercase comes first, so that ß is ss and ς is σ. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toUpperCase()
    .toLowerCase();
}
