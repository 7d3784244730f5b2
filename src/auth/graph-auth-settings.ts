export const GRAPH_AUTHS = ["application", "delegated"] as const;
/** In whose name meetings are made: the app's own, or each organizer's. */
export type GraphAuth = (typeof GRAPH_AUTHS)[number];

/** The settings that have a say in who acts at Graph, as they were given. */
interface GraphAuthSettings {
  GRAPH_AUTH?: string | undefined;
  ORGANIZER?: string | undefined;
  BOT_TYPE?: string | undefined;
}

/** What is wrong with them beside each other, whether or not each is right by itself. */
export function findGraphAuthFaults(
  given: GraphAuthSettings,
): { name: "GRAPH_AUTH"; message: string }[] {
  const { GRAPH_AUTH, ORGANIZER = "first-caller", BOT_TYPE } = given;
  if (GRAPH_AUTH !== "delegated") return [];
  const messages = [
    ORGANIZER !== "first-caller" &&
      "cannot be delegated while ORGANIZER names one account, which no person signs in to: leave ORGANIZER out",
    BOT_TYPE === "UserAssignedMsi" &&
      "cannot be delegated with BOT_TYPE=UserAssignedMsi, as people sign in to an app registration: register the bot as SingleTenant",
  ];
  return messages.flatMap((message) => (message ? [{ name: "GRAPH_AUTH", message }] : []));
}
