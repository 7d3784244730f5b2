import type { Secret } from "../secret";

/** How the bot authenticates to Entra, for Graph as well as for the Connector. */
export type AppCredential =
  | { kind: "secret"; clientId: string; secret: Secret }
  /** A private key whose certificate is uploaded to the app registration. */
  | ({ kind: "certificate"; clientId: string } & AppCertificate)
  /** An app registration that accepts tokens of an Azure managed identity, which needs no secret. */
  | { kind: "federated"; clientId: string; managedIdentityClientId: string }
  /** The managed identity is itself the bot. */
  | { kind: "managed-identity"; clientId: string };

/** A certificate and its private key, in the formats that MSAL expects. */
export interface AppCertificate {
  /** Uppercase hex, without colons. */
  thumbprintSha256: string;
  /** PKCS #8 in PEM. */
  privateKey: Secret;
  /** The chain in PEM, starting with the key's certificate. */
  x5c: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** How Teams and the bot authenticate each other. `off` trusts every caller: only for the demo, on loopback. */
export type BotIdentity = { kind: "off" } | { kind: "registered"; appId: string; tenantId: string };
