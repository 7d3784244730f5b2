/** Where Graph sends notifications, at the bot's own origin. */
export const GRAPH_EVENTS_PATH = "/api/graph-events";

/** A subscription to the calls of one meeting. */
export interface CallSubscription {
  id: string;
  /** ISO 8601. */
  expiresAt: string;
}

/**
 * Graph's subscriptions to calls. All calls throw an `AppError` when Graph fails. Implemented by
 * `src/graph/call-subscriptions.ts`.
 */
export interface CallSubscriptions {
  /**
   * Subscribes, or takes over the subscription that the app has to the meeting. Returns `undefined` if Graph refuses:
   * the app lacks a permission, or the tenant has used up its subscriptions.
   */
  create(request: {
    tenantId: string;
    joinWebUrl: string;
    expiresAt: string;
  }): Promise<CallSubscription | undefined>;
  /** Returns `undefined` if the subscription is gone. */
  renew(request: { tenantId: string } & CallSubscription): Promise<CallSubscription | undefined>;
  /** Does nothing if it's gone. */
  delete(request: { tenantId: string; id: string }): Promise<void>;
}
