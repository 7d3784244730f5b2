import { randomUUID } from "node:crypto";
import type { AppCredential } from "../../src/auth/app-credential";
import { parseCertificate } from "../../src/auth/parse-certificate";
import { Secret } from "../../src/secret";
import { CLIENT_ID, CLIENT_SECRET } from "./graph";
import { makeCertificate, type TestCertificate } from "./make-certificate";

export const CERTIFICATE = makeCertificate();

export function certificateCredential({ pem }: TestCertificate): AppCredential {
  const parsed = parseCertificate(pem);
  if (!parsed.ok) throw new Error(parsed.reason);
  return { kind: "certificate", clientId: CLIENT_ID, ...parsed.certificate };
}

/** Each call uses a new identity, because MSAL caches the tokens of managed identities per process. */
export const CREDENTIALS: Record<AppCredential["kind"], () => AppCredential> = {
  secret: () => ({ kind: "secret", clientId: CLIENT_ID, secret: new Secret(CLIENT_SECRET) }),
  certificate: () => certificateCredential(CERTIFICATE),
  federated: () => ({
    kind: "federated",
    clientId: CLIENT_ID,
    managedIdentityClientId: randomUUID(),
  }),
  "managed-identity": () => ({ kind: "managed-identity", clientId: randomUUID() }),
};
export const kinds = Object.keys(CREDENTIALS) as AppCredential["kind"][];
