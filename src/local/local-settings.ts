import { z } from "zod";

const listOf = z.array(z.string());
/** Everything, or only the values in a list. */
function anyOf(what: string) {
  return z
    .union([z.literal("any"), listOf], { error: `is "any" or a list of ${what}` })
    .default("any");
}
const allowance = z.enum(["allowed", "refused"]).default("allowed");
const afterwards = z.enum(["same", "new", "404"]).default("new");

/** What `PATCH /_local/settings` can change. README.md explains the settings. */
export const settingsSchema = z.strictObject({
  /** The result of createOrGet after DELETE: the same meeting, a new one, or 404. Undocumented. */
  afterDelete: afterwards,
  /** The result of createOrGet after expiry. With `same`, links never expire. Undocumented. */
  afterExpiry: afterwards,
  /** Whether two overlapping first calls create one meeting. Undocumented. */
  racingCreates: z.enum(["one", "two"]).default("one"),
  /** With `racingCreates: "two"`, the time between a call's lookup and its insert. */
  racingGapMs: z.int().min(0).default(50),
  /** Whether a second createOrGet applies its body. Undocumented; not in the reference's example. */
  appliesSecondCall: z.boolean().default(false),
  /** Whether createOrGet accepts co-organizers. Undocumented. */
  coOrganizers: allowance,
  /** Days from a meeting's end or last change to its expiry; `null` without an expiry. */
  expiresInDays: z.int().min(0).nullable().default(60),
  /** The organizers that the application access policy covers. */
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
  /** Users that don't exist. All other GUIDs do. */
  unknownUsers: listOf.default([]),
  /** Users without a Teams license. */
  unlicensedUsers: listOf.default([]),
  /** Channels whose `chatInfo` gets 400. */
  refusedThreads: z
    .union([z.literal("all"), listOf], { error: 'is "all" or a list of thread ids' })
    .default([]),
  /** Users that own every team. */
  teamOwners: listOf.default([]),
  /** Whether the teams have consented to `TeamMember.Read.Group`. */
  teamMembersRead: allowance,
  /** Roles in application tokens for Graph. */
  appRoles: listOf.default(["OnlineMeetings.ReadWrite.All"]),
  /** Scopes in users' tokens for Graph. */
  delegatedScopes: listOf.default(["OnlineMeetings.ReadWrite"]),
  /** Users that have consented. The sign-in page adds to the list. */
  consents: z
    .union([z.literal("all"), listOf], { error: 'is "all" or a list of user ids' })
    .default("all"),
  /** Whether users can consent for themselves, or only an administrator can. */
  userConsent: allowance,
  /** The user the browser is signed in as; with `null` the sign-in page asks. */
  signedInUser: z.string().nullable().default(null),
  /** Redirect URIs of the app registration. */
  redirectUris: anyOf("redirect URIs"),
  /** Tenants that exist, in lower case. */
  tenants: anyOf("tenant ids"),
  /** Applications that exist in every tenant, in lower case. */
  applications: anyOf("client ids"),
  /** Valid client secrets. */
  clientSecrets: anyOf("secrets"),
  /** Expired client secrets. */
  expiredClientSecrets: listOf.default([]),
  /** SHA-256 thumbprints of the certificates that every application has. */
  clientCertificates: anyOf("SHA-256 thumbprints in hex"),
  /** Identities whose tokens authenticate every application. */
  federatedCredentials: z
    .union(
      [z.literal("any"), z.array(z.strictObject({ issuer: z.string(), subject: z.string() }))],
      { error: 'is "any" or a list of { "issuer": …, "subject": … }' },
    )
    .default("any"),
  /** The machine's identities: client ids of user-assigned ones, and `system-assigned`. */
  managedIdentities: anyOf('client ids and "system-assigned"'),
  /** The tenant of the machine's identities; by default the Playground's. */
  identityTenant: z.guid().default("c4730046-52fb-4282-9363-e56afe25e0f4"),
  /** The lifetime of new tokens. */
  tokenLifetimeSeconds: z.int().min(1).default(3599),
});

/** The behavior of the embedded cloud, which can change while it runs. */
export type LocalSettings = z.infer<typeof settingsSchema>;

export function createDefaultSettings(): LocalSettings {
  return settingsSchema.parse({});
}
