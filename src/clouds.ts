/** Where a Microsoft cloud has its services. */
export interface Cloud {
  graphOrigin: string;
  loginOrigin: string;
  /** Graph's beta endpoint, and with it `chatInfo` in createOrGet, exists in the global cloud only. */
  hasGraphBeta: boolean;
  outlookOrigin: string;
  /** Where admins look after apps, and after people's licenses. */
  entraPortal: string;
  adminPortal: string;
  /** Where the join links of its meetings lead, the newer ones too. */
  meetingHosts: readonly string[];
  /** Whom the bot's own tokens for the Connector are for. */
  botResource: string;
  /** Who signs what Teams sends to a bot, and where the keys are told. */
  botTokens: { issuer: string; metadataUrl: string };
  /** Where Teams takes a bot's answers: these hosts exactly. */
  connectorHosts: readonly string[];
  /** botbuilder's name for its own endpoints; absent for the global cloud. */
  botChannelService?: string;
  /** Whom a machine identity's token is for that a registration takes as proof of itself. */
  tokenExchangeAudience: string;
}

const GLOBAL_BOT_TOKENS = {
  issuer: "https://api.botframework.com",
  metadataUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
};
const US_GOVERNMENT_BOT_TOKENS = {
  issuer: "https://api.botframework.us",
  metadataUrl: "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
};

export const CLOUD_NAMES = ["global", "usgov", "usgov-dod"] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

/**
 * https://learn.microsoft.com/graph/deployments and
 * https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high; the hosts of meetings are among those
 * that teams-js trusts (`validOrigins` in https://github.com/OfficeDev/microsoft-teams-library-js), and those under
 * which people of each cloud open Teams. Those of the Connector are Microsoft's own list for bots, GCC's among the
 * global cloud's: https://microsoft.github.io/teams-sdk/typescript/essentials/app-configuration/service-url-validation.
 * Suffixes would not do: anybody can have a name under trafficmanager.net. The keys are those of
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
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
    botTokens: GLOBAL_BOT_TOKENS,
    connectorHosts: [
      "smba.trafficmanager.net",
      "smba.onyx.prod.teams.trafficmanager.net",
      "smba.infra.gcc.teams.microsoft.com",
    ],
    botResource: "https://api.botframework.com",
    tokenExchangeAudience: "api://AzureADTokenExchange",
  },
  usgov: {
    graphOrigin: "https://graph.microsoft.us",
    loginOrigin: "https://login.microsoftonline.us",
    hasGraphBeta: false,
    outlookOrigin: "https://outlook.office365.us",
    entraPortal: "https://entra.microsoft.us",
    adminPortal: "https://portal.office365.us/adminportal/home",
    meetingHosts: ["gov.teams.microsoft.us"],
    botResource: "https://api.botframework.us",
    botTokens: US_GOVERNMENT_BOT_TOKENS,
    connectorHosts: ["smba.infra.gov.teams.microsoft.us"],
    botChannelService: "https://botframework.azure.us",
    tokenExchangeAudience: "api://AzureADTokenExchangeUSGov",
  },
  "usgov-dod": {
    graphOrigin: "https://dod-graph.microsoft.us",
    loginOrigin: "https://login.microsoftonline.us",
    hasGraphBeta: false,
    outlookOrigin: "https://webmail.apps.mil",
    entraPortal: "https://entra.microsoft.us",
    adminPortal: "https://portal.apps.mil/adminportal/home",
    meetingHosts: ["dod.teams.microsoft.us"],
    botResource: "https://api.botframework.us",
    botTokens: US_GOVERNMENT_BOT_TOKENS,
    connectorHosts: ["smba.infra.dod.teams.microsoft.us"],
    botChannelService: "https://botframework.azure.us",
    tokenExchangeAudience: "api://AzureADTokenExchangeUSGov",
  },
};
