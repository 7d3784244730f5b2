/** Where a Microsoft cloud has its services. */
export interface Cloud {
  graphOrigin: string;
  loginOrigin: string;
  /** Graph's beta endpoint, and with it `chatInfo` in createOrGet, exists in the global cloud only. */
  hasGraphBeta: boolean;
  outlookOrigin: string;
  /** botbuilder's name for its own endpoints; absent for the global cloud. */
  botChannelService?: string;
}

export const CLOUD_NAMES = ["global", "usgov", "usgov-dod"] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

/**
 * https://learn.microsoft.com/graph/deployments and
 * https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high
 */
export const CLOUDS: Record<CloudName, Cloud> = {
  global: {
    graphOrigin: "https://graph.microsoft.com",
    loginOrigin: "https://login.microsoftonline.com",
    hasGraphBeta: true,
    outlookOrigin: "https://outlook.office.com",
  },
  usgov: {
    graphOrigin: "https://graph.microsoft.us",
    loginOrigin: "https://login.microsoftonline.us",
    hasGraphBeta: false,
    outlookOrigin: "https://outlook.office365.us",
    botChannelService: "https://botframework.azure.us",
  },
  "usgov-dod": {
    graphOrigin: "https://dod-graph.microsoft.us",
    loginOrigin: "https://login.microsoftonline.us",
    hasGraphBeta: false,
    outlookOrigin: "https://webmail.apps.mil",
    botChannelService: "https://botframework.azure.us",
  },
};
