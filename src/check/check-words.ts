/*
 * What admins read in the details of `check` and in `npm run check-setup`. It is in English only, like the portals and
 * cmdlets that it is about. Ids, URLs and error codes aren't in the sentences: they are values to copy, under `LABELS`.
 */

export const CHECK_IDS = [
  "settings",
  "bot-credential",
  "graph-token",
  "graph-permission",
  "organizer",
  "graph-beta",
  "store",
  "public-url",
  "app-package",
] as const;
/** Only with `LIVE_STATUS=graph`. */
export const CALL_EVENT_CHECK_IDS = [
  "notification-certificate",
  "call-events",
  "notification-url",
] as const;
export type CheckId = (typeof CHECK_IDS)[number] | (typeof CALL_EVENT_CHECK_IDS)[number];

/**
 * `isForMembers`: whether it also runs when a member asks, who learns only whether Rendezvous works. Such a check creates
 * nothing in Microsoft 365, and each of its faults stops meetings.
 */
export const CHECKS: Record<CheckId, { name: string; isForMembers: boolean }> = {
  settings: { name: "Settings", isForMembers: true },
  "bot-credential": { name: "App registration", isForMembers: true },
  "graph-token": { name: "Graph sign-in", isForMembers: true },
  "graph-permission": { name: "Graph permission", isForMembers: true },
  organizer: { name: "Test meeting", isForMembers: false },
  "graph-beta": { name: "Channel meetings", isForMembers: false },
  store: { name: "Storage", isForMembers: true },
  "public-url": { name: "Public URL", isForMembers: true },
  "app-package": { name: "App package", isForMembers: false },
  "notification-certificate": { name: "Notification certificate", isForMembers: false },
  "call-events": { name: "Call events", isForMembers: false },
  "notification-url": { name: "Notification address", isForMembers: false },
};

/** The labels of values to copy. */
export const LABELS = {
  appId: "App ID",
  tenantId: "Tenant ID",
  clientId: "Client ID of the managed identity",
  account: "Account",
  permission: "Permission",
  host: "Host",
  publicUrl: "Public URL",
  redirect: "Redirects to",
  storage: "Storage",
  file: "File",
  error: "Error",
  requestId: "Request ID",
  issuer: "Issuer",
  audience: "Audience",
  subject: "Command that prints the subject",
  bash: "Command",
  createPolicy: "Create the policy",
  grantPolicy: "Grant the policy",
  page: "Page",
};

/** The values in a text. */
export type Values<Name extends string> = Readonly<Record<Name, string>>;

/** The messages of checks that are ok. */
export const OK = {
  settings: "All settings are valid.",
  secret: "The client secret works.",
  certificate: ({ date }: Values<"date">) => `The certificate works. It expires on ${date}.`,
  federation: "The app registration trusts the managed identity.",
  managedIdentity: "The managed identity works.",
  botUnauthenticated: "Not needed in the demo.",
  graphToken: "Rendezvous can sign in to Microsoft Graph.",
  permission: "OnlineMeetings.ReadWrite.All is granted.",
  permissionNotNeeded: "Not needed: people sign in and create meetings as themselves.",
  organizer: "Created a test meeting and deleted it.",
  beta: "Meetings can be linked to their channels.",
  store: "Rendezvous can save its data.",
  publicUrl: "The public URL leads to Rendezvous.",
  appPackage: ({ version }: Values<"version">) =>
    `The app package and the server have version ${version}.`,
};

const NEW_SECRET =
  "Create a new client secret. Set BOT_PASSWORD to its value, not its ID, and restart Rendezvous.";
const OPEN_FIREWALL = "Allow HTTPS from the server to this host in your firewall and proxy.";
const NEW_PACKAGE =
  "Run this command, and upload the package in the Teams admin center > Manage apps.";

