import { createEntraKeys } from "../../auth/entra-keys";
import type { AppCredential, BotIdentity } from "../../auth/app-credential";
import type { NotificationCertificate } from "../../auth/notification-certificate";
import type { Cloud } from "../../clouds";
import type { Dependencies } from "../../deps";
import { createNotificationHandler, type NotificationDeps } from "./handle-notifications";
import { createValidationTokens } from "./validation-token";

interface NotificationSettings {
  botIdentity: BotIdentity;
  credential: Pick<AppCredential, "clientId">;
  cloud: Pick<Cloud, "loginOrigin">;
  notificationCertificates: readonly NotificationCertificate[];
}

/** Handles what Graph sends for this app and tenant. */
export function createGraphNotifications(
  { botIdentity, credential, cloud, notificationCertificates }: NotificationSettings,
  deps: Pick<Dependencies, "fetch" | "sleep"> &
    Pick<NotificationDeps, "now" | "log" | "watches" | "noteLiveEvent" | "hashId">,
) {
  const findKey = createEntraKeys(cloud, deps);
  return createNotificationHandler({
    ...deps,
    certificates: notificationCertificates,
    verifyToken: createValidationTokens(credential.clientId, findKey, deps.now),
    tenantId: botIdentity.kind === "off" ? undefined : botIdentity.tenantId,
  });
}
