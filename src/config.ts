import { createSecretKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import type { AppCredential } from "./auth/app-credential";
import {
  BOT_TYPES,
  explainBotType,
  findCredentialFaults,
  toCredential,
  toManagedIdentityClientId,
} from "./auth/credential-settings";
import { findGraphAuthFaults, GRAPH_AUTHS, type GraphAuth } from "./auth/graph-auth-settings";
import { parseCertificate } from "./auth/parse-certificate";
import { CLOUD_NAMES, CLOUDS, type Cloud } from "./clouds";
import { LOG_LEVELS, type LogLevel } from "./log";
import type { OrganizerPolicy } from "./meetings/policy/organizer";
import { CHANGE_POLICIES, type ChangePolicy } from "./meetings/policy/who-may-change";
import { Secret } from "./secret";
import type { BotIdentity } from "./server/connector-authentication";
import { parseStoreSpec } from "./storage/open-store";

/** All that differs between one installation and another. */
export interface Config {
  host: string;
  port: number;
  logLevel: LogLevel;
  /** What `STORE` says, which may hold a key. */
  store: Secret;
  cloud: Cloud;
  botIdentity: BotIdentity;
  /** By what the bot proves itself to Entra, for Graph and for Teams. */
  credential: AppCredential;
  /** The user-assigned identity of the machine, where there is one: the store's, and maybe the bot's. */
  managedIdentityClientId?: string;
  /** Hosts that take the bot's answers beside those of the cloud. */
  connectorHosts?: readonly string[];
  /** Where our own links lead: `https://rendezvous.contoso.com`. */
  linkOrigin: string;
  /** In whose name Graph is asked for meetings: the app's own, or that of the person who hosts them. */
  graphAuth: GraphAuth;
  organizerPolicy: OrganizerPolicy;
  sealingKeys: readonly [KeyObject, ...KeyObject[]];
  freshnessMs: number;
  /** For how long a conversation that the bot was removed from is remembered, should it come back. */
  retentionMs: number;
  /** Whom, beside the organizer and the first caller, a meeting obeys. */
  whoMayChange: ChangePolicy;
  /** Who sees what is wrong with the set-up: Entra object ids in small letters. */
  admins: readonly string[];
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] };

const SEALING_KEY_BYTES = 32;
const DAY_MS = 86_400_000;

const guid = z.guid("must be a GUID");
const OBJECT_IDS = "must be object ids, GUIDs with commas between";
const sealingKey = z
  .base64("must be base64")
  .transform((text) => Buffer.from(text, "base64"))
  .refine((key) => key.length === SEALING_KEY_BYTES, `must be ${SEALING_KEY_BYTES} bytes in base64`)
  .transform((key) => createSecretKey(key));
const secret = z.string().transform((text) => new Secret(text));
const certificate = z.string().transform((text, context) => {
  const parsed = parseCertificate(text);
  if (parsed.ok) return parsed.certificate;
  context.addIssue(parsed.reason);
  return z.NEVER;
});
/** As the manifest takes one: Teams opens links of domains with a dot, by https alone. */
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?(?::\d+)?$/i;
const domain = z
  .string()
  .refine(
    (text) => DOMAIN.test(text) && URL.canParse(`https://${text}`),
    "must be a host name such as rendezvous.contoso.com, without https:// and without a path",
  );
/** Exactly these, as in `src/clouds.ts`; names alone, so that no number leads into somebody's own network. */
const HOST_NAME = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z](?:[a-z\d-]*[a-z\d])?$/;
const hostNames = z
  .string()
  .transform((text) => text.split(",").map((name) => name.trim().toLowerCase()))
  .refine(
    (names) => names.every((name) => HOST_NAME.test(name) && !name.endsWith(".localhost")),
    "must be whole host names with commas between, such as smba.teams.sovcloud-core.fr",
  );
const tenant = z.string().superRefine((text, context) => {
  if (guid.safeParse(text).success) return;
  context.addIssue(
    /[,;\s[\]]/.test(text.trim())
      ? "must be one tenant: a bot's registration and the organizer of its meetings belong to one, so another tenant takes an installation of its own"
      : "must be a GUID",
  );
});
function whole(max: number) {
  const error = `must be a whole number from 0 to ${max}`;
  return z.coerce.number(error).int(error).min(0, error).max(max, error);
}

