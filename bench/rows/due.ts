import { setTimeout as sleep } from "node:timers/promises";
import { startLimitingConnector } from "../due/limiting-connector";
import { seedReminders } from "../due/seed-reminders";
import { readResidentMegabytes } from "../processes/process-usage";
import { cloud, rendezvousDemo } from "../processes/programs";
import { startServer } from "../processes/server";
import type { Row } from "../row";

const PROCESSES = 3;
const POLL_MS = 200;
/** Teams accepts 50 a second. The processes don't know of each other, and some time passes until all are at work. */
const MIN_PER_SECOND = 30;
/** Long enough for what was refused to be tried again. */
const GIVE_UP_AFTER_MS = 420_000;
/** After the last message, for one that is sent twice. */
const SETTLE_MS = 2_000;

/** What happens at 9:25 in a company whose stand-ups start at 9:30. */
export const due: Row = {
  name: "due",
  title: `Reminders of as many meetings, due in the same minute, sent by ${PROCESSES} processes within Teams' limits`,
  async run(bench) {
    const count = bench.isQuick ? 1_000 : 10_000;
    await using graph = await startServer(cloud());
    await using teams = await startLimitingConnector();
    const store = `lmdb:${bench.createFolder({ isInMemory: true })}`;
    await seedReminders(store, { count, dueAtMs: Date.now(), serviceUrl: teams.url });
    const program = rendezvousDemo(bench.programFolder, { graphUrl: graph.url, store });
    const servers = await Promise.all(
      Array.from({ length: PROCESSES }, () => startServer(program)),
    );
    try {
      while (teams.posted.size === 0) await sleep(POLL_MS);
      const startedAt = performance.now();
      while (teams.posted.size < count && performance.now() - startedAt < GIVE_UP_AFTER_MS) {
        await sleep(POLL_MS);
      }
      const seconds = (performance.now() - startedAt) / 1_000;
      const megabytes = servers.map(({ pid }) => readResidentMegabytes(pid));
      await sleep(SETTLE_MS);
      const posts = [...teams.posted.values()].reduce((sum, one) => sum + one, 0);
      const figures = {
        "messages/s": teams.posted.size / seconds,
        "resident MB": Math.max(...megabytes),
        "429 per message": teams.refusedCount() / posts,
      };
      return {
        measures: Object.entries(figures).map(([figure, value]) => ({
          server: "rendezvous",
          figure,
          values: [value],
        })),
        checks: [
          {
            what: `of ${count} reminders, sent`,
            value: teams.posted.size,
            must: "exactly",
            target: count,
          },
          { what: "sent twice", value: posts - teams.posted.size, must: "exactly", target: 0 },
          {
            what: "seconds from the first one to the last",
            value: seconds,
            must: "at most",
            target: Math.ceil(count / MIN_PER_SECOND),
          },
        ],
        notes: [],
      };
    } finally {
      for (const server of servers) await server[Symbol.asyncDispose]();
    }
  },
};
