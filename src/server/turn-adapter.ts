import {
  CloudAdapterBase,
  TurnContext,
  type Activity,
  type ConversationReference,
  type InvokeResponse,
} from "botbuilder";
import type { ClaimsIdentity } from "botframework-connector";
import type { BotIdentity } from "../auth/app-credential";
import type { GetApplicationToken } from "../auth/application-tokens";
import type { Cloud } from "../clouds";
import type { Dependencies } from "../deps";
import type { PolicyDeps } from "../resilience/policy";
import { ConnectorAuthentication, type GetConnectorToken } from "./connector-authentication";
import { allowLoopback, createInboundAuth, type InboundAuth } from "./inbound-auth";
import type { InboundRejection } from "./inbound-rejection";
import { createTeamRoster } from "./team-roster";

type Logic = (context: TurnContext) => Promise<void>;

/** The outcome of an activity. Only invokes have an `answer`. */
export type Received =
  { ok: true; answer?: InvokeResponse } | { ok: false; rejection: InboundRejection };

/**
 * botbuilder's adapter without an HTTP side: the caller reads the body and writes the response.
 * https://learn.microsoft.com/azure/bot-service/bot-builder-basics
 */
export class TurnAdapter extends CloudAdapterBase {
  readonly #appId: string;
  readonly #inboundAuth: InboundAuth;

  constructor(
    identity: BotIdentity,
    deps: Pick<Dependencies, "log" | "metrics"> & {
      inboundAuth: InboundAuth;
      getConnectorToken: GetConnectorToken;
    },
  ) {
    const { checkServiceUrl } = deps.inboundAuth;
    super(new ConnectorAuthentication(identity, { ...deps, checkServiceUrl }));
    this.#inboundAuth = deps.inboundAuth;
    this.#appId = identity.kind === "off" ? "" : identity.appId;
  }

  /** @param handle Handles an activity. Returns the response to an invoke. */
  async receive(
    authorization: string,
    activity: Activity,
    handle: (context: TurnContext) => Promise<InvokeResponse | undefined>,
  ): Promise<Received> {
    const caller = await this.#inboundAuth.authenticate(authorization, activity);
    if (!caller.ok) return caller;
    // botbuilder would keep the replies for the response, where Teams doesn't look for them.
    delete activity.deliveryMode;
    // Replies go to the issuer of the caller's token.
    const audience = caller.identity.getClaimValue("iss") ?? "";
    return { ok: true, answer: await this.#run(caller.identity, activity, audience, handle) };
  }

  /** Starts a turn in a conversation from a stored reference. */
  resume(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    return this.continueConversationAsync(this.#appId, reference, logic);
  }

  protected override processProactive(
    ...[identity, activity, audience, logic]: Parameters<CloudAdapterBase["processProactive"]>
  ): Promise<void> {
    return this.#run(identity, activity, audience, logic);
  }

  /**
   * What botbuilder's `processActivity` and `processProactive` do, except for middleware, which we don't use. They're
   * compiled to generators, which take three times as long and keep each turn's objects until the next full garbage
   * collection.
   */
  async #run<Result>(
    identity: ClaimsIdentity,
    activity: Partial<Activity>,
    audience: string | undefined,
    work: (context: TurnContext) => Promise<Result>,
  ): Promise<Result> {
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(identity);
    const client = await connectorFactory.create(activity.serviceUrl ?? "", audience);
    const context = new TurnContext(this, activity);
    context.turnState.set(this.BotIdentityKey, identity);
    context.turnState.set(this.ConnectorClientKey, client);
    context.turnState.set(this.ConnectorFactoryKey, connectorFactory);
    context.turnState.set(this.OAuthScopeKey, audience);
    // Work that goes on after the turn must not use its context.
    const { proxy, revoke } = Proxy.revocable(context, {});
    try {
      return await work(proxy);
    } finally {
      revoke();
    }
  }
}

interface AdapterSettings {
  botIdentity: BotIdentity;
  cloud: Pick<Cloud, "botResource" | "botTokens" | "connectorHosts">;
  /** Service URL hosts to allow in addition to the cloud's. */
  connectorHosts?: readonly string[];
}

/** Everything between Teams and a turn: inbound authentication, the Connector, and the team roster. */
export function createAdapter(
  { botIdentity, cloud, connectorHosts = [] }: AdapterSettings,
  deps: PolicyDeps & Pick<Dependencies, "log" | "metrics"> & { getAppToken: GetApplicationToken },
) {
  const inboundAuth =
    botIdentity.kind === "off"
      ? allowLoopback
      : createInboundAuth(
          botIdentity,
          cloud.botTokens,
          [...cloud.connectorHosts, ...connectorHosts],
          deps.sleep,
        );
  const adapter = new TurnAdapter(botIdentity, {
    inboundAuth,
    getConnectorToken: (request) => deps.getAppToken({ ...request, resource: cloud.botResource }),
    log: deps.log,
    metrics: deps.metrics,
  });
  const receive: TurnAdapter["receive"] = (...args) => adapter.receive(...args);
  const resume: TurnAdapter["resume"] = (...args) => adapter.resume(...args);
  return { receive, resume, roster: createTeamRoster({ ...deps, resume }) };
}
