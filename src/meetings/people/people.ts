import type { Log } from "../../log";
import type { TeamRoster } from "../ports/team-roster";
import type { MeetingStore } from "../record/meeting-store";
import type { WaitingSealer } from "../tokens/sealed-waiting";
import { createForgetRecents } from "./forget-recents";
import { createForgetting } from "./forget";
import { createPendingCommands } from "./pending-commands";
import { createPresenceMemory } from "./presence-memory";
import { createRecentMeetings } from "./recent-meetings";

export interface PeopleDeps {
  store: MeetingStore;
  roster: Pick<TeamRoster, "isBotThere">;
  /** Encrypts pending commands. */
  sealer: WaitingSealer;
  now: () => Date;
  log: Log;
}

export type People = ReturnType<typeof createPeople>;

/** What the bot remembers about people and conversations, and for how long. */
export function createPeople({ retentionMs }: { retentionMs: number }, deps: PeopleDeps) {
  const pendingCommands = createPendingCommands(deps);
  const forgetting = createForgetting({ ...deps, retentionMs });
  const forgetRecents = createForgetRecents({ ...deps, retentionMs });
  return {
    recentMeetings: createRecentMeetings(deps),
    pendingCommands,
    presence: createPresenceMemory(deps.roster, deps.now),
    retention: {
      ...forgetting,
      async sweep(stopping?: AbortSignal): Promise<number> {
        const forgottenCount = await forgetting.sweep(stopping);
        await forgetRecents(stopping);
        await pendingCommands.sweep(stopping);
        return forgottenCount;
      },
    },
  };
}
