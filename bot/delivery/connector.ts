import type { TurnContext } from "botbuilder";
import type { ConnectorClient } from "botframework-connector";
import { z } from "zod";

export type Conversations = ConnectorClient["conversations"];

/** One step of a request's way, as `@azure/core-rest-pipeline` has it. */
interface PipelinePolicy {
  name: string;
  sendRequest<Request extends { url: string }, Response>(
    request: Request,
    next: (request: Request) => Promise<Response>,
  ): Promise<Response>;
}

interface RequestPipeline {
  addPolicy(policy: PipelinePolicy): void;
  removePolicy(options: { name: string }): unknown;
}

const clientSchema = z.object({
  client: z.object({
    pipeline: z.custom<RequestPipeline>(
      (pipeline) => typeof pipeline === "object" && pipeline !== null && "addPolicy" in pipeline,
    ),
  }),
});

const TARGETING: PipelinePolicy = {
  name: "isTargetedActivity",
  sendRequest(request, next) {
    const url = new URL(request.url);
    url.searchParams.set("isTargetedActivity", "true");
    request.url = url.toString();
    return next(request);
  },
};

/** The Connector's REST calls of a turn, with the bot's own token. */
export function toConversations(context: TurnContext): Conversations {
  return toClient(context).conversations;
}

/**
 * The same, for messages that one person alone sees; botbuilder has no call for them. From now on *all* that
 * the turn sends is targeted, and a client serves no other turn: nothing of it can come out in public.
 * https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages
 */
export function toTargetedConversations(context: TurnContext): Conversations {
  const client = toClient(context);
  const { pipeline } = clientSchema.parse(client).client;
  pipeline.removePolicy(TARGETING);
  pipeline.addPolicy(TARGETING);
  return client.conversations;
}

function toClient(context: TurnContext): ConnectorClient {
  return context.turnState.get<ConnectorClient>(context.adapter.ConnectorClientKey);
}
