import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from "botbuilder";
import {
  TokenCredentials,
  type ClaimsIdentity,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
} from "botframework-connector";
import type { BotIdentity } from "../auth/app-credential";
import type { Log } from "../log";
import type { Metrics } from "../metrics/metrics";
import { timeCalls } from "../metrics/time-calls";
import { createConnectorClients } from "./connector-clients";
import { INBOUND_REJECTIONS } from "./inbound-rejection";
import type { ServiceUrlAllowlist } from "./service-url-allowlist";

/**
 * An access token for the Connector, the REST API for everything sent to Teams. Takes the bot's own tenant. `refused` is
 * a token that the Connector just rejected with 401.
 */
export type GetConnectorToken = (request: {
  tenantId: string;
  refused?: string;
}) => Promise<string>;

/**
 * botbuilder gets all its Connector clients from this class. It gets none for a service URL outside the allowlist.
 */
export class ConnectorAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #clients: ReturnType<typeof createConnectorClients>;

  constructor(
    identity: BotIdentity,
    private readonly deps: {
      checkServiceUrl: ServiceUrlAllowlist;
      getConnectorToken: GetConnectorToken;
      log: Log;
      metrics?: Metrics | undefined;
    },
  ) {
    const isOff = identity.kind === "off";
    const channelService = isOff ? undefined : identity.channelService;
    super(
      channelService ? { ChannelService: channelService } : {},
      // An empty app id turns botbuilder's authentication off.
      isOff
        ? new ConfigurationServiceClientCredentialFactory({ MicrosoftAppId: "" })
        : createCredentials(identity, deps.getConnectorToken),
    );
    this.#clients = createConnectorClients(
      isOff
        ? undefined
        : (refused) => deps.getConnectorToken({ tenantId: identity.tenantId, refused }),
      timeCalls("connector", deps.metrics),
    );
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    const factory = super.createConnectorFactory(identity);
    const { checkServiceUrl, log } = this.deps;
    return {
      create: async (serviceUrl) => {
        const known = this.#clients.find(serviceUrl);
        if (known) return known;
        const rejection = checkServiceUrl(serviceUrl);
        if (!rejection) return this.#clients.create(factory, serviceUrl);
        const { reason, details } = rejection;
        log.warn(
          { reason, ...details },
          `sent nothing to a service URL: ${INBOUND_REJECTIONS[reason]}`,
        );
        throw new Error(`The service URL was rejected: ${reason}`);
      },
    };
  }
}

/**
 * Uses the app's own tokens. botbuilder's credentials bring a second MSAL, which makes its own network calls and
 * caches tokens process-wide.
 */
function createCredentials(
  { appId, tenantId }: { appId: string; tenantId: string },
  getToken: GetConnectorToken,
): ServiceClientCredentialsFactory {
  return {
    isValidAppId: async (candidate) => candidate === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) =>
        new TokenCredentials(await getToken({ tenantId })).signRequest(request),
    }),
  };
}
