import type { RosterConversation } from "../../src/meetings/ports/team-roster";
import type { Turn } from "../turn/turn";

/** A channel's people are those of its team; a chat's are its own. */
export function toRosterConversation({
  serviceUrl,
  teamId,
  conversation,
}: Turn): RosterConversation {
  return { serviceUrl, conversationId: teamId ?? conversation.threadId };
}
