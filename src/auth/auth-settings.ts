import type { Secret } from "../secret";
import type { AppCertificate, AppCredential } from "./app-credential";

/** How the Azure Bot is registered. */
export const BOT_TYPES = ["SingleTenant", "UserAssignedMsi"] as const;

export const GRAPH_AUTHS = ["application", "delegated"] as const;
/** Whether Graph calls use the app's own token or each organizer's. */
export type GraphAuth = (typeof GRAPH_AUTHS)[number];

type UnparsedSettings = Readonly<Record<string, string | undefined>>;

/** Finds invalid combinations. Each setting can be valid or invalid by itself. */
export function findAuthFaults(settings: UnparsedSettings) {
  return [...findCredentialFaults(settings), ...findGraphAuthFaults(settings)];
}

function findCredentialFaults(
  settings: UnparsedSettings,
): { name: "BOT_PASSWORD" | "BOT_CERTIFICATE"; message: string }[] {
  const { BOT_TYPE, BOT_PASSWORD, BOT_CERTIFICATE, MANAGED_IDENTITY_CLIENT_ID } = settings;
  // Unknown types are reported elsewhere.
  if (BOT_TYPE !== undefined && !BOT_TYPES.some((type) => type === BOT_TYPE)) return [];
  if (BOT_TYPE === "UserAssignedMsi") {
    const message =
      "must be empty with BOT_TYPE=UserAssignedMsi, which needs no secret or certificate";
    return (["BOT_PASSWORD", "BOT_CERTIFICATE"] as const)
      .filter((name) => settings[name] !== undefined)
      .map((name) => ({ name, message }));
  }
  if (BOT_PASSWORD !== undefined && BOT_CERTIFICATE !== undefined) {
    const message = "must be empty if BOT_PASSWORD is set. Use one of them";
    return [{ name: "BOT_CERTIFICATE", message }];
  }
  if (BOT_PASSWORD ?? BOT_CERTIFICATE ?? MANAGED_IDENTITY_CLIENT_ID) return [];
  const message = "is missing. Set it, BOT_CERTIFICATE or MANAGED_IDENTITY_CLIENT_ID";
  return [{ name: "BOT_PASSWORD", message }];
}

function findGraphAuthFaults({
  GRAPH_AUTH,
  ORGANIZER = "first-caller",
  BOT_TYPE,
}: UnparsedSettings): { name: "GRAPH_AUTH"; message: string }[] {
  if (GRAPH_AUTH !== "delegated") return [];
  const messages = [
    ORGANIZER !== "first-caller" &&
      "can’t be delegated if ORGANIZER is an account. Leave ORGANIZER empty",
    BOT_TYPE === "UserAssignedMsi" &&
      "can’t be delegated with BOT_TYPE=UserAssignedMsi. Register the bot as SingleTenant",
  ];
  return messages.flatMap((message) => (message ? [{ name: "GRAPH_AUTH", message }] : []));
}

/** @throws if `findAuthFaults` would find that no setting has a credential */
export function toCredential(
  clientId: string,
  settings: {
    BOT_TYPE: (typeof BOT_TYPES)[number];
    BOT_PASSWORD?: Secret;
    BOT_CERTIFICATE?: AppCertificate;
    MANAGED_IDENTITY_CLIENT_ID?: string;
  },
): AppCredential {
  const { BOT_TYPE, BOT_PASSWORD: secret, BOT_CERTIFICATE: certificate } = settings;
  if (BOT_TYPE === "UserAssignedMsi") return { kind: "managed-identity", clientId };
  if (secret) return { kind: "secret", clientId, secret };
  if (certificate) return { kind: "certificate", clientId, ...certificate };
  const { MANAGED_IDENTITY_CLIENT_ID: managedIdentityClientId } = settings;
  if (managedIdentityClientId) return { kind: "federated", clientId, managedIdentityClientId };
  throw new Error("there is no credential");
}

/** The bot signs in to one tenant, and answers only that one. */
export function explainBotType(value: unknown): string {
  const message = `must be ${BOT_TYPES.join(" or ")}`;
  return value === "MultiTenant"
    ? `${message}. MultiTenant would let any organization in, and Azure no longer creates such bots`
    : message;
}
