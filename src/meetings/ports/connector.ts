import type { JsonBytes } from "../../json-bytes";

/** A conversation, and the address of Teams' service for it. */
interface Conversation {
  serviceUrl: string;
  conversationId: string;
}

/**
 * Teams' REST API for bots. Messages are activities as JSON. Implemented by `src/server/connector-client.ts`.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 *
 * Every call is one request, and another one if Teams refused the token. Throws a `ConnectorError` if Teams doesn't accept
 * it, or the errors of `getAppToken`.
 */
export interface Connector {
  /** Posts a message, perhaps as a reply to another one. Returns its id if Teams gave one. */
  send(
    conversation: Conversation,
    activity: JsonBytes,
    replyToId?: string,
  ): Promise<string | undefined>;
  update(conversation: Conversation, activityId: string, activity: JsonBytes): Promise<void>;
  delete(conversation: Conversation, activityId: string): Promise<void>;
  /**
   * Posts a message that only its recipient sees. Returns its id if Teams gave one.
   * https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages
   */
  sendTargeted(conversation: Conversation, activity: JsonBytes): Promise<string | undefined>;
  updateTargeted(
    conversation: Conversation,
    activityId: string,
    activity: JsonBytes,
  ): Promise<void>;
  /** Returns the id of the chat. */
  openChat(serviceUrl: string, parameters: JsonBytes): Promise<string>;
  /** Finds a member by Teams id, Entra object id or user principal name. */
  getMember(conversation: Conversation, memberId: string): Promise<unknown>;
  getTeam(conversation: Conversation): Promise<unknown>;
  getMeeting(serviceUrl: string, teamsMeetingId: string): Promise<unknown>;
  /** Checks a service URL, and gets the token, so that the next call doesn't wait for it. */
  prepare(serviceUrl: string): Promise<void>;
}