/** Every variable that `npm start` reads; env/README.md says the same to people. */
const schema = z.object({
  BOT_TYPE: z
    .enum(BOT_TYPES, { error: ({ input }) => explainBotType(input) })
    .default("SingleTenant"),
  BOT_ID: guid,
  BOT_PASSWORD: secret.optional(),
  BOT_CERTIFICATE: certificate.optional(),
  MANAGED_IDENTITY_CLIENT_ID: guid.optional(),
  TENANT_ID: tenant,
  BOT_DOMAIN: domain,
  SEALING_KEY: sealingKey,
  SEALING_KEY_PREVIOUS: sealingKey.optional(),
  STORE: z
    .string()
    .superRefine((text, context) => {
      const parsed = parseStoreSpec(text);
      if (!parsed.ok) context.addIssue(`is wrong: ${parsed.reason.replace(/\.$/, "")}`);
      else if (parsed.spec.kind === "memory")
        context.addIssue("cannot be “memory”, which forgets everything: it is for tests");
    })
    .transform((text) => new Secret(text)),
  ORGANIZER: z
    .string()
    .refine(
      (text) => text === "first-caller" || guid.safeParse(text).success,
      "must be first-caller or an object id",
    )
    .default("first-caller"),
  GRAPH_AUTH: z
    .enum(GRAPH_AUTHS, `must be one of ${GRAPH_AUTHS.join(", ")}`)
    .default("application"),
  CLOUD: z.enum(CLOUD_NAMES, `must be one of ${CLOUD_NAMES.join(", ")}`).default("global"),
  CONNECTOR_HOSTS: hostNames.default([]),
  HOST: z.string().default("0.0.0.0"),
  PORT: whole(65_535).default(3978),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
  FRESHNESS_SECONDS: whole(3600).default(15),
  RETENTION_DAYS: whole(3650).default(30),
  WHO_MAY_CHANGE: z
    .enum(CHANGE_POLICIES, `must be one of ${CHANGE_POLICIES.join(", ")}`)
    .default("owners"),
  ADMINS: z
    .string()
    .transform((text) => text.split(",").map((id) => id.trim().toLowerCase()))
    .refine((ids) => ids.every((id) => guid.safeParse(id).success), OBJECT_IDS)
    .default([]),
});

/** What is wrong with settings beside each other, whether or not each is right by itself. */
function findFaultsTogether(given: Environment): Fault[] {
  return [...findCredentialFaults(given), ...findGraphAuthFaults(given)];
}

export type VariableName = keyof z.infer<typeof schema>;

