import { setTimeout as sleep } from "node:timers/promises";
import { en } from "../../bot/locales/en";
import type { SentActivity } from "../../test/support/connector";
import type { Cluster } from "./cluster";

/** Longer than what waits for a lease of a killed process stays silent. */
const QUIET_MS = 60_000;
const POLL_MS = 250;

/** A message of the bot as people see it now. */
export interface Answer {
  sent: SentActivity;
  text: string;
}

/** The answers to each command, by the id of its message. */
export type Answers = Map<string, Answer[]>;

/** Waits until no message says that its answer comes later, or nothing comes any more. */
export async function readFinalAnswers({ sent }: Cluster["connector"]): Promise<Answers> {
  let seen = sent.length;
  let changedAt = performance.now();
  for (;;) {
    const answers = readAnswers(sent);
    const isQuiet = performance.now() - changedAt > QUIET_MS;
    if (isQuiet || listPreparing([...answers.values()].flat()).length === 0) return answers;
    await sleep(POLL_MS);
    if (sent.length === seen) continue;
    seen = sent.length;
    changedAt = performance.now();
  }
}

/** The cards that say that the answer comes later. */
export function listPreparing(answers: readonly Answer[]): SentActivity[] {
  const title = JSON.stringify(en.card.preparingTitle);
  return answers.flatMap(({ sent, text }) => (text.includes(title) ? sent : []));
}

function readAnswers(sent: readonly SentActivity[]): Answers {
  const commands = new Map<string, string>();
  const messages = new Map<string, Answer>();
  for (const one of sent) {
    const { method, id, activity } = one;
    if (activity.type !== "message") continue;
    if (method === "POST") commands.set(id, activity.replyToId ?? "");
    messages.set(id, { sent: one, text: JSON.stringify(activity) });
  }
  const answers: Answers = new Map();
  for (const [id, answer] of messages) {
    const command = commands.get(id) ?? "";
    answers.set(command, [...(answers.get(command) ?? []), answer]);
  }
  return answers;
}
