import { createSecretKey } from "node:crypto";
import * as z from "zod";
import { BOT_TYPES, explainBotType, GRAPH_AUTHS } from "../auth/auth-settings";
import {
  MAX_NOTIFICATION_KEY_BITS,
  toNotificationCertificate,
} from "../auth/notification-certificate";
import { parseCertificate } from "../auth/parse-certificate";
import { CLOUD_NAMES, CLOUDS } from "../clouds";
import { LIVE_STATUSES } from "./live-status-settings";
import { LOG_LEVELS } from "../log";
import { DEFAULT_LEAD_MINUTES, MAX_LEAD_MINUTES } from "../meetings/reminders/find-reminder";
import { CHANGE_POLICIES } from "../meetings/policy/who-may-change";
import { Secret } from "../secret";
import { parseStoreSpec } from "../storage/open-store";

const SEALING_KEY_BYTES = 32;

const guid = z.guid("must be a GUID");
const isGuid = (text: string) => guid.safeParse(text).success;
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
const notificationCertificate = z.string().transform((text, context) => {
  const rules = { recipient: "Microsoft Graph", maxKeyBits: MAX_NOTIFICATION_KEY_BITS };
  const parsed = parseCertificate(text, rules);
  if (parsed.ok) return toNotificationCertificate(parsed.certificate);
  context.addIssue(parsed.reason);
  return z.NEVER;
});
/** As in the manifest: Teams opens https links only, and only to domains with a dot. */
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?(?::\d+)?$/i;
const domain = z
  .string()
  .refine(
    (text) => DOMAIN.test(text) && URL.canParse(`https://${text}`),
    "must be a host name such as rendezvous.contoso.com, without https:// and without a path",
  );
/** Exact host names, as in `src/clouds.ts`. Excludes IP addresses, which could lead into a private network. */
const HOST_NAME = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z](?:[a-z\d-]*[a-z\d])?$/;
const hostNames = listOf(
  (name) => HOST_NAME.test(name) && !name.endsWith(".localhost"),
  "must be host names separated by commas, such as smba.teams.sovcloud-core.fr",
);
const tenant = z.string().superRefine((text, context) => {
  if (isGuid(text)) return;
  context.addIssue(
    /[,;\s[\]]/.test(text.trim())
      ? "must be one tenant. Each tenant needs its own installation"
      : "must be a GUID",
  );
});
function listOf(isItem: (item: string) => boolean, error: string) {
  return z
    .string()
    .transform((text) => text.split(",").map((item) => item.trim().toLowerCase()))
    .refine((items) => items.every(isItem), error);
}
function wholeNumber(max: number) {
  const error = `must be a whole number from 0 to ${max}`;
  return z.coerce.number(error).int(error).min(0, error).max(max, error);
}
function oneOf<const Value extends string>(values: readonly Value[]) {
  return z.enum(values, `must be one of ${values.join(", ")}`);
}

/** Every variable that `npm start` reads. They are documented in env/README.md. */
export const settingsSchema = z.object({
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
        context.addIssue("can’t be “memory”, which is for tests only");
    })
    .transform((text) => new Secret(text)),
  ORGANIZER: z
    .string()
    .refine(
      (text) => text === "first-caller" || isGuid(text),
      "must be first-caller or an object ID",
    )
    .default("first-caller"),
  GRAPH_AUTH: oneOf(GRAPH_AUTHS).default("application"),
  CLOUD: oneOf(CLOUD_NAMES)
    .default("global")
    .transform((name) => CLOUDS[name]),
  LIVE_STATUS: oneOf(LIVE_STATUSES).default("bot"),
  NOTIFICATION_CERTIFICATE: notificationCertificate.optional(),
  NOTIFICATION_CERTIFICATE_PREVIOUS: notificationCertificate.optional(),
  CONNECTOR_HOSTS: hostNames.default([]),
  HOST: z.string().default("0.0.0.0"),
  PORT: wholeNumber(65_535).default(3978),
  LOG_LEVEL: oneOf(LOG_LEVELS).default("info"),
  METRICS_PORT: wholeNumber(65_535).optional(),
  METRICS_HOST: z.string().default("127.0.0.1"),
  FRESHNESS_SECONDS: wholeNumber(3600).default(15),
  REMINDER_MINUTES: wholeNumber(MAX_LEAD_MINUTES).default(DEFAULT_LEAD_MINUTES),
  RETENTION_DAYS: wholeNumber(3650).default(30),
  WHO_MAY_CHANGE: oneOf(CHANGE_POLICIES).default("owners"),
  WRITES_PER_MINUTE: wholeNumber(1000).default(20),
  ADMINS: listOf(isGuid, "must be object IDs (GUIDs) separated by commas").default([]),
});

