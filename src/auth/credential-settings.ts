import type { Secret } from "../secret";
import type { AppCertificate, AppCredential } from "./app-credential";

/** How the Azure Bot is registered. */
export const BOT_TYPES = ["SingleTenant", "UserAssignedMsi"] as const;

/** The settings that choose the bot's credential, before or after parsing. */
export interface CredentialSettings<Password, Certificate> {
  BOT_TYPE?: string | undefined;
  BOT_PASSWORD?: Password | undefined;
  BOT_CERTIFICATE?: Certificate | undefined;
  MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}

interface CredentialFault {
  name: "BOT_PASSWORD" | "BOT_CERTIFICATE";
  message: string;
}

/** Finds invalid combinations. Each setting can be valid or invalid by itself. */
export function findCredentialFaults(
  settings: CredentialSettings<string, string>,
): CredentialFault[] {
  const { BOT_TYPE, BOT_PASSWORD, BOT_CERTIFICATE, MANAGED_IDENTITY_CLIENT_ID } = settings;
  // Unknown types are reported elsewhere.
  if (BOT_TYPE !== undefined && !BOT_TYPES.some((type) => type === BOT_TYPE)) return [];
  if (BOT_TYPE === "UserAssignedMsi") {
    const message = "must be left out with BOT_TYPE=UserAssignedMsi, which proves itself without";
    return (["BOT_PASSWORD", "BOT_CERTIFICATE"] as const)
      .filter((name) => settings[name] !== undefined)
      .map((name) => ({ name, message }));
  }
  if (BOT_PASSWORD !== undefined && BOT_CERTIFICATE !== undefined) {
    const message = "must be left out while BOT_PASSWORD is there: the bot proves itself by one";
    return [{ name: "BOT_CERTIFICATE", message }];
  }
  if (BOT_PASSWORD ?? BOT_CERTIFICATE ?? MANAGED_IDENTITY_CLIENT_ID) return [];
  const message =
    "is missing, and so are BOT_CERTIFICATE and MANAGED_IDENTITY_CLIENT_ID, of which any one will do";
  return [{ name: "BOT_PASSWORD", message }];
}

/** @throws if `findCredentialFaults` would find a fault */
export function toCredential(
  clientId: string,
  settings: CredentialSettings<Secret, AppCertificate>,
): AppCredential {
  const { BOT_TYPE, BOT_PASSWORD: secret, BOT_CERTIFICATE: certificate } = settings;
  if (BOT_TYPE === "UserAssignedMsi") return { kind: "managed-identity", clientId };
  if (secret) return { kind: "secret", clientId, secret };
  if (certificate) return { kind: "certificate", clientId, ...certificate };
  const { MANAGED_IDENTITY_CLIENT_ID: managedIdentityClientId } = settings;
  if (managedIdentityClientId) return { kind: "federated", clientId, managedIdentityClientId };
  throw new Error("there is no credential");
}

/** The server's user-assigned managed identity, if there is one. */
export function toManagedIdentityClientId(settings: {
  BOT_TYPE?: string | undefined;
  BOT_ID?: string | undefined;
  MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}): string | undefined {
  const { BOT_TYPE, BOT_ID, MANAGED_IDENTITY_CLIENT_ID } = settings;
  return MANAGED_IDENTITY_CLIENT_ID ?? (BOT_TYPE === "UserAssignedMsi" ? BOT_ID : undefined);
}

/** botbuilder would silently treat any other type as MultiTenant. */
export function explainBotType(value: unknown): string {
  const message = `must be ${BOT_TYPES.join(" or ")}`;
  return value === "MultiTenant"
    ? `${message}: MultiTenant would let in any organization, and Azure has made no such bot since July 2025`
    : message;
}
