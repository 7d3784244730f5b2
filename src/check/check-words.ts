/*
 * What admins read in the details of `check` and in `npm run check-setup`. It is in English only, like the portals and
 * cmdlets that it is about.
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
export type CheckId = (typeof CHECK_IDS)[number];

export const CHECK_NAMES: Record<CheckId, string> = {
  settings: "Settings",
  "bot-credential": "Bot’s credential",
  "graph-token": "Token for Graph",
  "graph-permission": "Permission in Graph",
  organizer: "Policy and license",
  "graph-beta": "Graph’s beta",
  store: "Records",
  "public-url": "Public address",
  "app-package": "App package",
};

/** The values in a text. */
type Values<Name extends string> = Readonly<Record<Name, string>>;

/** The messages of checks that are ok. */
export const OK = {
  settings: "All there, and well-formed.",
  secret: "Entra takes the client secret.",
  certificate: ({ date }: Values<"date">) =>
    `Entra takes the certificate, which is good until ${date}.`,
  federation: "Entra takes the managed identity for the app.",
  managedIdentity: "The managed identity gets tokens.",
  botUnauthenticated: "Not needed: this is the demo, for this machine alone.",
  graphToken: "Entra gives the app one.",
  permission: "OnlineMeetings.ReadWrite.All is granted.",
  permissionNotNeeded: "Not needed: people sign in, and meetings are made in their own names.",
  organizer: ({ user }: Values<"user">) => `Meetings can be made in the name of ${user}.`,
  beta: "It answers, so meetings are tied to their channels.",
  store: ({ store }: Values<"store">) =>
    `${store} can be written, and two who write at once agree.`,
  publicUrl: ({ url }: Values<"url">) => `${url} leads to Rendezvous.`,
  appPackage: ({ file, version }: Values<"file" | "version">) =>
    `${file} is of the program’s version, ${version}.`,
};

