import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { en } from "../../bot/locales/en";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import type { Check } from "../row";
import type { Cluster } from "./cluster";
import type { Crowd } from "./crowds";
import { readAnswers, type Answer } from "./read-answers";

/** Longer than what waits for a lease may take. */
const SETTLE_WITHIN_MS = 120_000;
const POLL_MS = 250;

const meetingsSchema = z.array(
  z.object({
    userId: z.string(),
    joinWebUrl: z.string(),
    chatInfo: z.object({ threadId: z.string() }),
  }),
);
const callsSchema = z.array(
  z.object({
    path: z.string(),
    body: z.looseObject({ externalId: z.string().optional() }).nullable(),
  }),
);

/** Checks that each channel has one meeting with one organizer, and each command its link. */
export async function checkCrowds(
  { graph, connector, store }: Cluster,
  crowds: readonly Crowd[],
): Promise<{ checks: Check[]; answers: Map<string, Answer[]> }> {
  const answers = await readFinalAnswers(connector);
  const meetings = meetingsSchema.parse(await list(graph.url, "meetings"));
  const links = new Map(meetings.map((one) => [one.chatInfo.threadId, one.joinWebUrl]));
  const answered = crowds.flatMap(({ conversation, commands }) => {
    const link = JSON.stringify(links.get(conversation.threadId));
    return commands.filter(({ id }) => answers.get(id)?.some(({ text }) => text.includes(link)));
  });
  const commands = crowds.flatMap((crowd) => crowd.commands);
  const organizers = new Set(meetings.map(({ userId }) => userId));
  const rows: [string, number, number][] = [
    ["meetings at Graph", meetings.length, crowds.length],
    ["organizers", organizers.size, crowds.length],
    [
      "pairs of a meeting and a user that Graph was called for",
      await countCalled(graph.url),
      crowds.length,
    ],
    ["records with a meeting and without a lease", await countSettled(store), crowds.length],
    ["commands with the link of their channel", answered.length, commands.length],
  ];
  return {
    answers,
    checks: rows.map(([what, value, target]) => ({ what, value, must: "exactly", target })),
  };
}

/** Waits until no message says that its answer comes later. */
async function readFinalAnswers({ sent }: Cluster["connector"]): Promise<Map<string, Answer[]>> {
  const endsAt = performance.now() + SETTLE_WITHIN_MS;
  for (;;) {
    const answers = readAnswers(sent);
    const isSettled = ![...answers.values()].flat().some(isPreparing);
    if (isSettled || performance.now() > endsAt) return answers;
    await sleep(POLL_MS);
  }
}

function isPreparing({ text }: Answer): boolean {
  return text.includes(JSON.stringify(en.card.preparingTitle));
}

async function countCalled(graphUrl: string): Promise<number> {
  const calls = callsSchema.parse(await list(graphUrl, "requests"));
  const creations = calls.filter(({ path }) => path.endsWith("/createOrGet"));
  return new Set(creations.map(({ path, body }) => `${path} ${body?.externalId}`)).size;
}

async function countSettled(store: MeetingStore): Promise<number> {
  let count = 0;
  for await (const row of store.scan()) {
    if (row.kind !== "record") continue;
    const { state, lease } = row.stored.record;
    if (state === "live" && !lease) count += 1;
  }
  return count;
}

async function list(graphUrl: string, what: "meetings" | "requests"): Promise<unknown> {
  return (await fetch(`${graphUrl}/_local/${what}`)).json();
}
