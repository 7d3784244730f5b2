import type { KeyObject } from "node:crypto";
import type { AppCredential, BotIdentity } from "../auth/app-credential";
import { findAuthFaults, toCredential, type GraphAuth } from "../auth/auth-settings";
import type { NotificationCertificate } from "../auth/notification-certificate";
import type { OrganizerPolicy } from "../meetings/policy/organizer";
import { findLiveStatusFaults, type LiveStatusSource } from "./live-status-settings";
import { readSettings, settingsSchema, type Environment, type Settings } from "./settings";

/** Everything that differs between installations. */
export interface Config {
  host: string;
  port: number;
  logLevel: Settings["LOG_LEVEL"];
  metricsHost: string;
  /** Absent without metrics. */
  metricsPort?: number | undefined;
  /** As in `STORE`: it can contain an account key. */
  store: Settings["STORE"];
  cloud: Settings["CLOUD"];
  botIdentity: BotIdentity;
  /** Authenticates the bot to Entra, for Graph and Teams. */
  credential: AppCredential;
  /** The machine's user-assigned managed identity, if any. It opens the store, and can be the bot's identity. */
  managedIdentityClientId?: string;
  /** Hosts that replies may go to, in addition to the cloud's. */
  connectorHosts?: readonly string[];
  /** The origin of our own links: `https://rendezvous.contoso.com`. */
  linkOrigin: string;
  /** Whether meetings are created with application or delegated permissions. */
  graphAuth: GraphAuth;
  organizerPolicy: OrganizerPolicy;
  /** How cards learn of calls. */
  liveStatus: LiveStatusSource;
  /** What Graph encrypts notifications for: the newest first. None unless `liveStatus` is `graph`. */
  notificationCertificates: readonly NotificationCertificate[];
  sealingKeys: readonly [KeyObject, ...KeyObject[]];
  freshnessMs: number;
  /** How many minutes before the start people are reminded; 0 turns reminders off. */
  reminderMinutes: number;
  /** How long records are kept after the bot is removed from their conversation. */
  retentionMs: number;
  /** Who may change a meeting, in addition to the organizer and the requester. */
  whoMayChange: Settings["WHO_MAY_CHANGE"];
  /** How often a person can have Graph create, change or delete a meeting. 0: no limit. */
  writesPerMinute: number;
  /** Who sees the details of the setup check: Entra object ids in lower case. */
  admins: readonly string[];
}

/** The part that `createApp` needs. */
export interface AppConfig
  extends
    Omit<Config, "host" | "port" | "logLevel" | "metricsHost" | "metricsPort" | "store" | "admins">,
    Partial<Pick<Config, "store" | "admins">> {
  /** The folder of package.json and the app packages, if there is one. */
  programFolder?: string;
}

const DAY_MS = 86_400_000;

/** The configuration in an environment, or a sentence for each problem. */
export function readConfig(
  env: Environment,
): { ok: true; config: Config } | { ok: false; problems: string[] } {
  const read = readSettings(settingsSchema, env, (given) => [
    ...findAuthFaults(given),
    ...findLiveStatusFaults(given),
  ]);
  if (!read.ok) return read;

  const { data } = read;
  const { BOT_ID: appId, TENANT_ID: tenantId, CLOUD: cloud } = data;
  const { SEALING_KEY, SEALING_KEY_PREVIOUS } = data;
  return {
    ok: true,
    config: {
      host: data.HOST,
      port: data.PORT,
      logLevel: data.LOG_LEVEL,
      metricsHost: data.METRICS_HOST,
      metricsPort: data.METRICS_PORT,
      store: data.STORE,
      cloud,
      botIdentity: { kind: "registered", appId, tenantId },
      credential: toCredential(appId, data),
      managedIdentityClientId: toManagedIdentityClientId(data),
      connectorHosts: data.CONNECTOR_HOSTS,
      linkOrigin: new URL(`https://${data.BOT_DOMAIN}`).origin,
      graphAuth: data.GRAPH_AUTH,
      organizerPolicy:
        data.ORGANIZER === "first-caller"
          ? { mode: "first-caller" }
          : { mode: "service", organizer: { aadId: data.ORGANIZER.toLowerCase() } },
      liveStatus: data.LIVE_STATUS,
      notificationCertificates: toNotificationCertificates(data),
      sealingKeys: SEALING_KEY_PREVIOUS ? [SEALING_KEY, SEALING_KEY_PREVIOUS] : [SEALING_KEY],
      freshnessMs: data.FRESHNESS_SECONDS * 1000,
      reminderMinutes: data.REMINDER_MINUTES,
      retentionMs: data.RETENTION_DAYS * DAY_MS,
      whoMayChange: data.WHO_MAY_CHANGE,
      writesPerMinute: data.WRITES_PER_MINUTE,
      admins: data.ADMINS,
    },
  };
}

function toNotificationCertificates({
  LIVE_STATUS,
  NOTIFICATION_CERTIFICATE: current,
  NOTIFICATION_CERTIFICATE_PREVIOUS: previous,
}: Settings): NotificationCertificate[] {
  if (LIVE_STATUS !== "graph" || !current) return [];
  return previous ? [current, previous] : [current];
}

/** `STORE` and the managed identity that opens it, for commands that need the records only. */
export function readStoreSettings(env: Environment) {
  const identity = settingsSchema.pick({
    BOT_TYPE: true,
    BOT_ID: true,
    MANAGED_IDENTITY_CLIENT_ID: true,
  });
  const variables = settingsSchema.pick({ STORE: true }).extend(identity.partial().shape);
  const read = readSettings(variables, env);
  if (!read.ok) return read;
  const { data } = read;
  const managedIdentityClientId = toManagedIdentityClientId(data);
  return { ok: true as const, settings: { store: data.STORE, managedIdentityClientId } };
}

/** The server's user-assigned managed identity, if there is one. */
function toManagedIdentityClientId(
  settings: Partial<Pick<Settings, "BOT_TYPE" | "BOT_ID" | "MANAGED_IDENTITY_CLIENT_ID">>,
): string | undefined {
  const { BOT_TYPE, BOT_ID, MANAGED_IDENTITY_CLIENT_ID } = settings;
  return MANAGED_IDENTITY_CLIENT_ID ?? (BOT_TYPE === "UserAssignedMsi" ? BOT_ID : undefined);
}

/** What is wrong with the settings that the app package contains. Missing ones are reported when it is filled in. */
export function findPackageProblems(env: Environment): string[] {
  const read = readSettings(settingsSchema.pick({ BOT_ID: true, BOT_DOMAIN: true }).partial(), env);
  return read.ok ? [] : read.problems;
}