export type Settings = z.infer<typeof settingsSchema>;
export type VariableName = keyof Settings;

/** What problem messages say about each variable, after "It is". */
export const WHERE_TO_FIND: Record<VariableName, string> = {
  BOT_TYPE: "the Azure Bot's type, on its Configuration page: SingleTenant or UserAssignedMsi",
  BOT_ID: "the application (client) ID of the bot's app registration, in the Entra admin center",
  BOT_PASSWORD: "a client secret of that registration: Certificates & secrets > New client secret",
  BOT_CERTIFICATE:
    "the private key and the certificate uploaded to that registration, as PEM or base64-encoded PEM",
  MANAGED_IDENTITY_CLIENT_ID:
    "the client ID of the server's user-assigned managed identity, on its overview page in the Azure portal",
  TENANT_ID: "the directory (tenant) ID, on the overview page of the Entra admin center",
  BOT_DOMAIN: "the public host name of this server, which Teams reaches over HTTPS",
  SEALING_KEY: "32 random bytes in base64: openssl rand -base64 32",
  SEALING_KEY_PREVIOUS: "the previous SEALING_KEY, while cards made with it are still in use",
  STORE:
    "where records are kept: lmdb:/var/lib/rendezvous, or azure-table: with a storage account's URL or connection string",
  ORGANIZER: "first-caller, or the object ID of the account that hosts all meetings",
  GRAPH_AUTH: "application, if the app creates the meetings, or delegated, if each host signs in",
  CLOUD: "the Microsoft cloud of the tenant",
  LIVE_STATUS:
    "how cards learn that people are in a meeting: off, bot (Teams tells the bot) or graph (also Microsoft Graph)",
  NOTIFICATION_CERTIFICATE:
    "a private key and its certificate for LIVE_STATUS=graph, as PEM or base64-encoded PEM. It can be self-signed",
  NOTIFICATION_CERTIFICATE_PREVIOUS:
    "the previous NOTIFICATION_CERTIFICATE, for three days after it was replaced",
  CONNECTOR_HOSTS: "additional Teams hosts from Microsoft that replies may go to",
  HOST: "the address to listen on",
  PORT: "the port to listen on",
  LOG_LEVEL: "how much is logged",
  METRICS_PORT: "the port for Prometheus, if you want metrics",
  METRICS_HOST: "the address to listen on for Prometheus",
  FRESHNESS_SECONDS: "for how many seconds a Graph response is reused",
  REMINDER_MINUTES: "how many minutes before a meeting people are reminded, or 0 for no reminders",
  RETENTION_DAYS: "for how many days records are kept after the bot is removed",
  WHO_MAY_CHANGE:
    "who can cancel a meeting, replace its link or change its options: members, owners or organizer",
  WRITES_PER_MINUTE: "how many meetings a person can create, change or cancel in a minute",
  ADMINS:
    "the object IDs of people who see the details of the setup check: Entra admin center > Users",
};

export type Environment = Readonly<Record<string, string | undefined>>;

interface Fault {
  name: VariableName;
  message: string;
}

/**
 * Reads some of the variables. Empty ones count as missing. Each problem is a sentence that says where to find the value.
 *
 * @param findFaults Finds variables that contradict each other.
 */
export function readSettings<T>(
  variables: z.ZodType<T>,
  env: Environment,
  findFaults: (given: Environment) => Fault[] = () => [],
): { ok: true; data: T } | { ok: false; problems: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = variables.safeParse(given);
  const faults = [...(read.success ? [] : toFaults(read.error, given)), ...findFaults(given)];
  if (read.success && faults.length === 0) return { ok: true, data: read.data };
  const order = settingsSchema.keyof().options;
  return {
    ok: false,
    problems: faults
      .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
      .map(({ name, message }) => `${name} ${message}. It is ${WHERE_TO_FIND[name]}.`),
  };
}

function toFaults({ issues }: z.ZodError, given: Environment): Fault[] {
  return issues.map(({ path: [variable], message }) => {
    const name = settingsSchema.keyof().parse(variable);
    return { name, message: Object.hasOwn(given, name) ? message : "is missing" };
  });
}
