import { createExpiringCache } from "../../async/expiring-cache";
import { createKeyedQueue } from "../../async/keyed-queue";
import type { NotificationCertificate } from "../../auth/notification-certificate";
import type { Dependencies } from "../../deps";
import type { CallWatches } from "../../meetings/calls/call-watches";
import type { LiveEvent } from "../../meetings/live/live-event";
import type { HashId } from "../../metrics/hash-ids";
import { decryptContent } from "./decrypt-content";
import type { Notification, NotificationBatch } from "./parse-notifications";
import { readCallEvent } from "./read-call-event";
import type { VerifyValidationToken } from "./validation-token";

export interface NotificationDeps extends Pick<Dependencies, "now" | "log"> {
  /** The newest first. */
  certificates: readonly NotificationCertificate[];
  verifyToken: VerifyValidationToken;
  /** The bot's own tenant. Absent in the demo, which serves all. */
  tenantId?: string | undefined;
  watches: Pick<CallWatches, "findSubscribed" | "doubt">;
  noteLiveEvent: (event: LiveEvent) => Promise<void>;
  hashId: HashId;
}

/** Why a notification was ignored. For the admin's log only: Graph always gets a 202. */
type Refusal =
  | "wrong tenant"
  | "invalid validation token"
  | "unknown subscription"
  | "wrong client state"
  | "content can't be decrypted";

/** The same warning isn't logged more often, whatever callers send. */
const LOGGED_EVERY_MS = 60_000;

/**
 * Handles the notifications of one request, in their order. What isn't Graph's, is about a subscription that isn't ours,
 * or was changed on its way has no effect. A repeated or older event changes nothing either, because sessions compare times
 * (`src/meetings/live/apply-event.ts`).
 */
export function createNotificationHandler(deps: NotificationDeps) {
  const { certificates, verifyToken, watches, noteLiveEvent, hashId, now, log } = deps;
  const homeTenantId = deps.tenantId?.toLowerCase();
  const runInOrder = createKeyedQueue();
  const logged = createExpiringCache<true>({ maxEntries: 20, ttlMs: LOGGED_EVERY_MS, now });

  return async function handleNotifications({ items, validationTokens }: NotificationBatch) {
    const verified = await Promise.all(validationTokens.map(verifyToken));
    // If one is forged, nothing of the request can be trusted.
    if (verified.includes(undefined)) return refuse("invalid validation token");
    const tenantIds = new Set(verified.map((token) => token?.tenantId));
    for (const item of items) {
      if (homeTenantId !== undefined && item.tenantId !== homeTenantId) refuse("wrong tenant");
      else await runInOrder(item.subscriptionId, () => handle(item, tenantIds));
    }
  };

  async function handle(item: Notification, tenantIds: ReadonlySet<string | undefined>) {
    const { tenantId, subscriptionId, lifecycleEvent, encryptedContent } = item;
    // Notifications about a subscription itself have no tokens:
    // https://learn.microsoft.com/graph/change-notifications-lifecycle-events
    if (!lifecycleEvent && !tenantIds.has(tenantId)) return refuse("invalid validation token");
    const subscribed = await watches.findSubscribed({ tenantId, subscriptionId });
    if (!subscribed) return refuse("unknown subscription");
    if (!subscribed.isOwn(item.clientState)) return refuse("wrong client state");
    if (lifecycleEvent) return watches.doubt({ tenantId, subscriptionId });
    const content = encryptedContent && decryptContent(encryptedContent, certificates);
    if (content === undefined) return refuse("content can't be decrypted");
    const meeting = { tenantId, joinWebUrl: subscribed.joinWebUrl };
    const event = readCallEvent(content, meeting, hashId);
    if (event) await noteLiveEvent(event);
  }

  function refuse(reason: Refusal): void {
    if (logged.has(reason)) return;
    logged.set(reason, true);
    log.warn({ reason }, "ignored a notification from Graph");
  }
}
