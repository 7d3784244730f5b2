/** A person whom Teams knows, named in a message. */
export interface Mention {
  mentionId: string;
  name: string;
  aadId?: string;
}

/** What was typed, in its order: plain text, and mentions of people. */
export type RequestText = readonly (string | Mention)[];
