import { randomUUID } from "node:crypto";
import type { CloudState } from "../../cloud-state";
import { encryptContent } from "./encrypt-content";
import { postToSubscriber, type Delivery } from "./post-to-subscriber";
import type { Subscription } from "./subscription-store";

/** Microsoft Graph Change Tracking, which signs for the validation tokens. */
const CHANGE_TRACKING_APP_ID = "0bf30f3b-4a52-48df-9a82-234910c4a086";
/** Source: learn.microsoft.com/graph/change-notifications-delivery-webhooks#change-notifications. */
const TIMEOUT_MS = 3_000;
/** As in the reference's example. */
const TOKEN_LIFETIME_SECONDS = 29_100;

export type Notifications = ReturnType<typeof createNotifications>;

type NotificationDeps = Pick<CloudState, "keys" | "settings" | "now" | "pause">;

/** Sends notifications, and keeps them for tests that repeat or forge one. */
export function createNotifications(deps: NotificationDeps) {
  const { settings } = deps;
  const deliveries: Delivery[] = [];

  async function deliver(url: string, notification: object): Promise<void> {
    const body = JSON.stringify(notification);
    const times = settings.notifications === "twice" ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      const answer = await postToSubscriber(
        url,
        { contentType: "application/json", body },
        TIMEOUT_MS,
        deps,
      );
      deliveries.push({ url, body, status: answer?.status ?? null });
    }
  }

  return {
    list: () => structuredClone(deliveries),
    clear: () => void deliveries.splice(0),
    /**
     * Sends encrypted call events to a subscriber, in one request.
     * Source: learn.microsoft.com/graph/changenotifications-for-onlinemeeting.
     */
    async sendEvents(subscription: Subscription, events: readonly object[]): Promise<void> {
      const value = events.map((event) => toItem(subscription, event));
      if (settings.notificationOrder === "reversed") value.reverse();
      const claims = toValidationClaims(subscription, settings.validationTokenVersion);
      const token = deps.keys.sign(claims, TOKEN_LIFETIME_SECONDS);
      await deliver(subscription.notificationUrl, { value, validationTokens: [token] });
    },
    /** Source: learn.microsoft.com/graph/change-notifications-lifecycle-events. */
    async sendLifecycle(subscription: Subscription, lifecycleEvent: string): Promise<void> {
      const { id, tenantId, clientState, expiresAt, lifecycleNotificationUrl } = subscription;
      if (!lifecycleNotificationUrl) return;
      const subscriptionExpirationDateTime = expiresAt.toISOString();
      const item = { subscriptionId: id, subscriptionExpirationDateTime, tenantId, clientState };
      await deliver(lifecycleNotificationUrl, { value: [{ ...item, lifecycleEvent }] });
    },
  };
}

function toItem(subscription: Subscription, event: object) {
  const { id, tenantId, clientState, expiresAt, joinWebUrl, resource } = subscription;
  const path = `communications/onlineMeetings(joinWebUrl='${encodeURIComponent(joinWebUrl)}')/meetingCallEvents`;
  const eventId = randomUUID();
  const type = "#microsoft.graph.callevent";
  const content = { "@odata.type": type, "@odata.id": path, id: eventId, ...event };
  return {
    subscriptionId: id,
    clientState,
    changeType: "updated",
    tenantId,
    organizationId: tenantId,
    resource: resource.replace(/^\//, ""),
    subscriptionExpirationDateTime: expiresAt.toISOString(),
    resourceData: { "@odata.id": path, "@odata.type": type, id: eventId },
    encryptedContent: encryptContent(content, subscription),
  };
}

/** Source: learn.microsoft.com/graph/change-notifications-with-resource-data#example-jwt-token. */
function toValidationClaims(
  { appId, tenantId }: Subscription,
  version: "1.0" | "2.0",
): Record<string, string> {
  const shared = { aud: appId, tid: tenantId, oid: CHANGE_TRACKING_APP_ID, ver: version };
  return version === "1.0"
    ? {
        ...shared,
        iss: `https://sts.windows.net/${tenantId}/`,
        idp: `https://sts.windows.net/${tenantId}/`,
        appid: CHANGE_TRACKING_APP_ID,
        appidacr: "2",
      }
    : {
        ...shared,
        iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
        azp: CHANGE_TRACKING_APP_ID,
        azpacr: "2",
      };
}
