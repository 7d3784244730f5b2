import type { Secret } from "../secret";
import type { AppCertificate, AppCredential } from "./app-credential";

/** How the Azure Bot is registered. */
export const BOT_TYPES = ["SingleTenant", "UserAssignedMsi"] as const;

/** The settings that together say by what the bot proves itself, as they were given or read. */
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

/** What is wrong with them beside each other, whether or not each is right by itself. */
export function findCredentialFaults(given: CredentialSettings<string, string>): CredentialFault[] {
  const { BOT_TYPE, BOT_PASSWORD, BOT_CERTIFICATE, MANAGED_IDENTITY_CLIENT_ID } = given;
  // What another type would need is anybody's guess.
  if (BOT_TYPE !== undefined && !BOT_TYPES.some((type) => type === BOT_TYPE)) return [];
  if (BOT_TYPE === "UserAssignedMsi") {
    const message = "must be left out with BOT_TYPE=UserAssignedMsi, which proves itself without";
    return (["BOT_PASSWORD", "BOT_CERTIFICATE"] as const)
      .filter((name) => given[name] !== undefined)
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

/** @throws when the settings were not found free of faults before */
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
  throw new Error("no credential was given");
}

/** Which user-assigned identity is the machine's; absent where it is the system-assigned one, or there is none. */
export function toManagedIdentityClientId(settings: {
  BOT_TYPE?: string | undefined;
  BOT_ID?: string | undefined;
  MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}): string | undefined {
  const { BOT_TYPE, BOT_ID, MANAGED_IDENTITY_CLIENT_ID } = settings;
  return MANAGED_IDENTITY_CLIENT_ID ?? (BOT_TYPE === "UserAssignedMsi" ? BOT_ID : undefined);
}

/** Why another type than ours is refused; botbuilder would take it for MultiTenant, silently. */
export function explainBotType(given: unknown): string {
  const refusal = `must be ${BOT_TYPES.join(" or ")}`;
  return given === "MultiTenant"
    ? `${refusal}: MultiTenant would let in any organization, and Azure has made no such bot since July 2025`
    : refusal;
}
