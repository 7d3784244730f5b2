import { createSecretKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { CLOUD_NAMES, CLOUDS, type Cloud } from "./clouds";
import { LOG_LEVELS, type LogLevel } from "./log";
import type { OrganizerPolicy } from "./meetings/organizer";
import { CHANGE_POLICIES, type ChangePolicy } from "./meetings/who-may-change";
import { Secret } from "./secret";
import type { BotIdentity } from "./server/turn-adapter";
import { parseStoreSpec } from "./storage/open-store";

/** All that differs between one installation and another. */
export interface Config {
  host: string;
  port: number;
  logLevel: LogLevel;
  store: string;
  cloud: Cloud;
  botIdentity: BotIdentity;
  /** The one tenant whose conversations are served; absent in the demo, which serves any. */
  homeTenantId?: string;
  /** Where our own links lead: `https://rendezvous.contoso.com`. */
  linkOrigin: string;
  graphCredentials: { clientId: string; clientSecret: Secret };
  /** In whose name Graph is asked for meetings: the app's own, or that of the person who hosts them. */
  graphAuth: GraphAuth;
  organizerPolicy: OrganizerPolicy;
  sealingKeys: readonly [KeyObject, ...KeyObject[]];
  freshnessMs: number;
  /** For how long a conversation that the bot was removed from is remembered, should it come back. */
  retentionMs: number;
  /** Whom, beside the organizer and the first caller, a meeting obeys. */
  whoMayChange: ChangePolicy;
}

const GRAPH_AUTHS = ["application", "delegated"] as const;
export type GraphAuth = (typeof GRAPH_AUTHS)[number];

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] };

const SEALING_KEY_BYTES = 32;
const DAY_MS = 86_400_000;

const guid = z.guid("must be a GUID");
const sealingKey = z
  .base64("must be base64")
  .transform((text) => Buffer.from(text, "base64"))
  .refine((key) => key.length === SEALING_KEY_BYTES, `must be ${SEALING_KEY_BYTES} bytes in base64`)
  .transform((key) => createSecretKey(key));
const secret = z.string().transform((text) => new Secret(text));
/** As the manifest takes one: Teams opens links of domains with a dot, by https alone. */
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?(?::\d+)?$/i;
const domain = z
  .string()
  .refine(
    (text) => DOMAIN.test(text) && URL.canParse(`https://${text}`),
    "must be a host name such as rendezvous.contoso.com, without https:// and without a path",
  );
function whole(max: number) {
  const error = `must be a whole number from 0 to ${max}`;
  return z.coerce.number(error).int(error).min(0, error).max(max, error);
}

/** Every variable that `npm start` reads; env/README.md says the same to people. */
const schema = z.object({
  BOT_ID: guid,
  BOT_PASSWORD: secret,
  TENANT_ID: guid,
  BOT_DOMAIN: domain,
  SEALING_KEY: sealingKey,
  SEALING_KEY_PREVIOUS: sealingKey.optional(),
  STORE: z.string().superRefine((text, context) => {
    const parsed = parseStoreSpec(text);
    if (!parsed.ok) context.addIssue(`is wrong: ${parsed.reason.replace(/\.$/, "")}`);
    else if (parsed.spec.kind === "memory")
      context.addIssue("cannot be “memory”, which forgets everything: it is for tests");
  }),
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
  HOST: z.string().default("0.0.0.0"),
  PORT: whole(65_535).default(3978),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
  FRESHNESS_SECONDS: whole(3600).default(15),
  RETENTION_DAYS: whole(3650).default(30),
  WHO_MAY_CHANGE: z
    .enum(CHANGE_POLICIES, `must be one of ${CHANGE_POLICIES.join(", ")}`)
    .default("owners"),
});

/** What is right by itself, and does not go together. */
function checkTogether(
  { GRAPH_AUTH, ORGANIZER }: z.infer<typeof schema>,
  context: z.RefinementCtx,
): void {
  if (GRAPH_AUTH !== "delegated") return;
  if (ORGANIZER !== "first-caller") {
    const message =
      "cannot be delegated while ORGANIZER names one account, which no person signs in to: leave ORGANIZER out";
    context.addIssue({ code: "custom", path: ["GRAPH_AUTH"], message });
  }
}

