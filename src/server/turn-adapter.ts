import { CloudAdapterBase, TurnContext, type ConversationReference } from "botbuilder";
import type { BotIdentity } from "../auth/app-credential";
import type { GetApplicationToken } from "../auth/application-tokens";
import type { Cloud } from "../clouds";
import type { Dependencies } from "../deps";
import type { PolicyDeps } from "../resilience/policy";
import { ConnectorAuthentication, type GetConnectorToken } from "./connector-authentication";
import { allowLoopback, createInboundAuth, type InboundAuth } from "./inbound-auth";
import { createTeamRoster } from "./team-roster";

type Logic = (context: TurnContext) => Promise<void>;

/**
 * botbuilder's adapter without an HTTP side, for everything that is sent to Teams.
 * https://learn.microsoft.com/azure/bot-service/bot-builder-basics
 */
export class TurnAdapter extends CloudAdapterBase {
  readonly #appId: string;

  constructor(
    identity: BotIdentity,
    deps: Pick<Dependencies, "log" | "metrics"> & {
      checkServiceUrl: InboundAuth["checkServiceUrl"];
      getConnectorToken: GetConnectorToken;
    },
  ) {
    super(new ConnectorAuthentication(identity, deps));
    this.#appId = identity.kind === "off" ? "" : identity.appId;
  }

  /** Starts a turn in a conversation from a stored reference. */
  resume(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    return this.continueConversationAsync(this.#appId, reference, logic);
  }

  /**
   * What botbuilder's own method does, except for middleware, which we don't use. That one is compiled to a generator,
   * which takes three times as long and keeps each turn's objects until the next full garbage collection.
   */
  protected override async processProactive(
    ...[identity, activity, audience, logic]: Parameters<CloudAdapterBase["processProactive"]>
  ): Promise<void> {
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(identity);
    const client = await connectorFactory.create(activity.serviceUrl ?? "", audience);
    // Replies refer to the activity of the reference. botbuilder makes up an id.
    const context = new TurnContext(this, { ...activity, id: activity.relatesTo?.activityId });
    context.turnState.set(this.ConnectorClientKey, client);
    // Work that goes on after the turn must not use its context.
    const { proxy, revoke } = Proxy.revocable(context, {});
    try {
      await logic(proxy);
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
  const { authenticate, checkServiceUrl } = inboundAuth;
  const getConnectorToken: GetConnectorToken = (request) =>
    deps.getAppToken({ ...request, resource: cloud.botResource });
  const adapter = new TurnAdapter(botIdentity, {
    checkServiceUrl,
    getConnectorToken,
    log: deps.log,
    metrics: deps.metrics,
  });
  const resume: TurnAdapter["resume"] = (...args) => adapter.resume(...args);
  return {
    authenticate,
    resume,
    /** Gets the Connector's token, so that the next call doesn't wait for it. Throws the errors of `getAppToken`. */
    fetchToken: async (): Promise<void> => {
      if (botIdentity.kind !== "off") await getConnectorToken({ tenantId: botIdentity.tenantId });
    },
    roster: createTeamRoster({ ...deps, resume }),
  };
}