/** What is wrong, and the one thing to do about it. */
export const FAULTS = {
  settingsWrong: {
    message: "Rendezvous can’t start because settings are missing or wrong.",
    fix: "Fix these settings on the server. env/README.md explains each one.",
  },
  secretWrong: { message: "Entra ID rejected the client secret.", fix: NEW_SECRET },
  secretExpired: { message: "The client secret has expired.", fix: NEW_SECRET },
  certificateExpired: ({ date }: Values<"date">) => ({
    message: `The certificate expired on ${date}.`,
    fix: "Create a new certificate and upload it. Set BOT_CERTIFICATE to it and its private key, and restart Rendezvous.",
  }),
  certificateUnknown: {
    message: "Entra ID doesn’t know the certificate.",
    fix: "Upload the certificate in BOT_CERTIFICATE, without its private key.",
  },
  tenantUnknown: {
    message: "Entra ID can’t find this tenant.",
    fix: "Set TENANT_ID to the ID on this page, or CLOUD to the tenant’s cloud. Then restart Rendezvous.",
  },
  appElsewhere: {
    message: "Entra ID can’t find this app in this tenant.",
    fix: "Set BOT_ID and TENANT_ID to the IDs on the app’s overview page, and restart Rendezvous. The app must be registered in your tenant.",
  },
  appDisabled: {
    message: "The app is disabled in your tenant.",
    fix: "Set “Enabled for users to sign in” to “Yes”.",
  },
  federationMismatch: {
    message: "The app registration doesn’t trust the server’s managed identity.",
    fix: "Add a federated credential with these values.",
  },
  managedIdentityMissing: {
    message: "The server can’t use its managed identity.",
    fix: "Assign the identity to the server, and restart Rendezvous.",
  },
  accessBlocked: {
    message: "A Conditional Access policy blocks the app.",
    fix: "Exclude the app from the policy, or allow the server’s IP address.",
  },
  entraRefused: ({ code }: Values<"code">) => ({
    message: `Entra ID returned the error AADSTS${code}.`,
    fix: "Follow Microsoft’s advice for this error.",
  }),
  entraUnreachable: { message: "The server can’t reach Entra ID.", fix: OPEN_FIREWALL },
  permissionMissing: {
    message: "OnlineMeetings.ReadWrite.All isn’t granted.",
    fix: "Add it as an application permission, then grant admin consent.",
  },
  roleMissing: {
    message: "OnlineMeetings.ReadWrite.All isn’t granted to the managed identity.",
    fix: "Run this in Bash with the Azure CLI, as an admin who can grant consent. Then restart Rendezvous. It can take a few hours to work.",
  },
  policyMissing: {
    message: "No application access policy lets Rendezvous create meetings for this account.",
    fix: "Run these commands in PowerShell as a Teams admin, after Connect-MicrosoftTeams. They take up to 30 minutes to work. If the policy exists, run only the second one. To include everyone, replace “-Identity” and the ID in it with “-Global”.",
  },
  userRefused: {
    message: "This account doesn’t exist in your tenant, or has no Teams license.",
    fix: "Give the account a license that includes Teams.",
  },
  consentMissing: {
    message: "Rendezvous has no permission to create meetings for this account.",
    fix: "Send “signin” to Rendezvous in a personal chat, and accept the permissions.",
  },
  graphRefused: {
    message: "Microsoft Graph refused the request.",
    fix: "Wait an hour, because new permissions take time, and check again. If it still fails, contact Microsoft support with these values.",
  },
  graphBusy: { message: "Microsoft 365 is busy.", fix: "Check again in a minute." },
  graphUnreachable: { message: "The server can’t reach Microsoft Graph.", fix: OPEN_FIREWALL },
  meetingLeft: {
    message: "Couldn’t delete the test meeting.",
    fix: "Check again in a minute. You can leave the meeting: it has no attendees, and isn’t in a calendar.",
  },
  folderReadOnly: {
    message: "Rendezvous can’t write to its storage folder.",
    fix: "Give the account that runs Rendezvous write access to the folder. Its disk must not be read-only.",
  },
  tableReadOnly: {
    message: "Rendezvous can’t write to its storage account.",
    fix: "Run this in Bash with the Azure CLI. It gives the server’s managed identity the role Storage Table Data Contributor.",
  },
  storeUnreachable: {
    message: "Rendezvous can’t use its storage.",
    fix: "Fix this error, or set STORE to storage that the server can reach. Then restart Rendezvous.",
  },
  storeNotAtomic: {
    message: "This storage loses data when two servers write at the same time.",
    fix: "Set STORE to a folder on a local disk or to Azure Tables, and restart Rendezvous. Network drives don’t work.",
  },
  hostUnknown: {
    message: "DNS doesn’t know the host name in BOT_DOMAIN.",
    fix: "Create a DNS record that points to the server, or correct BOT_DOMAIN.",
  },
  hostSilent: {
    message: "The public URL doesn’t respond.",
    fix: "Make the server or its proxy accept HTTPS at this URL, and open the port in the firewall.",
  },
  hostUntrusted: {
    message: "The HTTPS certificate of this host isn’t trusted.",
    fix: "Install a valid certificate for this host from a public authority, with its full chain.",
  },
  addressElsewhere: {
    message: "The public URL redirects to another address.",
    fix: "Serve Rendezvous at the public URL itself, or correct BOT_DOMAIN. Teams doesn’t follow redirects.",
  },
  addressRefuses: ({ status }: Values<"status">) => ({
    message: `The public URL returns HTTP ${status}.`,
    fix: "Make the proxy forward all paths to Rendezvous, without asking people to sign in.",
  }),
  serverDown: ({ status }: Values<"status">) => ({
    message: `The public URL returns HTTP ${status}: Rendezvous isn’t running.`,
    fix: "Start Rendezvous, and point the proxy to its HOST and PORT.",
  }),
  anotherProgram: {
    message: "The public URL leads to another program.",
    fix: "Point the host name to this server, or correct BOT_DOMAIN.",
  },
  packageOld: ({ foundVersion, version }: Values<"foundVersion" | "version">) => ({
    message: `The app package has version ${foundVersion}, but the server has ${version}.`,
    fix: NEW_PACKAGE,
  }),
  packageUnreadable: { message: "This file isn’t an app package.", fix: NEW_PACKAGE },
  noAnswer: ({ seconds }: Values<"seconds">) => ({
    message: `There was no response after ${seconds} seconds.`,
    fix: "Check again in a minute. If it still fails, check the server’s network, firewall, proxy and disk.",
  }),
  unexpected: {
    message: "This check stopped with an error.",
    fix: "Look for “a check failed” in the server’s log.",
  },
};

/** Why a check was skipped. */
export const SKIPPED = {
  noGround: ({ ground }: Values<"ground">) => `“${ground}” must pass first.`,
  nobodyNamed:
    "There’s no account to create a meeting for. Add “--user” with an object ID, or set ADMINS.",
  notSignedIn: "Send “signin” to Rendezvous in a personal chat, then check again.",
  onlyOnServer: "Only the server can check this: type “check” in Teams.",
  noBeta: "This cloud doesn’t link meetings to channels. There’s nothing to do.",
  notPacked:
    "There’s no app package on this server. To compare versions, check where you run “npm run pack”.",
};
