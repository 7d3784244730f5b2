import {
  AuthError,
  ConfidentialClientApplication,
  type INetworkModule,
  type NodeAuthOptions,
} from "@azure/msal-node";
import type { Cloud } from "../clouds";
import type { AppCredential } from "./app-credential";
import { createManagedIdentityTokens } from "./managed-identity-tokens";
import { createMsalNetwork } from "./msal-network";

/** The `reason` of a token that there is not. */
export const CERTIFICATE_EXPIRED = "certificate_expired";

/** What can ask Entra in a registration's name: an identity that is itself the bot has no registration. */
export type RegistrationCredential = Exclude<AppCredential, { kind: "managed-identity" }>;

export interface AuthDeps {
  fetch: typeof fetch;
  now: () => Date;
}

/**
 * MSAL for the bot's registration, by whatever it proves itself with: for the app's own tokens, and for those
 * that it gets on behalf of a person.
 *
 * @param cloud Whose login is asked.
 * @param tenantId The authority where a request names none.
 */
export function createConfidentialClient(
  credential: RegistrationCredential,
  { cloud, tenantId }: { cloud: Cloud; tenantId?: string },
  deps: AuthDeps,
): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: {
      clientId: credential.clientId,
      ...(tenantId && { authority: `${cloud.loginOrigin}/${tenantId}` }),
      ...toProof(credential, cloud, deps),
    },
    system: { networkClient: refuseExpired(createMsalNetwork(deps.fetch), credential, deps) },
  });
}

function toProof(
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
      const getIdentityToken = createManagedIdentityTokens({ clientId }, deps);
      const resource = cloud.tokenExchangeAudience;
      return { clientAssertion: async () => (await getIdentityToken({ resource })).token };
    }
  }
}

/** A certificate that is over is said to be so, and nobody is asked: Entra's words for it are many. */
function refuseExpired(
  network: INetworkModule,
  credential: RegistrationCredential,
  { now }: AuthDeps,
): INetworkModule {
  if (credential.kind !== "certificate") return network;
  const { expiresAt } = credential;
  return {
    ...network,
    async sendPostRequestAsync(url, options) {
      if (now() >= new Date(expiresAt)) throw new AuthError(CERTIFICATE_EXPIRED, "");
      return network.sendPostRequestAsync(url, options);
    },
  };
}
