import type { Log } from "../../log";
import type { MeetingStore } from "../ports/meeting-store";
import type { TeamRoster } from "../ports/team-roster";
import type { MeetingRecord } from "../record/meeting-record";
import type { Tokens } from "../tokens/tokens";
import type { Sleep } from "../../async/deadline";
import { createAnswerOnce } from "./answer-once";
import { createPendingCommands } from "./pending-commands";
import { createPresenceMemory } from "./presence-memory";
import { createRecentMeetings } from "./recent-meetings";
import { createRetention } from "./retention";

export type People = ReturnType<typeof createPeople>;

/** What the bot remembers about people and conversations, and for how long. */
export function createPeople(
  { retentionMs }: { retentionMs: number },
  deps: {
    store: MeetingStore;
    roster: Pick<TeamRoster, "isBotThere">;
    pendingToken: Tokens["pending"];
    planLost: (record: MeetingRecord) => Promise<void>;
    now: () => Date;
    sleep: Sleep;
    waitUntil: (work: Promise<unknown>) => void;
    log: Log;
  },
) {
  return {
    answerOnce: createAnswerOnce(deps),
    recentMeetings: createRecentMeetings(deps),
    pendingCommands: createPendingCommands(deps),
    presence: createPresenceMemory(deps.roster, deps.now),
    retention: createRetention({ ...deps, retentionMs }),
  };
}
