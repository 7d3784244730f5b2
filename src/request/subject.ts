import { cutAtGrapheme, toOneLine } from "./one-line";

/** Graph documents no limit for a subject; every calendar accepts 255 characters. */
export const MAX_SUBJECT_CHARACTERS = 255;

export interface Subject {
  text: string;
  wasCut: boolean;
}

/** The name of a meeting: one line, cut to the maximum length. */
export function readSubject(typed: string): Subject {
  const text = toOneLine(typed);
  if (text.length <= MAX_SUBJECT_CHARACTERS) return { text, wasCut: false };
  return { text: cutAtGrapheme(text, MAX_SUBJECT_CHARACTERS).trimEnd(), wasCut: true };
}
