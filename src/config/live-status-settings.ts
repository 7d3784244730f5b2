/**
 * How cards learn of calls. `bot`: from Teams' events to the bot. `graph`: from Graph's notifications too, which also reach
 * group chats and tell who joins and leaves.
 */
export const LIVE_STATUSES = ["off", "bot", "graph"] as const;
export type LiveStatusSource = (typeof LIVE_STATUSES)[number];

type UnparsedSettings = Readonly<Record<string, string | undefined>>;

/** Finds what `LIVE_STATUS=graph` lacks. */
export function findLiveStatusFaults({
  LIVE_STATUS,
  NOTIFICATION_CERTIFICATE,
  CLOUD = "global",
}: UnparsedSettings): { name: "LIVE_STATUS" | "NOTIFICATION_CERTIFICATE"; message: string }[] {
  if (LIVE_STATUS !== "graph") return [];
  // https://learn.microsoft.com/graph/changenotifications-for-onlinemeeting
  if (CLOUD !== "global") {
    const message = "can’t be graph in this CLOUD, whose Graph has no call events. Use bot";
    return [{ name: "LIVE_STATUS", message }];
  }
  if (NOTIFICATION_CERTIFICATE !== undefined) return [];
  return [{ name: "NOTIFICATION_CERTIFICATE", message: "is missing. LIVE_STATUS=graph needs it" }];
}
