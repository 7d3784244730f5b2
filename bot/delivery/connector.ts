import type { TurnContext } from "botbuilder";
import type { ConnectorClient } from "botframework-connector";
import { z } from "zod";

export type Conversations = ConnectorClient["conversations"];

/** As in `@azure/core-rest-pipeline`, which botbuilder doesn't export. */
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

/** The Connector's REST API, with the bot's token. */
export function toConversations(context: TurnContext): Conversations {
  return toClient(context).conversations;
}

/**
 * Like {@link toConversations}, for targeted messages, which botbuilder can't send. From now on *everything* that the
 * turn sends is targeted. A client serves one turn, so nothing sent with it can become public.
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
