import { cutAtGrapheme, toOneLine } from "./one-line";

/** Graph's metadata gives no length for a subject; 255 characters are what every calendar takes. */
export const MAX_SUBJECT_CHARACTERS = 255;

export interface Subject {
  text: string;
  wasCut: boolean;
}

/** What a person wants to meet about. */
export function readSubject(typed: string): Subject {
  const text = toOneLine(typed);
  if (text.length <= MAX_SUBJECT_CHARACTERS) return { text, wasCut: false };
  return { text: cutAtGrapheme(text, MAX_SUBJECT_CHARACTERS).trimEnd(), wasCut: true };
}
