import {
  CloudAdapterBase,
  type Activity,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from "botbuilder";
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
    const { identity: claimsIdentity } = caller;
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    // Replies go to the issuer of the caller's token.
    const audience = claimsIdentity.getClaimValue("iss") ?? "";
    let answer: InvokeResponse | undefined;
    const adaptersAnswer = await this.processActivity(
      { claimsIdentity, connectorFactory, audience },
      activity,
      async (context) => {
        answer = await handle(context);
      },
    );
    return { ok: true, answer: answer ?? adaptersAnswer };
  }

  /** Starts a turn in a conversation from a stored reference. */
  resume(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    return this.continueConversationAsync(this.#appId, reference, logic);
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
