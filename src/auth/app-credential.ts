import type { Secret } from "../secret";

/** How the bot proves to Entra that it is its app registration, or its identity: for Graph as for Teams. */
export type AppCredential =
  { kind: "secret"; clientId: string; secret: Secret } | CertificateCredential | IdentityCredential;

/** A key of our own; Entra knows the certificate that belongs to it. */
export interface CertificateCredential extends AppCertificate {
  kind: "certificate";
  clientId: string;
}

/** The identity that Azure gave the machine: nothing secret is anywhere. */
export type IdentityCredential =
  /** A registration that trusts the machine's identity: a token of the one's is the other's proof. */
  | { kind: "federated"; clientId: string; managedIdentityClientId: string }
  /** The identity is itself the bot. */
  | { kind: "managed-identity"; clientId: string };

/** A certificate with its key, in the forms that MSAL takes. */
export interface AppCertificate {
  /** Upper-case hex, without colons. */
  thumbprintSha256: string;
  /** PKCS #8 in PEM. */
  privateKey: Secret;
  /** The chain in PEM, the key's own certificate first. */
  x5c: string;
  /** ISO 8601. */
  expiresAt: string;
}
