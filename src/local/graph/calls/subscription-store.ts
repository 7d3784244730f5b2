import { randomUUID } from "node:crypto";
import type { LocalSettings } from "../../local-settings";

export interface Subscription {
  id: string;
  tenantId: string;
  /** The application that created it. */
  appId: string;
  /** Decoded from `resource`. */
  joinWebUrl: string;
  /** As the caller wrote it. */
  resource: string;
  notificationUrl: string;
  lifecycleNotificationUrl?: string | undefined;
  clientState?: string | undefined;
  expiresAt: Date;
  /** Base64 of the certificate's DER. */
  encryptionCertificate: string;
  encryptionCertificateId: string;
}

export type SubscriptionStore = ReturnType<typeof createSubscriptionStore>;

/** Keeps the subscriptions that haven't expired. */
export function createSubscriptionStore(settings: LocalSettings, now: () => Date) {
  const byId = new Map<string, Subscription>();

  function list(): Subscription[] {
    for (const { id, expiresAt } of byId.values()) if (expiresAt <= now()) byId.delete(id);
    return [...byId.values()];
  }
  return {
    list,
    /** An application's own. */
    listOf: ({ tenantId, appId }: Pick<Subscription, "tenantId" | "appId">) =>
      list().filter((one) => one.tenantId === tenantId && one.appId === appId),
    hasRoom: (tenantId: string) =>
      list().filter((one) => one.tenantId === tenantId).length < settings.subscriptionQuota,
    add(subscription: Omit<Subscription, "id">): Subscription {
      const added = { ...subscription, id: randomUUID() };
      byId.set(added.id, added);
      return added;
    },
    remove: (id: string) => byId.delete(id),
  };
}
