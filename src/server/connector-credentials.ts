import { TokenCredentials, type ServiceClientCredentialsFactory } from "botframework-connector";

/** An access token for the Connector, through which everything is sent to Teams; of the bot's own tenant. */
export type GetConnectorToken = (tenantId: string) => Promise<string>;

/**
 * The bot's credential towards the Connector, as botbuilder takes one: tokens come from where ours for Graph
 * do. botbuilder's own credentials bring another MSAL, which reaches the network by itself, and keep their
 * tokens in one place for the whole process.
 */
export function createConnectorCredentials(
  { appId, tenantId }: { appId: string; tenantId: string },
  getToken: GetConnectorToken,
): ServiceClientCredentialsFactory {
  return {
    isValidAppId: async (candidate) => candidate === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) =>
        new TokenCredentials(await getToken(tenantId)).signRequest(request),
    }),
  };
}
