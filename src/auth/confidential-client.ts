import type {
  ConfidentialClientApplication,
  INetworkModule,
  NodeAuthOptions,
} from "@azure/msal-node";
import type { Cloud } from "../clouds";
import type { AppCredential } from "./app-credential";
import { loadMsal } from "./load-msal";
import { createManagedIdentityTokens } from "./managed-identity-tokens";

/** The `reason` of an AppError `token_unavailable`. */
export const CERTIFICATE_EXPIRED = "certificate_expired";

/** Credentials of an app registration. A managed identity that is itself the bot has none. */
export type RegistrationCredential = Exclude<AppCredential, { kind: "managed-identity" }>;

export interface AuthDeps {
  /** Share one between all clients: its policy limits them together. */
  network: INetworkModule;
  now: () => Date;
}

/** An MSAL client for the bot's app registration. Requests name their authority. */
export function createConfidentialClient(
  credential: RegistrationCredential,
  cloud: Cloud,
  deps: AuthDeps,
): ConfidentialClientApplication {
  const msal = loadMsal();
  return new msal.ConfidentialClientApplication({
    auth: { clientId: credential.clientId, ...toAuthOptions(credential, cloud, deps) },
    system: { networkClient: rejectExpired(credential, deps) },
  });
}

function toAuthOptions(
  credential: RegistrationCredential,
  cloud: Cloud,
  deps: AuthDeps,
): Pick<NodeAuthOptions, "clientSecret" | "clientCertificate" | "clientAssertion"> {
  switch (credential.kind) {
    case "secret":
      return { clientSecret: credential.secret.reveal() };
    case "certificate": {
      const { thumbprintSha256, privateKey, x5c } = credential;
      return { clientCertificate: { thumbprintSha256, privateKey: privateKey.reveal(), x5c } };
    }
    case "federated": {
      const { managedIdentityClientId: clientId } = credential;
      const getIdentityToken = createManagedIdentityTokens(clientId, deps.network);
      const resource = cloud.tokenExchangeAudience;
      return { clientAssertion: async () => (await getIdentityToken({ resource })).token };
    }
  }
}

/** Fails with one clear code for an expired certificate, because Entra's errors for it vary. */
function rejectExpired(
  credential: RegistrationCredential,
  { network, now }: AuthDeps,
): INetworkModule {
  if (credential.kind !== "certificate") return network;
  const { expiresAt } = credential;
  return {
    ...network,
    async sendPostRequestAsync(url, options) {
      if (now() >= new Date(expiresAt)) throw new (loadMsal().AuthError)(CERTIFICATE_EXPIRED, "");
      return network.sendPostRequestAsync(url, options);
    },
  };
}
