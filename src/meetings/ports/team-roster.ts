/** A member of a conversation. */
export interface Member {
  /** Absent for people without an Entra account. */
  aadId?: string;
  name?: string;
  /** The user principal name, which is an email address in most tenants. */
  upn?: string;
  tenantId?: string;
  isGuest: boolean;
}

/** Where to look people up. In a channel, the conversation is the team. */
export interface RosterConversation {
  serviceUrl: string;
  conversationId: string;
}

/** Who is in a conversation. Every call throws `roster_unavailable` when Teams fails. Implemented by `src/server/team-roster.ts`. */
export interface TeamRoster {
  /** Finds a member by Teams id (`29:…`), Entra object id or user principal name. */
  findMember(conversation: RosterConversation, id: string): Promise<Member | undefined>;
  /** Whether the bot is in the conversation. `memberId` is a member who is known to be in it. */
  isBotThere(conversation: RosterConversation, memberId: string): Promise<boolean>;
  /**
   * The meeting of a meeting chat, whose id `channelData.meeting.id` has. `undefined` if Teams doesn't know it, or names no link.
   */
  findChatMeeting(
    serviceUrl: string,
    teamsMeetingId: string,
  ): Promise<{ joinWebUrl: string; subject?: string | undefined } | undefined>;
  /** The Entra group behind a team. */
  findTeamGroupId(conversation: RosterConversation): Promise<string | undefined>;
}