export type VariableName = keyof z.infer<typeof schema>;

/** Where an operator finds a value that is missing or wrong. */
export const WHERE_TO_FIND: Record<VariableName, string> = {
  BOT_ID: "the application (client) id of the bot's app registration, in the Entra admin center",
  BOT_PASSWORD: "a client secret of that registration: Certificates & secrets > New client secret",
  TENANT_ID: "the directory (tenant) id, on the overview page of the Entra admin center",
  BOT_DOMAIN: "the host name under which this server is reached from the internet by https",
  SEALING_KEY: "32 random bytes in base64: openssl rand -base64 32",
  SEALING_KEY_PREVIOUS:
    "the former SEALING_KEY, while its cards are still about; else leave it out",
  STORE: "where records are kept, such as lmdb:/var/lib/rendezvous",
  ORGANIZER: "first-caller, or the object id of the account that hosts all meetings",
  GRAPH_AUTH:
    "in whose name meetings are made: application for the app's own, delegated for that of each person who hosts",
  CLOUD: "the Microsoft cloud of the tenant",
  HOST: "the address to listen on",
  PORT: "the port to listen on",
  LOG_LEVEL: "how much is logged",
  FRESHNESS_SECONDS: "how long an answer of Graph is shown again without asking",
  RETENTION_DAYS:
    "for how many days the records of a conversation that the bot was removed from are kept",
  WHO_MAY_CHANGE:
    "who may cancel a meeting, give it a new link or change its options: members, owners or organizer",
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration that an environment describes, or a sentence for each thing that is wrong with it. */
export function readConfig(env: Environment): ConfigResult {
  const read = readVariables(schema.superRefine(checkTogether), env);
  if (!read.ok) return read;

  const { data } = read;
  const cloud = CLOUDS[data.CLOUD];
  const { BOT_ID: appId, TENANT_ID: tenantId, BOT_PASSWORD: password } = data;
  return {
    ok: true,
    config: {
      host: data.HOST,
      port: data.PORT,
      logLevel: data.LOG_LEVEL,
      store: data.STORE,
      cloud,
      botIdentity: {
        kind: "secret",
        appId,
        tenantId,
        password,
        ...(cloud.botChannelService && { channelService: cloud.botChannelService }),
      },
      homeTenantId: tenantId,
      linkOrigin: new URL(`https://${data.BOT_DOMAIN}`).origin,
      graphCredentials: { clientId: appId, clientSecret: password },
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
    },
  };
}

/** `STORE` alone, for what needs the records and nothing else; its problems are those of `readConfig`. */
export function readStoreSetting(
  env: Environment,
): { ok: true; store: string } | { ok: false; problems: string[] } {
  const read = readVariables(schema.pick({ STORE: true }), env);
  return read.ok ? { ok: true, store: read.data.STORE } : read;
}

/** What is wrong with those settings that the app package has too; what is missing is told by who fills it in. */
export function findPackageProblems(env: Environment): string[] {
  const read = readVariables(schema.pick({ BOT_ID: true, BOT_DOMAIN: true }).partial(), env);
  return read.ok ? [] : read.problems;
}

function readVariables<T>(
  variables: z.ZodType<T>,
  env: Environment,
): { ok: true; data: T } | { ok: false; problems: string[] } {
  const given = Object.entries(env).filter(([, value]) => value?.trim());
  const read = variables.safeParse(Object.fromEntries(given));
  return read.success
    ? { ok: true, data: read.data }
    : { ok: false, problems: toProblems(read.error, new Map(given)) };
}

function toProblems({ issues }: z.ZodError, given: ReadonlyMap<string, unknown>): string[] {
  return issues.map(({ path: [name], message }) => {
    const variable = schema.keyof().parse(name);
    const fault = given.has(variable) ? `${message}.` : "is missing.";
    return `${variable} ${fault} It is ${WHERE_TO_FIND[variable]}.`;
  });
}
