import {
  CloudAdapter,
  ConfigurationServiceClientCredentialFactory,
  type Activity,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from "botbuilder";
import { z } from "zod";
import type { Log } from "../log";
import { createConnectorCredentials, type GetConnectorToken } from "./connector-credentials";
import type { InboundAuth } from "./inbound-auth";
import { AllowlistedAuthentication } from "./allowlisted-authentication";
import type { InboundRejection } from "./inbound-rejection";

/** How Teams and the bot know each other. `off` trusts every caller, and is for the demo on loopback alone. */
export type BotIdentity =
  | { kind: "off" }
  | { kind: "registered"; appId: string; tenantId: string; channelService?: string };

export interface TurnAdapterDeps {
  inboundAuth: InboundAuth;
  getConnectorToken: GetConnectorToken;
  log: Log;
}

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

type Logic = (context: TurnContext) => Promise<void>;

/** What an activity led to: an invoke's answer, nothing, or the refusal of its caller. */
export type Received =
  { ok: true; answer?: InvokeResponse } | { ok: false; refusal: InboundRejection };

/**
 * botbuilder's adapter without its HTTP side: the caller has read the body, and writes the answer.
 * https://learn.microsoft.com/azure/bot-service/bot-builder-basics
 */
export class TurnAdapter extends CloudAdapter {
  readonly #appId: string;
  readonly #door: InboundAuth;

  constructor(identity: BotIdentity, deps: TurnAdapterDeps) {
    super(createAuthentication(identity, deps));
    this.#door = deps.inboundAuth;
    this.#appId = identity.kind === "off" ? "" : identity.appId;
  }

  async receive(authorization: string, activity: Activity, logic: Logic): Promise<Received> {
    const caller = await this.#door.authenticate(authorization, activity);
    if (!caller.ok) return caller;
    const { identity: claimsIdentity } = caller;
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    // Answers are for whoever vouches for the question.
    const audience = claimsIdentity.getClaimValue("iss") ?? "";
    const answer = await this.processActivity(
      { claimsIdentity, connectorFactory, audience },
      activity,
      (context) => this.#run(context, logic),
    );
    return { ok: true, ...(answer && { answer }) };
  }

  /** Enters a conversation that has spoken before. */
  resume(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    const run: Logic = (context) => this.#run(context, logic);
    return this.continueConversationAsync(this.#appId, reference, run);
  }

  /**
   * The Connector client repeats a failed request whatever it was, so that a message can be posted twice, and
   * waits as long as it is told to. What may be repeated is for who sends to say: `bot/delivery/reply.ts`.
   */
  #run(context: TurnContext, logic: Logic): Promise<void> {
    connectorSchema
      .parse(context.turnState.get(this.ConnectorClientKey))
      .client.pipeline.removePolicy({ phase: "Retry" });
    return logic(context);
  }
}

/** An empty app id is what switches botbuilder's authentication off, so it is given for `off` alone. */
function createAuthentication(
  identity: BotIdentity,
  { inboundAuth, getConnectorToken, log }: TurnAdapterDeps,
): AllowlistedAuthentication {
  const deps = { gate: inboundAuth.gate, log };
  if (identity.kind === "off") {
    return new AllowlistedAuthentication(
      deps,
      {},
      new ConfigurationServiceClientCredentialFactory({ MicrosoftAppId: "" }),
    );
  }
  const { channelService } = identity;
  return new AllowlistedAuthentication(
    deps,
    channelService ? { ChannelService: channelService } : {},
    createConnectorCredentials(identity, getConnectorToken),
  );
}
