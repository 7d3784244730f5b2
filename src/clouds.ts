/** The addresses of a Microsoft cloud. */
export interface Cloud {
  graphOrigin: string;
  loginOrigin: string;
  /** The global cloud alone has Graph's beta endpoint, and with it `chatInfo` in createOrGet. */
  hasGraphBeta: boolean;
  outlookOrigin: string;
  /** The portals for apps, and for users and licenses. */
  entraPortal: string;
  adminPortal: string;
  /** The hosts of old and new join links. */
  meetingHosts: readonly string[];
  /** The audience of the bot's own tokens for the Connector. */
  botResource: string;
  /** The issuer of the tokens in activities from Teams, and where its signing keys are. */
  botTokens: { issuer: string; metadataUrl: string };
  /** The exact hosts that replies may go to. */
  connectorHosts: readonly string[];
  /** The audience of managed identity tokens that an app registration accepts as a federated credential. */
  tokenExchangeAudience: string;
}

/** What both US Government clouds share. */
const US_GOVERNMENT = {
  loginOrigin: "https://login.microsoftonline.us",
  hasGraphBeta: false,
  entraPortal: "https://entra.microsoft.us",
  botResource: "https://api.botframework.us",
  botTokens: {
    issuer: "https://api.botframework.us",
    metadataUrl: "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
  },
  tokenExchangeAudience: "api://AzureADTokenExchangeUSGov",
};

export const CLOUD_NAMES = ["global", "usgov", "usgov-dod"] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

/**
 * Graph, Entra and bots: https://learn.microsoft.com/graph/deployments and
 * https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high
 *
 * `meetingHosts`: where people in each cloud open Teams. teams-js trusts them too (`validOrigins` in
 * https://github.com/OfficeDev/microsoft-teams-library-js).
 *
 * `connectorHosts`: Microsoft's list for bots, which has GCC in the global cloud. It can't be a list of suffixes, because
 * anyone can register a name under trafficmanager.net.
 * https://microsoft.github.io/teams-sdk/typescript/essentials/app-configuration/service-url-validation
 *
 * `botTokens`: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export const CLOUDS: Record<CloudName, Cloud> = {
  global: {
    graphOrigin: "https://graph.microsoft.com",
    loginOrigin: "https://login.microsoftonline.com",
    hasGraphBeta: true,
    outlookOrigin: "https://outlook.office.com",
    entraPortal: "https://entra.microsoft.com",
    adminPortal: "https://admin.microsoft.com",
    meetingHosts: ["teams.microsoft.com", "teams.cloud.microsoft"],
    botTokens: {
      issuer: "https://api.botframework.com",
      metadataUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
    },
    connectorHosts: [
      "smba.trafficmanager.net",
      "smba.onyx.prod.teams.trafficmanager.net",
      "smba.infra.gcc.teams.microsoft.com",
    ],
    botResource: "https://api.botframework.com",
    tokenExchangeAudience: "api://AzureADTokenExchange",
  },
  usgov: {
    ...US_GOVERNMENT,
    graphOrigin: "https://graph.microsoft.us",
    outlookOrigin: "https://outlook.office365.us",
    adminPortal: "https://portal.office365.us/adminportal/home",
    meetingHosts: ["gov.teams.microsoft.us"],
    connectorHosts: ["smba.infra.gov.teams.microsoft.us"],
  },
  "usgov-dod": {
    ...US_GOVERNMENT,
    graphOrigin: "https://dod-graph.microsoft.us",
    outlookOrigin: "https://webmail.apps.mil",
    adminPortal: "https://portal.apps.mil/adminportal/home",
    meetingHosts: ["dod.teams.microsoft.us"],
    connectorHosts: ["smba.infra.dod.teams.microsoft.us"],
  },
};
