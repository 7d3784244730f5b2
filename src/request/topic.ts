import { cutAtGrapheme, toOneLine } from "./one-line";

/** Graph's metadata gives no length for a subject; 255 characters are what every calendar takes. */
export const MAX_TOPIC_CHARACTERS = 255;

export interface Topic {
  text: string;
  wasCut: boolean;
}

/** What a person wants to meet about. */
export function readTopic(typed: string): Topic {
  const text = toOneLine(typed);
  if (text.length <= MAX_TOPIC_CHARACTERS) return { text, wasCut: false };
  return { text: cutAtGrapheme(text, MAX_TOPIC_CHARACTERS).trimEnd(), wasCut: true };
}
