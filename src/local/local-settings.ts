import { z } from "zod";

const userIds = z.array(z.string());
/** Everything there is, or what is listed. */
function anyOf(what: string) {
  return z.union([z.literal("any"), z.array(z.string())], {
    error: `is "any" or a list of ${what}`,
  });
}
const allowance = z.enum(["allowed", "refused"]);
const afterwards = z.enum(["same", "new", "404"]);

const settingsSchema = z.strictObject({
  /** createOrGet after DELETE: the old meeting again, another one, or 404. Not written down by Microsoft. */
  afterDelete: afterwards,
  /** createOrGet after the link expired; `same` means that links never expire. Not written down by Microsoft. */
  afterExpiry: afterwards,
  /** Whether two first calls for one identity that overlap make one meeting. Not written down by Microsoft. */
  racingCreates: z.enum(["one", "two"]),
  /** With `racingCreates: "two"`: how long a call stands between its look-up and its insert. */
  racingGapMs: z.int().min(0),
  /** Whether a second createOrGet changes what its body names. Not written down by Microsoft; the reference's example does not. */
  appliesSecondCall: z.boolean(),
  /** Whether meetings of createOrGet take co-organizers. Not written down by Microsoft. */
  coOrganizers: allowance,
  /** How many days after its end or its last change a link dies; `null` when Graph gives no date, and never. */
  expiresInDays: z.int().min(0).nullable(),
  /** Whose meetings application tokens may touch. */
  policy: z.union(
    [
      z.literal("all"),
      z.literal("none"),
      z.strictObject({ grantedTo: userIds }),
      z.strictObject({ exceptFor: userIds }),
    ],
    { error: 'is "all", "none", { "grantedTo": […] } or { "exceptFor": […] }' },
  ),
  /** Users that do not exist; every other GUID does. */
  unknownUsers: userIds,
  /** Users that exist and have no Teams licence. */
  unlicensedUsers: userIds,
  /** Channels for which chatInfo is refused. */
  refusedThreads: z.union([z.literal("all"), z.array(z.string())], {
    error: 'is "all" or a list of thread ids',
  }),
  /** Users that own every team. */
  teamOwners: userIds,
  /** Whether the teams have consented to `TeamMember.Read.Group`. */
  teamMembersRead: allowance,
  /** Roles that application tokens for Graph are given. */
  appRoles: z.array(z.string()),
  /** Scopes that the application has for whoever consented. */
  delegatedScopes: z.array(z.string()),
  /** Who has consented; whoever does on the sign-in page is added. */
  consents: z.union([z.literal("all"), userIds], { error: 'is "all" or a list of user ids' }),
  /** Whether people may consent by themselves, or an administrator has to. */
  userConsent: allowance,
  /** Who the browser is signed in as; `null` has the sign-in page ask. */
  signedInUser: z.string().nullable(),
  /** Redirect URIs of the application's registration. */
  redirectUris: anyOf("redirect URIs"),
  /** Tenants that exist; in lower case, as all ids here. */
  tenants: anyOf("tenant ids"),
  /** Applications that the tenants know. */
  applications: anyOf("client ids"),
  /** Client secrets that Entra accepts. */
  clientSecrets: anyOf("secrets"),
  /** Client secrets that Entra accepted once. */
  expiredClientSecrets: z.array(z.string()),
  /** SHA-256 thumbprints of the certificates that are uploaded at every application. */
  clientCertificates: anyOf("SHA-256 thumbprints in hex"),
  /** Whose tokens applications take as proof of themselves. */
  federatedCredentials: z.union(
    [z.literal("any"), z.array(z.strictObject({ issuer: z.string(), subject: z.string() }))],
    { error: 'is "any" or a list of { "issuer": …, "subject": … }' },
  ),
  /** The machine's identities: client ids of user-assigned ones, and `system-assigned`. */
  managedIdentities: anyOf('client ids and "system-assigned"'),
  /** The tenant of the machine's identities. */
  identityTenant: z.guid(),
  /** How long new tokens live. */
  tokenLifetimeSeconds: z.int().min(1),
});

/** Everything about the embedded cloud that can be switched while it runs. */
export type LocalSettings = z.infer<typeof settingsSchema>;

/** What `PATCH /_local/settings` accepts: any of the settings, nothing else. */
export const settingsPatchSchema = settingsSchema.partial();

/** Every user exists, is licensed and falls under the policy; every proof is right that is sound in itself. */
export function createDefaultSettings(): LocalSettings {
  return {
    afterDelete: "new",
    afterExpiry: "new",
    racingCreates: "one",
    racingGapMs: 50,
    appliesSecondCall: false,
    coOrganizers: "allowed",
    expiresInDays: 60,
    policy: "all",
    unknownUsers: [],
    unlicensedUsers: [],
    refusedThreads: [],
    teamOwners: [],
    teamMembersRead: "allowed",
    appRoles: ["OnlineMeetings.ReadWrite.All"],
    delegatedScopes: ["OnlineMeetings.ReadWrite"],
    consents: "all",
    userConsent: "allowed",
    signedInUser: null,
    redirectUris: "any",
    tenants: "any",
    applications: "any",
    clientSecrets: "any",
    expiredClientSecrets: [],
    clientCertificates: "any",
    federatedCredentials: "any",
    managedIdentities: "any",
    identityTenant: "c4730046-52fb-4282-9363-e56afe25e0f4",
    tokenLifetimeSeconds: 3599,
  };
}
