import * as z from "zod";

const listOf = z.array(z.string());
/** Everything, or only the values in a list. */
function anyOf(what: string) {
  return z
    .union([z.literal("any"), listOf], { error: `is "any" or a list of ${what}` })
    .default("any");
}
function allOf(what: string) {
  return z.union([z.literal("all"), listOf], { error: `is "all" or a list of ${what}` });
}
const allowance = z.enum(["allowed", "refused"]).default("allowed");
const afterwards = z.enum(["same", "new", "404"]).default("new");

/** What `PATCH /_local/settings` can change. README.md explains each setting. */
export const settingsSchema = z.strictObject({
  afterDelete: afterwards,
  afterExpiry: afterwards,
  racingCreates: z.enum(["one", "two"]).default("one"),
  racingGapMs: z.int().min(0).default(50),
  appliesSecondCall: z.boolean().default(false),
  coOrganizers: allowance,
  expiresInDays: z.int().min(0).nullable().default(60),
  policy: z
    .union(
      [
        z.literal("all"),
        z.literal("none"),
        z.strictObject({ grantedTo: listOf }),
        z.strictObject({ exceptFor: listOf }),
      ],
      { error: 'is "all", "none", { "grantedTo": […] } or { "exceptFor": […] }' },
    )
    .default("all"),
  unknownUsers: listOf.default([]),
  unlicensedUsers: listOf.default([]),
  refusedThreads: allOf("thread ids").default([]),
  teamOwners: listOf.default([]),
  teamMembersRead: allowance,
  notificationOrigin: z.url({ error: "is an origin, or null" }).nullable().default(null),
  notifications: z.enum(["once", "twice"]).default("once"),
  notificationOrder: z.enum(["as it happened", "reversed"]).default("as it happened"),
  callEventField: z.enum(["eventType", "callEventType"]).default("eventType"),
  validationTokenVersion: z.enum(["1.0", "2.0"]).default("1.0"),
  subscribingDuringCall: z.enum(["silent", "roster"]).default("silent"),
  subscriptionQuota: z.int().min(0).default(10_000),
  attendanceDelaySeconds: z.int().min(0).default(0),
  botEndpoint: z.url({ error: "is a bot’s endpoint, or null" }).nullable().default(null),
  botEvents: z.enum(["channels", "none"]).default("channels"),
  botEventCasing: z.enum(["PascalCase", "camelCase"]).default("PascalCase"),
  botEventEnds: z.enum(["sent", "missing", "after the next start"]).default("sent"),
  botEventOrder: z.enum(["as it happened", "reversed"]).default("as it happened"),
  appRoles: listOf.default(["OnlineMeetings.ReadWrite.All"]),
  delegatedScopes: listOf.default(["OnlineMeetings.ReadWrite"]),
  consents: allOf("user ids").default("all"),
  userConsent: allowance,
  signedInUser: z.string().nullable().default(null),
  redirectUris: anyOf("redirect URIs"),
  tenants: anyOf("tenant ids"),
  applications: anyOf("client ids"),
  clientSecrets: anyOf("secrets"),
  expiredClientSecrets: listOf.default([]),
  clientCertificates: anyOf("SHA-256 thumbprints in hex"),
  federatedCredentials: z
    .union(
      [z.literal("any"), z.array(z.strictObject({ issuer: z.string(), subject: z.string() }))],
      { error: 'is "any" or a list of { "issuer": …, "subject": … }' },
    )
    .default("any"),
  managedIdentities: anyOf('client ids and "system-assigned"'),
  identityTenant: z.guid().default("c4730046-52fb-4282-9363-e56afe25e0f4"),
  tokenLifetimeSeconds: z.int().min(1).default(3599),
});

/** The behavior of the embedded cloud, which can change while it runs. */
export type LocalSettings = z.infer<typeof settingsSchema>;

export function createDefaultSettings(): LocalSettings {
  return settingsSchema.parse({});
}
