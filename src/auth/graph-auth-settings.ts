export const GRAPH_AUTHS = ["application", "delegated"] as const;
/** Whether Graph calls use the app's own token or each organizer's. */
export type GraphAuth = (typeof GRAPH_AUTHS)[number];

/** The settings that limit GRAPH_AUTH, before parsing. */
interface GraphAuthSettings {
  GRAPH_AUTH?: string | undefined;
  ORGANIZER?: string | undefined;
  BOT_TYPE?: string | undefined;
}

/** Finds invalid combinations. Each setting can be valid or invalid by itself. */
export function findGraphAuthFaults(
  settings: GraphAuthSettings,
): { name: "GRAPH_AUTH"; message: string }[] {
  const { GRAPH_AUTH, ORGANIZER = "first-caller", BOT_TYPE } = settings;
  if (GRAPH_AUTH !== "delegated") return [];
  const messages = [
    ORGANIZER !== "first-caller" &&
      "cannot be delegated while ORGANIZER names one account, which no person signs in to: leave ORGANIZER out",
    BOT_TYPE === "UserAssignedMsi" &&
      "cannot be delegated with BOT_TYPE=UserAssignedMsi, as people sign in to an app registration: register the bot as SingleTenant",
  ];
  return messages.flatMap((message) => (message ? [{ name: "GRAPH_AUTH", message }] : []));
}
