/** Somebody whom Teams knows in a conversation. */
export interface Member {
  /** Absent for people who have no account in a directory. */
  aadId?: string;
  name?: string;
  /** The user principal name, which is an address to write to in most tenants. */
  upn?: string;
  tenantId?: string;
  isGuest: boolean;
}

/** Where to ask for people: Teams' service, and the conversation, which is the team in a channel. */
export interface RosterConversation {
  serviceUrl: string;
  conversationId: string;
}

/** Who is in a conversation, as Teams says. Every call throws `roster_unavailable` when it does not. */
export interface TeamRoster {
  /** By Teams' id (`29:…`) or the Entra object id; `undefined` when nobody there has it. */
  findMember(place: RosterConversation, id: string): Promise<Member | undefined>;
  /** Whether the bot is in the conversation, which `memberId`, one of its people, asks. */
  isBotThere(place: RosterConversation, memberId: string): Promise<boolean>;
  /** The Entra group behind a team. */
  findTeamGroupId(place: RosterConversation): Promise<string | undefined>;
}