/** Where an operator finds a value that is missing or wrong. */
export const WHERE_TO_FIND: Record<VariableName, string> = {
  BOT_TYPE: "the Azure Bot's type, on its Configuration page: SingleTenant or UserAssignedMsi",
  BOT_ID: "the application (client) id of the bot's app registration, in the Entra admin center",
  BOT_PASSWORD: "a client secret of that registration: Certificates & secrets > New client secret",
  BOT_CERTIFICATE:
    "the private key and the certificate that is uploaded at that registration, in PEM or that in base64",
  MANAGED_IDENTITY_CLIENT_ID:
    "the client id of the server's user-assigned managed identity, on its overview page in the Azure portal",
  TENANT_ID: "the directory (tenant) id, on the overview page of the Entra admin center",
  BOT_DOMAIN: "the host name under which this server is reached from the internet by https",
  SEALING_KEY: "32 random bytes in base64: openssl rand -base64 32",
  SEALING_KEY_PREVIOUS:
    "the former SEALING_KEY, while its cards are still about; else leave it out",
  STORE:
    "where records are kept: lmdb:/var/lib/rendezvous, or azure-table: with a storage account's URL or connection string",
  ORGANIZER: "first-caller, or the object id of the account that hosts all meetings",
  GRAPH_AUTH:
    "in whose name meetings are made: application for the app's own, delegated for that of each person who hosts",
  CLOUD: "the Microsoft cloud of the tenant",
  CONNECTOR_HOSTS:
    "the hosts of Teams that the log says were refused, where Microsoft told you of them",
  HOST: "the address to listen on",
  PORT: "the port to listen on",
  LOG_LEVEL: "how much is logged",
  FRESHNESS_SECONDS: "how long an answer of Graph is shown again without asking",
  RETENTION_DAYS:
    "for how many days the records of a conversation that the bot was removed from are kept",
  WHO_MAY_CHANGE:
    "who may cancel a meeting, give it a new link or change its options: members, owners or organizer",
  ADMINS:
    "the object ids of those who see what is wrong with the set-up, on their pages under Users in the Entra admin center",
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration that an environment describes, or a sentence for each thing that is wrong with it. */
export function readConfig(env: Environment): ConfigResult {
  const read = readVariables(schema, env, findFaultsTogether);
  if (!read.ok) return read;

  const { data } = read;
  const cloud = CLOUDS[data.CLOUD];
  const { BOT_ID: appId, TENANT_ID: tenantId } = data;
  const credential = toCredential(appId, data);
  const managedIdentityClientId = toManagedIdentityClientId(data);
  return {
    ok: true,
    config: {
      host: data.HOST,
      port: data.PORT,
      logLevel: data.LOG_LEVEL,
      store: data.STORE,
      cloud,
      botIdentity: {
        kind: "registered",
        appId,
        tenantId,
        ...(cloud.botChannelService && { channelService: cloud.botChannelService }),
      },
      credential,
      ...(managedIdentityClientId && { managedIdentityClientId }),
      connectorHosts: data.CONNECTOR_HOSTS,
      linkOrigin: new URL(`https://${data.BOT_DOMAIN}`).origin,
      graphAuth: data.GRAPH_AUTH,
      organizerPolicy:
        data.ORGANIZER === "first-caller"
          ? { mode: "first-caller" }
          : { mode: "service", organizer: { aadId: data.ORGANIZER.toLowerCase() } },
      sealingKeys: [
        data.SEALING_KEY,
        ...(data.SEALING_KEY_PREVIOUS ? [data.SEALING_KEY_PREVIOUS] : []),
      ],
      freshnessMs: data.FRESHNESS_SECONDS * 1000,
      retentionMs: data.RETENTION_DAYS * DAY_MS,
      whoMayChange: data.WHO_MAY_CHANGE,
      admins: data.ADMINS,
    },
  };
}

/**
 * `STORE` and whose identity opens it, for what needs the records and nothing else; the problems are those of
 * `readConfig`.
 */
export function readStoreSettings(
  env: Environment,
):
  | { ok: true; settings: Pick<Config, "store" | "managedIdentityClientId"> }
  | { ok: false; problems: string[] } {
  const identity = schema.pick({ BOT_TYPE: true, BOT_ID: true, MANAGED_IDENTITY_CLIENT_ID: true });
  const variables = schema.pick({ STORE: true }).extend(identity.partial().shape);
  const read = readVariables(variables, env);
  if (!read.ok) return read;
  const managedIdentityClientId = toManagedIdentityClientId(read.data);
  return {
    ok: true,
    settings: {
      store: read.data.STORE,
      ...(managedIdentityClientId && { managedIdentityClientId }),
    },
  };
}

/** What is wrong with those settings that the app package has too; what is missing is told by who fills it in. */
export function findPackageProblems(env: Environment): string[] {
  const read = readVariables(schema.pick({ BOT_ID: true, BOT_DOMAIN: true }).partial(), env);
  return read.ok ? [] : read.problems;
}

interface Fault {
  name: VariableName;
  message: string;
}

/** @param findFaults What is wrong with variables beside each other. */
function readVariables<T>(
  variables: z.ZodType<T>,
  env: Environment,
  findFaults: (given: Environment) => Fault[] = () => [],
): { ok: true; data: T } | { ok: false; problems: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = variables.safeParse(given);
  const faults = [...(read.success ? [] : toFaults(read.error, given)), ...findFaults(given)];
  if (read.success && faults.length === 0) return { ok: true, data: read.data };
  const order = schema.keyof().options;
  return {
    ok: false,
    problems: faults
      .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
      .map(({ name, message }) => `${name} ${message}. It is ${WHERE_TO_FIND[name]}.`),
  };
}

function toFaults({ issues }: z.ZodError, given: Environment): Fault[] {
  return issues.map(({ path: [variable], message }) => {
    const name = schema.keyof().parse(variable);
    return { name, message: Object.hasOwn(given, name) ? message : "is missing" };
  });
}
