import { plural } from "../plural";

/** What is said of the set-up; what is pasted or clicked stands under it, and is the same in every language. */
export const check = {
  check: {
    title: "Set-up of Rendezvous",
    /** To whom the details are none of their business. */
    sound: "Rendezvous works: everything that was looked at is in order.",
    unsound:
      "Something in the set-up is not in order, so Rendezvous may not work. Tell whoever runs it in your organization, or your Teams administrator: they see what it is when they type “check” in a chat with Rendezvous alone.",
    detailsElsewhere: "You see the details when you type “check” in a chat with Rendezvous alone.",
    allInOrder: "Everything that was looked at is in order.",
    notInOrder: plural(
      "en",
      "{count, plural, one {One thing is not in order.} other {# things are not in order.}}",
    ),
    copy: "To copy",
    open: "Open the page",
    again: "Look again",
    names: {
      settings: "Settings",
      "bot-credential": "Bot’s credential",
      "graph-token": "Token for Graph",
      "graph-permission": "Permission in Graph",
      organizer: "Policy and license",
      "graph-beta": "Graph’s beta",
      store: "Records",
      "public-url": "Public address",
      "app-package": "App package",
    },
    ok: {
      settings: "All there, and well-formed.",
      secret: "Entra takes the client secret.",
      certificate: ({ date }: { date: string }) =>
        `Entra takes the certificate, which is good until ${date}.`,
      federation: "Entra takes the managed identity for the app.",
      managedIdentity: "The managed identity gets tokens.",
      botUnauthenticated: "Not needed: this is the demo, for this machine alone.",
      graphToken: "Entra gives the app one.",
      permission: "OnlineMeetings.ReadWrite.All is granted.",
      permissionNotNeeded: "Not needed: people sign in, and meetings are made in their own names.",
      organizer: ({ user }: { user: string }) => `Meetings can be made in the name of ${user}.`,
      beta: "It answers, so meetings are tied to their channels.",
      store: ({ store }: { store: string }) =>
        `${store} can be written, and two who write at once agree.`,
      publicUrl: ({ url }: { url: string }) => `${url} leads to Rendezvous.`,
      appPackage: ({ file, version }: { file: string; version: string }) =>
        `${file} is of the program’s version, ${version}.`,
    },
    wrong: {
      settingsWrong: {
        is: "Some are missing or wrong, so Rendezvous does not start.",
        fix: "Set these where the server runs; env/README.md has them all:",
      },
      secretWrong: {
        is: "Entra does not take the client secret.",
        fix: "Make a new one here, set BOT_PASSWORD to its value (not its id), and restart Rendezvous:",
      },
      secretExpired: {
        is: "The client secret has expired.",
        fix: "Make a new one here, set BOT_PASSWORD to its value (not its id), and restart Rendezvous:",
      },
      certificateExpired: {
        is: ({ date }: { date: string }) => `The certificate expired on ${date}.`,
        fix: "Make a new one, upload its public part here, set BOT_CERTIFICATE to both parts, and restart Rendezvous:",
      },
      certificateUnknown: {
        is: "Entra does not know the certificate.",
        fix: "Upload the public part of BOT_CERTIFICATE here:",
      },
      tenantUnknown: {
        is: ({ tenantId }: { tenantId: string }) => `Entra has no tenant ${tenantId}.`,
        fix: "Set TENANT_ID to the id that stands here, or CLOUD to the cloud of that tenant, and restart Rendezvous:",
      },
      appElsewhere: {
        is: ({ appId, tenantId }: { appId: string; tenantId: string }) =>
          `There is no app ${appId} in the tenant ${tenantId}.`,
        fix: "Set BOT_ID and TENANT_ID to the two ids that stand on the registration’s overview, and restart Rendezvous. A registration of another tenant does not do:",
      },
      appDisabled: {
        is: ({ appId }: { appId: string }) => `The app ${appId} is switched off in the tenant.`,
        fix: "Switch it on here:",
      },
      federationMismatch: {
        is: "The app has no federated credential for the server’s managed identity.",
        fix: "Give it one under Certificates & secrets > Federated credentials, with these values:",
      },
      managedIdentityMissing: {
        is: "The server gives no token for its managed identity.",
        fix: "Assign the identity to the server, and restart Rendezvous:",
      },
      accessBlocked: {
        is: "A Conditional Access policy keeps the app out.",
        fix: "Exclude the app from it, or allow the server’s address in it:",
      },
      entraRefused: {
        is: ({ code }: { code: string }) => `Entra refuses with AADSTS${code}.`,
        fix: "Do what Microsoft says of this number:",
      },
      entraUnreachable: {
        is: ({ host }: { host: string }) => `${host} could not be reached.`,
        fix: "Let the server reach it by https, through firewall and proxy.",
      },
      permissionMissing: {
        is: "OnlineMeetings.ReadWrite.All is not granted.",
        fix: "Add it as an application permission and grant admin consent to it here:",
      },
      roleMissing: {
        is: "OnlineMeetings.ReadWrite.All is not granted to the bot’s managed identity.",
        fix: "Run this in bash, with the Azure CLI, as somebody who may consent for the organization, and restart Rendezvous. It can take some hours to work:",
      },
      policyMissing: {
        is: ({ user }: { user: string }) =>
          `No application access policy lets Rendezvous make meetings in the name of ${user}.`,
        fix: "Run these as a Teams administrator in PowerShell, after Connect-MicrosoftTeams. If there is a policy of that name already, the second one is enough; for everybody who may host write “-Global” in it, in place of “-Identity” and the id. They take up to 30 minutes to work:",
      },
      userRefused: {
        is: ({ user }: { user: string }) =>
          `Teams knows no account ${user} with a Teams license in this tenant.`,
        fix: "Give the account a license with Microsoft Teams here:",
      },
      consentMissing: {
        is: ({ user }: { user: string }) =>
          `Nobody has consented to meetings being made in the name of ${user}.`,
        fix: "Type “signin” in a chat with Rendezvous alone, and consent.",
      },
      graphRefused: {
        is: ({ status, code }: { status: string; code: string }) =>
          `Graph refuses, with ${status} ${code}.`,
        fix: "What was granted within the last hour may still be on its way: look again then. If it stays so, Microsoft’s support can help by the id of the request.",
      },
      graphBusy: {
        is: "Graph is busy and asks for patience.",
        fix: "Look again in a minute.",
      },
      graphUnreachable: {
        is: ({ host }: { host: string }) => `${host} could not be reached.`,
        fix: "Let the server reach it by https, through firewall and proxy.",
      },
      meetingLeft: {
        is: ({ user }: { user: string }) =>
          `A meeting that was made to try it, in the name of ${user}, could not be deleted.`,
        fix: "Nobody is invited to it and no calendar has it, so leave it. Look again in a minute.",
      },
      folderReadOnly: {
        is: ({ store, reason }: { store: string; reason: string }) =>
          `${store} cannot be written (${reason}).`,
        fix: "Give the account that runs Rendezvous the right to write there, on a disk that is not mounted read-only:",
      },
      tableReadOnly: {
        is: ({ store, reason }: { store: string; reason: string }) =>
          `${store} cannot be written (${reason}).`,
        fix: "Give the server’s managed identity the role Storage Table Data Contributor:",
      },
      storeUnreachable: {
        is: ({ store, reason }: { store: string; reason: string }) =>
          `${store} cannot be used (${reason}).`,
        fix: "Mend that, or set STORE to a store that the server reaches, with room in it, and restart Rendezvous.",
      },
      storeNotAtomic: {
        is: ({ store }: { store: string }) => `${store} lets two who write at once both win.`,
        fix: "Set STORE to a folder on a disk of this machine, not on a network drive, or to Azure Tables, and restart Rendezvous.",
      },
      hostUnknown: {
        is: ({ host }: { host: string }) => `There is no host ${host}.`,
        fix: "Make a DNS record for it that leads to the server, or correct BOT_DOMAIN.",
      },
      hostSilent: {
        is: ({ url, code }: { url: string; code: string }) => `${url} does not answer (${code}).`,
        fix: "Have the server, or the proxy before it, listen there for https, and open that port in the firewall.",
      },
      hostUntrusted: {
        is: ({ host, code }: { host: string; code: string }) =>
          `The https certificate of ${host} is not to be trusted (${code}).`,
        fix: "Give the host a certificate that bears its name, is still good, and comes with its whole chain from a public authority.",
      },
      addressElsewhere: {
        is: ({ url, location }: { url: string; location: string }) =>
          `${url} leads on to ${location}.`,
        fix: "Teams follows no redirect: serve Rendezvous at this address itself, or correct BOT_DOMAIN.",
      },
      addressRefuses: {
        is: ({ url, status }: { url: string; status: string }) => `${url} answers ${status}.`,
        fix: "Have the proxy pass every path on to Rendezvous, and ask for no sign-in of its own.",
      },
      serverDown: {
        is: ({ url, status }: { url: string; status: string }) =>
          `${url} answers ${status}: Rendezvous is not running behind it, or is being stopped.`,
        fix: "Start Rendezvous, and have the proxy lead to its HOST and PORT.",
      },
      anotherProgram: {
        is: ({ url }: { url: string }) => `${url} leads to another program than Rendezvous.`,
        fix: "Have that host name lead to this server, or correct BOT_DOMAIN.",
      },
      packageOld: {
        is: ({
          file,
          foundVersion,
          version,
        }: {
          file: string;
          foundVersion: string;
          version: string;
        }) => `${file} is of version ${foundVersion}, and the program of ${version}.`,
        fix: "Pack it anew, and upload it in the Teams admin center > Manage apps:",
      },
      packageUnreadable: {
        is: ({ file }: { file: string }) => `${file} is no app package.`,
        fix: "Pack it anew, and upload it in the Teams admin center > Manage apps:",
      },
      noAnswer: {
        is: ({ seconds }: { seconds: string }) => `It did not answer in ${seconds} s.`,
        fix: "Look again in a minute. If it stays so, look at the way there: network, firewall, proxy, disk.",
      },
      unexpected: {
        is: ({ reason }: { reason: string }) => `It could not be looked at (${reason}).`,
        fix: "Look for this check in the server’s log.",
      },
    },
    left: {
      noGround: ({ ground }: { ground: string }) => `Needs this first: ${ground}.`,
      nobodyNamed:
        "Nobody is named to try it for. Add “--user” with the object id of somebody who makes meetings, or set ADMINS.",
      notSignedIn:
        "People sign in here. Type “signin” in a chat with Rendezvous alone, and look again.",
      onlyForAdmins: "Is tried for administrators alone.",
      noBeta: "This cloud has none, so meetings are not tied to channels. Nothing to do.",
      notPacked:
        "None was packed here. Run “npm run pack” where the code lies to have it compared.",
    },
  },
};
