import type { SentActivity } from "../../test/support/connector";

/** A message of the bot as people see it now. */
export interface Answer {
  text: string;
  /** How often it was updated. */
  updates: number;
}

/** The answers to each command, by the id of its message. */
export function readAnswers(sent: readonly SentActivity[]): Map<string, Answer[]> {
  const messages = new Map<string, Answer>();
  const answers = new Map<string, Answer[]>();
  for (const { method, id, activity } of sent) {
    if (activity.type !== "message") continue;
    const text = JSON.stringify(activity);
    const shown = messages.get(id);
    if (method === "PUT" && shown) {
      shown.text = text;
      shown.updates += 1;
      continue;
    }
    const answer = { text, updates: 0 };
    messages.set(id, answer);
    const command = activity.replyToId ?? "";
    answers.set(command, [...(answers.get(command) ?? []), answer]);
  }
  return answers;
}
