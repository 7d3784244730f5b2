import { en } from "./en";

/** A missing message does not compile. */
export type Messages = typeof en;

/** The words for a BCP 47 locale as Teams sends it ("fr-FR"); English where we have no better. */
export function messagesFor(_locale: string): Messages {
  return en;
}
