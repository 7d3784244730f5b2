import { randomUUID } from "node:crypto";
import type { NotificationCertificate } from "../auth/notification-certificate";
import type { RunGraphOperation } from "../graph/graph-client";
import { CALL_EVENT_PERMISSIONS, hasRole } from "../graph/permissions";
import { GRAPH_EVENTS_PATH } from "../meetings/ports/call-subscriptions";
import { toDate, toFault, toOk, type Check, type CheckContext } from "./check";
import { CALL_EVENT_FAULTS, CALL_EVENTS_OK } from "./call-event-words";
import { LABELS } from "./check-words";
import { readOutage, toRefused } from "./graph-fault";

/** Checks what `LIVE_STATUS=graph` needs: the certificate, the permission, and that Graph can reach the server. */
export function createCallEventChecks(
  {
    certificates,
    linkOrigin,
  }: { certificates: readonly NotificationCertificate[]; linkOrigin: string },
  runOperation: RunGraphOperation,
  context: CheckContext,
): Check[] {
  const { tenantId, cloud, portals, getAppToken, fetch, now } = context;
  return [
    {
      id: "notification-certificate",
      run() {
        const [certificate] = certificates;
        const { expiresAt = now().toISOString() } = certificate ?? {};
        const date = toDate(expiresAt);
        // Graph's pages don't say whether it looks at the date.
        return Date.parse(expiresAt) > now().getTime()
          ? toOk(CALL_EVENTS_OK.notificationCertificate({ date }))
          : toFault(CALL_EVENT_FAULTS.notificationCertificateExpired({ date }));
      },
    },
    {
      id: "call-events",
      needs: "graph-token",
      async run() {
        const token = await getAppToken({ tenantId, resource: cloud.graphOrigin });
        const isGranted = CALL_EVENT_PERMISSIONS.some((permission) => hasRole(token, permission));
        if (!isGranted) return toFault(CALL_EVENT_FAULTS.callEventsNotGranted, portals.callEvents);
        const path = "/beta/subscriptions";
        try {
          await runOperation((callGraph) =>
            callGraph({ tenantId, method: "GET", path, about: "subscription" }),
          );
          return toOk(CALL_EVENTS_OK.callEvents);
        } catch (error) {
          return readOutage(error, cloud) ?? toRefused(error);
        }
      },
    },
    {
      id: "notification-url",
      needs: "public-url",
      async run() {
        const url = `${linkOrigin}${GRAPH_EVENTS_PATH}`;
        const token = randomUUID();
        // As Graph does before it accepts a subscription.
        const response = await fetch(`${url}?validationToken=${token}`, { method: "POST" });
        const text = await response.text();
        return response.status === 200 && text === token
          ? toOk(CALL_EVENTS_OK.notificationUrl)
          : toFault(CALL_EVENT_FAULTS.notificationsBlocked, {
              copy: [{ label: LABELS.publicUrl, value: url }],
            });
      },
    },
  ];
}
