/** Where a Microsoft cloud has its services. */
export interface Cloud {
  graphOrigin: string;
  loginOrigin: string;
  /** Graph's beta endpoint, and with it `chatInfo` in createOrGet, exists in the global cloud only. */
  hasGraphBeta: boolean;
  outlookOrigin: string;
  /** Where the join links of its meetings lead, the newer ones too. */
  meetingHosts: readonly string[];
  /** Whom the bot's own tokens for the Connector are for. */
  botResource: string;
  /** botbuilder's name for its own endpoints; absent for the global cloud. */
  botChannelService?: string;
  /** Whom a machine identity's token is for that a registration takes as proof of itself. */
  tokenExchangeAudience: string;
}

export const CLOUD_NAMES = ["global", "usgov", "usgov-dod"] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

/**
 * https://learn.microsoft.com/graph/deployments and
 * https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high; the hosts of meetings are among those
 * that teams-js trusts (`validOrigins` in https://github.com/OfficeDev/microsoft-teams-library-js), and those under
 * which people of each cloud open Teams.
 */
export const CLOUDS: Record<CloudName, Cloud> = {
  global: {
    graphOrigin: "https://graph.microsoft.com",
    loginOrigin: "https://login.microsoftonline.com",
    hasGraphBeta: true,
    outlookOrigin: "https://outlook.office.com",
    meetingHosts: ["teams.microsoft.com", "teams.cloud.microsoft"],
    botResource: "https://api.botframework.com",
    tokenExchangeAudience: "api://AzureADTokenExchange",
  },
  usgov: {
    graphOrigin: "https://graph.microsoft.us",
    loginOrigin: "https://login.microsoftonline.us",
    hasGraphBeta: false,
    outlookOrigin: "https://outlook.office365.us",
    meetingHosts: ["gov.teams.microsoft.us"],
    botResource: "https://api.botframework.us",
    botChannelService: "https://botframework.azure.us",
    tokenExchangeAudience: "api://AzureADTokenExchangeUSGov",
  },
  "usgov-dod": {
    graphOrigin: "https://dod-graph.microsoft.us",
    loginOrigin: "https://login.microsoftonline.us",
    hasGraphBeta: false,
    outlookOrigin: "https://webmail.apps.mil",
    meetingHosts: ["dod.teams.microsoft.us"],
    botResource: "https://api.botframework.us",
    botChannelService: "https://botframework.azure.us",
    tokenExchangeAudience: "api://AzureADTokenExchangeUSGov",
  },
};
