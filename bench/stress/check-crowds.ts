import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { MEETING_LEASE_MS } from "../../src/meetings/record/meeting-lease";
import type { Check } from "../row";
import type { Cluster } from "./cluster";
import type { Command, Crowd } from "./crowds";
import { listPreparing, readFinalAnswers, type Answers } from "./read-answers";

const POLL_MS = 1_000;
/**
 * A tenth of the calls to Graph fails, which is all that the retry budget repeats (`src/resilience/policies.ts`). The few that fail for good are
 * answered with an error and Try again.
 */
const MIN_LINKS = 0.995;

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
): Promise<{ checks: Check[]; answers: Answers; hasLink: HasLink }> {
  const answers = await readFinalAnswers(connector);
  const meetings = meetingsSchema.parse(await list(graph.url, "meetings"));
  const links = new Map(meetings.map((one) => [one.chatInfo.threadId, one.joinWebUrl]));
  const hasLink: HasLink = ({ conversation }, { id }) => {
    const link = JSON.stringify(links.get(conversation.threadId));
    return answers.get(id)?.some(({ text }) => text.includes(link)) ?? false;
  };
  const answered = crowds.flatMap((crowd) => crowd.commands.filter((one) => hasLink(crowd, one)));
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
    [
      "records with a meeting and without a lease",
      await countSettled(store, crowds.length),
      crowds.length,
    ],
    [
      "cards that say that the answer comes later",
      listPreparing([...answers.values()].flat()).length,
      0,
    ],
  ];
  return {
    answers,
    hasLink,
    checks: [
      ...rows.map(([what, value, target]): Check => ({ what, value, must: "exactly", target })),
      {
        what: "commands with the link of their channel",
        value: answered.length,
        must: "at least",
        target: Math.ceil(commands.length * MIN_LINKS),
      },
    ],
  };
}

/** Whether an answer to the command has the link of its channel. */
type HasLink = (crowd: Crowd, command: Command) => boolean;

async function countCalled(graphUrl: string): Promise<number> {
  const calls = callsSchema.parse(await list(graphUrl, "requests"));
  const creations = calls.filter(({ path }) => path.endsWith("/createOrGet"));
  return new Set(creations.map(({ path, body }) => `${path} ${body?.externalId}`)).size;
}

/** What is done after an answer may hold a lease a little longer. */
async function countSettled(store: MeetingStore, target: number): Promise<number> {
  const endsAt = performance.now() + MEETING_LEASE_MS;
  for (;;) {
    let count = 0;
    for await (const row of store.scan()) {
      if (row.kind !== "record") continue;
      const { state, lease } = row.stored.record;
      if (state === "live" && !lease) count += 1;
    }
    if (count === target || performance.now() > endsAt) return count;
    await sleep(POLL_MS);
  }
}

async function list(graphUrl: string, what: "meetings" | "requests"): Promise<unknown> {
  return (await fetch(`${graphUrl}/_local/${what}`)).json();
}
