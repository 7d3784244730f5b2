import { createExpiringCache } from "../../async/expiring-cache";
import type { RosterConversation, TeamRoster } from "../ports/team-roster";

/** Longer than people type, short enough to notice that the bot was added. */
const REMEMBERED_MS = 60_000;
const MAX_PLACES = 10_000;

/** Whether the bot is in a conversation. Both calls throw `roster_unavailable`. */
export interface PresenceMemory {
  /** Asks Teams. */
  ask(place: RosterConversation, memberId: string): Promise<boolean>;
  /** Uses an answer or failure of the last minute, because a search asks on every keystroke. */
  recall(place: RosterConversation, memberId: string): Promise<boolean>;
}

export function createPresenceMemory(
  roster: Pick<TeamRoster, "isBotThere">,
  now: () => Date,
): PresenceMemory {
  const answers = createExpiringCache<Promise<boolean>>({
    maxEntries: MAX_PLACES,
    ttlMs: REMEMBERED_MS,
    now,
  });
  function ask(place: RosterConversation, memberId: string): Promise<boolean> {
    const answer = roster.isBotThere(place, memberId);
    answers.set(toPlaceText(place), answer);
    return answer;
  }
  return {
    ask,
    recall: (place, memberId) => answers.get(toPlaceText(place)) ?? ask(place, memberId),
  };
}

function toPlaceText({ serviceUrl, conversationId }: RosterConversation): string {
  return JSON.stringify([serviceUrl, conversationId]);
}
