/** A person mentioned in a Teams message. */
export interface Mention {
  mentionId: string;
  name: string;
  aadId?: string;
}

/** A message in typed order: plain text, and mentions of people. */
export type RequestText = readonly (string | Mention)[];
