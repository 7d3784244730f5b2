import type { TurnContext } from "botbuilder";
import { ConnectorClient } from "botframework-connector";
import * as z from "zod";

export type Conversations = ConnectorClient["conversations"];

const clientSchema = z.object({ targeted: z.instanceof(ConnectorClient) });

/** The Connector's REST API, with the bot's token. */
export function toConversations(context: TurnContext): Conversations {
  return toClient(context).conversations;
}

/**
 * Like {@link toConversations}, for targeted messages, which botbuilder can't send. The client is another one, so that
 * nothing sent with it can become public.
 * https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages
 */
export function toTargetedConversations(context: TurnContext): Conversations {
  return clientSchema.parse(toClient(context)).targeted.conversations;
}

function toClient(context: TurnContext): ConnectorClient {
  return context.turnState.get<ConnectorClient>(context.adapter.ConnectorClientKey);
}
