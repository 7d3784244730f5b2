import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  StatusCodes,
  type Activity,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from "botbuilder";
import { AuthenticationError, type AuthenticateRequestResult } from "botframework-connector";
import { z } from "zod";
import { createConnectorCredentials, type GetConnectorToken } from "./connector-credentials";

/** How Teams and the bot know each other. `off` trusts every caller, and is for the demo on loopback alone. */
export type BotIdentity =
  | { kind: "off" }
  | { kind: "registered"; appId: string; tenantId: string; channelService?: string };

interface RequestPipeline {
  removePolicy(options: { phase: "Retry" }): unknown;
}
const connectorSchema = z.object({
  client: z.object({
    pipeline: z.custom<RequestPipeline>(
      (pipeline) => typeof pipeline === "object" && pipeline !== null && "removePolicy" in pipeline,
    ),
  }),
});

/** https://github.com/auth0/node-jsonwebtoken#errors--codes */
const TOKEN_ERRORS = new Set(["JsonWebTokenError", "TokenExpiredError", "NotBeforeError"]);

type Logic = (context: TurnContext) => Promise<void>;

/**
 * botbuilder's adapter without its HTTP side: the caller has read the body, and writes the answer.
 * https://learn.microsoft.com/azure/bot-service/bot-builder-basics
 */
export class TurnAdapter extends CloudAdapter {
  readonly #appId: string;

  constructor(identity: BotIdentity, getConnectorToken: GetConnectorToken) {
    super(createAuthentication(identity, getConnectorToken));
    this.#appId = identity.kind === "off" ? "" : identity.appId;
  }

  /** Throws `AuthenticationError` when the token is not Teams'. */
  async receive(
    authorization: string,
    activity: Activity,
    logic: Logic,
  ): Promise<InvokeResponse | undefined> {
    const caller = await this.#authenticate(authorization, activity);
    return this.processActivity(caller, activity, (context) => this.#run(context, logic));
  }

  async #authenticate(
    authorization: string,
    activity: Activity,
  ): Promise<AuthenticateRequestResult> {
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      // botbuilder passes on what jsonwebtoken threw: a token that is no good all the same.
      if (!(error instanceof Error) || !TOKEN_ERRORS.has(error.name)) throw error;
      throw new AuthenticationError(error.message, StatusCodes.UNAUTHORIZED);
    }
  }

  /** Enters a conversation that has spoken before. */
  resume(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    const run: Logic = (context) => this.#run(context, logic);
    return this.continueConversationAsync(this.#appId, reference, run);
  }

  /**
   * The Connector client repeats a failed request whatever it was, so that a message can be posted twice, and
   * waits as long as it is told to. What may be repeated is for who sends to say: `bot/reply.ts`.
   */
  #run(context: TurnContext, logic: Logic): Promise<void> {
    connectorSchema
      .parse(context.turnState.get(this.ConnectorClientKey))
      .client.pipeline.removePolicy({ phase: "Retry" });
    return logic(context);
  }
}

/** An empty app id is what switches botbuilder's authentication off, so it is given for `off` alone. */
function createAuthentication(identity: BotIdentity, getConnectorToken: GetConnectorToken) {
  if (identity.kind === "off") {
    return new ConfigurationBotFrameworkAuthentication(
      {},
      new ConfigurationServiceClientCredentialFactory({ MicrosoftAppId: "" }),
    );
  }
  const { channelService } = identity;
  return new ConfigurationBotFrameworkAuthentication(
    channelService ? { ChannelService: channelService } : {},
    createConnectorCredentials(identity, getConnectorToken),
  );
}