/** What is wrong, and the one thing to do about it. What to paste or open follows a colon. */
export const FAULTS = {
  settingsWrong: {
    message: "Some are missing or wrong, so Rendezvous does not start.",
    fix: "Set these where the server runs; env/README.md has them all:",
  },
  secretWrong: {
    message: "Entra does not take the client secret.",
    fix: "Make a new one here, set BOT_PASSWORD to its value (not its id), and restart Rendezvous:",
  },
  secretExpired: {
    message: "The client secret has expired.",
    fix: "Make a new one here, set BOT_PASSWORD to its value (not its id), and restart Rendezvous:",
  },
  certificateExpired: ({ date }: Values<"date">) => ({
    message: `The certificate expired on ${date}.`,
    fix: "Make a new one, upload its public part here, set BOT_CERTIFICATE to both parts, and restart Rendezvous:",
  }),
  certificateUnknown: {
    message: "Entra does not know the certificate.",
    fix: "Upload the public part of BOT_CERTIFICATE here:",
  },
  tenantUnknown: ({ tenantId }: Values<"tenantId">) => ({
    message: `Entra has no tenant ${tenantId}.`,
    fix: "Set TENANT_ID to the id that stands here, or CLOUD to the cloud of that tenant, and restart Rendezvous:",
  }),
  appElsewhere: ({ appId, tenantId }: Values<"appId" | "tenantId">) => ({
    message: `There is no app ${appId} in the tenant ${tenantId}.`,
    fix: "Set BOT_ID and TENANT_ID to the two ids that stand on the registration’s overview, and restart Rendezvous. A registration of another tenant does not do:",
  }),
  appDisabled: ({ appId }: Values<"appId">) => ({
    message: `The app ${appId} is switched off in the tenant.`,
    fix: "Switch it on here:",
  }),
  federationMismatch: {
    message: "The app has no federated credential for the server’s managed identity.",
    fix: "Give it one under Certificates & secrets > Federated credentials, with these values:",
  },
  managedIdentityMissing: {
    message: "The server gives no token for its managed identity.",
    fix: "Assign the identity to the server, and restart Rendezvous:",
  },
  accessBlocked: {
    message: "A Conditional Access policy keeps the app out.",
    fix: "Exclude the app from it, or allow the server’s address in it:",
  },
  entraRefused: ({ code }: Values<"code">) => ({
    message: `Entra refuses with AADSTS${code}.`,
    fix: "Do what Microsoft says of this number:",
  }),
  entraUnreachable: ({ host }: Values<"host">) => ({
    message: `${host} could not be reached.`,
    fix: "Let the server reach it by https, through firewall and proxy.",
  }),
  permissionMissing: {
    message: "OnlineMeetings.ReadWrite.All is not granted.",
    fix: "Add it as an application permission and grant admin consent to it here:",
  },
  roleMissing: {
    message: "OnlineMeetings.ReadWrite.All is not granted to the bot’s managed identity.",
    fix: "Run this in bash, with the Azure CLI, as somebody who may consent for the organization, and restart Rendezvous. It can take some hours to work:",
  },
  policyMissing: ({ user }: Values<"user">) => ({
    message: `No application access policy lets Rendezvous make meetings in the name of ${user}.`,
    fix: "Run these as a Teams administrator in PowerShell, after Connect-MicrosoftTeams. If there is a policy of that name already, the second one is enough; for everybody who may host write “-Global” in it, in place of “-Identity” and the id. They take up to 30 minutes to work:",
  }),
  userRefused: ({ user }: Values<"user">) => ({
    message: `Teams knows no account ${user} with a Teams license in this tenant.`,
    fix: "Give the account a license with Microsoft Teams here:",
  }),
  consentMissing: ({ user }: Values<"user">) => ({
    message: `Nobody has consented to meetings being made in the name of ${user}.`,
    fix: "Type “signin” in a chat with Rendezvous alone, and consent.",
  }),
  graphRefused: ({ status, code }: Values<"status" | "code">) => ({
    message: `Graph refuses, with ${status} ${code}.`,
    fix: "What was granted within the last hour may still be on its way: look again then. If it stays so, Microsoft’s support can help by the id of the request.",
  }),
  graphBusy: {
    message: "Graph is busy and asks for patience.",
    fix: "Look again in a minute.",
  },
  graphUnreachable: ({ host }: Values<"host">) => ({
    message: `${host} could not be reached.`,
    fix: "Let the server reach it by https, through firewall and proxy.",
  }),
  meetingLeft: ({ user }: Values<"user">) => ({
    message: `A meeting that was made to try it, in the name of ${user}, could not be deleted.`,
    fix: "Nobody is invited to it and no calendar has it, so leave it. Look again in a minute.",
  }),
  folderReadOnly: ({ store, reason }: Values<"store" | "reason">) => ({
    message: `${store} cannot be written (${reason}).`,
    fix: "Give the account that runs Rendezvous the right to write there, on a disk that is not mounted read-only:",
  }),
  tableReadOnly: ({ store, reason }: Values<"store" | "reason">) => ({
    message: `${store} cannot be written (${reason}).`,
    fix: "Give the server’s managed identity the role Storage Table Data Contributor:",
  }),
  storeUnreachable: ({ store, reason }: Values<"store" | "reason">) => ({
    message: `${store} cannot be used (${reason}).`,
    fix: "Mend that, or set STORE to a store that the server reaches, with room in it, and restart Rendezvous.",
  }),
  storeNotAtomic: ({ store }: Values<"store">) => ({
    message: `${store} lets two who write at once both win.`,
    fix: "Set STORE to a folder on a disk of this machine, not on a network drive, or to Azure Tables, and restart Rendezvous.",
  }),
  hostUnknown: ({ host }: Values<"host">) => ({
    message: `There is no host ${host}.`,
    fix: "Make a DNS record for it that leads to the server, or correct BOT_DOMAIN.",
  }),
  hostSilent: ({ url, code }: Values<"url" | "code">) => ({
    message: `${url} does not answer (${code}).`,
    fix: "Have the server, or the proxy before it, listen there for https, and open that port in the firewall.",
  }),
  hostUntrusted: ({ host, code }: Values<"host" | "code">) => ({
    message: `The https certificate of ${host} is not to be trusted (${code}).`,
    fix: "Give the host a certificate that bears its name, is still good, and comes with its whole chain from a public authority.",
  }),
  addressElsewhere: ({ url, location }: Values<"url" | "location">) => ({
    message: `${url} leads on to ${location}.`,
    fix: "Teams follows no redirect: serve Rendezvous at this address itself, or correct BOT_DOMAIN.",
  }),
  addressRefuses: ({ url, status }: Values<"url" | "status">) => ({
    message: `${url} answers ${status}.`,
    fix: "Have the proxy pass every path on to Rendezvous, and ask for no sign-in of its own.",
  }),
  serverDown: ({ url, status }: Values<"url" | "status">) => ({
    message: `${url} answers ${status}: Rendezvous is not running behind it, or is being stopped.`,
    fix: "Start Rendezvous, and have the proxy lead to its HOST and PORT.",
  }),
  anotherProgram: ({ url }: Values<"url">) => ({
    message: `${url} leads to another program than Rendezvous.`,
    fix: "Have that host name lead to this server, or correct BOT_DOMAIN.",
  }),
  packageOld: ({ file, foundVersion, version }: Values<"file" | "foundVersion" | "version">) => ({
    message: `${file} is of version ${foundVersion}, and the program of ${version}.`,
    fix: "Pack it anew, and upload it in the Teams admin center > Manage apps:",
  }),
  packageUnreadable: ({ file }: Values<"file">) => ({
    message: `${file} is no app package.`,
    fix: "Pack it anew, and upload it in the Teams admin center > Manage apps:",
  }),
  noAnswer: ({ seconds }: Values<"seconds">) => ({
    message: `It did not answer in ${seconds} s.`,
    fix: "Look again in a minute. If it stays so, look at the way there: network, firewall, proxy, disk.",
  }),
  unexpected: ({ reason }: Values<"reason">) => ({
    message: `It could not be looked at (${reason}).`,
    fix: "Look for this check in the server’s log.",
  }),
};

/** Why a check was skipped. */
export const SKIPPED = {
  noGround: ({ ground }: Values<"ground">) => `Needs this first: ${ground}.`,
  nobodyNamed:
    "Nobody is named to try it for. Add “--user” with the object id of somebody who makes meetings, or set ADMINS.",
  notSignedIn:
    "People sign in here. Type “signin” in a chat with Rendezvous alone, and look again.",
  onlyForAdmins: "Is tried for administrators alone.",
  noBeta: "This cloud has none, so meetings are not tied to channels. Nothing to do.",
  notPacked: "None was packed here. Run “npm run pack” where the code lies to have it compared.",
};
