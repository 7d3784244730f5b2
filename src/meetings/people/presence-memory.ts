import { createExpiringCache } from "../../async/expiring-cache";
import type { RosterConversation, TeamRoster } from "../ports/team-roster";

/** Longer than it takes to type a query, short enough to notice that the bot was added. */
const REMEMBERED_MS = 60_000;
const MAX_CONVERSATIONS = 10_000;

export type PresenceMemory = ReturnType<typeof createPresenceMemory>;

/** Whether the bot is in a conversation. Both calls throw `roster_unavailable`. */
export function createPresenceMemory(roster: Pick<TeamRoster, "isBotThere">, now: () => Date) {
  const answers = createExpiringCache<Promise<boolean>>({
    maxEntries: MAX_CONVERSATIONS,
    ttlMs: REMEMBERED_MS,
    now,
  });
  /** Asks Teams. */
  function ask(conversation: RosterConversation, memberId: string): Promise<boolean> {
    const answer = roster.isBotThere(conversation, memberId);
    answers.set(toConversationText(conversation), answer);
    return answer;
  }

  /** Uses an answer or failure from the last minute, because a search asks on every keystroke. */
  function recall(conversation: RosterConversation, memberId: string): Promise<boolean> {
    return answers.get(toConversationText(conversation)) ?? ask(conversation, memberId);
  }

  return { ask, recall };
}

function toConversationText({ serviceUrl, conversationId }: RosterConversation): string {
  return JSON.stringify([serviceUrl, conversationId]);
}
