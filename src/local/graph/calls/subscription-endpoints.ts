import { Router } from "express";
import type { CloudState } from "../../cloud-state";
import { handleAsync } from "../../handle-async";
import { readCaller, type Caller } from "../caller";
import { GraphError } from "../graph-error";
import type { Subscription } from "./subscription-store";
import { readNewSubscription, readRenewal } from "./subscription-body";
import { validateEndpoint } from "./validate-endpoint";

const PERMISSIONS = ["OnlineMeetings.Read.All", "OnlineMeetings.ReadWrite.All"];

/**
 * `/beta/subscriptions`: an application's subscriptions to the call events of meetings.
 * Sources: learn.microsoft.com/graph/api/subscription-post-subscriptions, -update, -delete, -list, -get. The statuses for
 * a second subscription to a meeting (409) and one beyond the quota (403) come from bug reports.
 */
export function createSubscriptionEndpoints(state: CloudState): Router {
  const { keys, now, subscriptions, calls } = state;
  const router = Router();
  const readApp = (authorization: string | undefined) => {
    const caller = readCaller(authorization, keys);
    const isAllowed = PERMISSIONS.some((permission) => caller.permissions.includes(permission));
    if (caller.kind === "app" && isAllowed) return caller;
    const message =
      "Operation: Create; Exception: [Status Code: Forbidden; Reason: Caller does not have access.]";
    throw new GraphError(403, "ExtensionError", message);
  };
  const find = (id: string, caller: Caller): Subscription => {
    const found = subscriptions.listOf(caller).find((one) => one.id === id);
    if (found) return found;
    throw new GraphError(404, "ResourceNotFound", "The object was not found.");
  };

  const create = handleAsync(async (req, res) => {
    const caller = readApp(req.get("Authorization"));
    const { tenantId, appId } = caller;
    const read = readNewSubscription(req.body, now());
    for (const url of [read.notificationUrl, read.lifecycleNotificationUrl]) {
      if (url) await validateEndpoint(url, state);
    }
    if (subscriptions.listOf(caller).some((one) => one.joinWebUrl === read.joinWebUrl)) {
      throw new GraphError(409, "Conflict", "Subscription already exists for the resource.");
    }
    if (!subscriptions.hasRoom(tenantId)) {
      throw new GraphError(
        403,
        "Forbidden",
        "Your organization has reached its limit of subscriptions.",
      );
    }
    const added = subscriptions.add({ ...read, tenantId, appId });
    res.status(201).json(toResource(added));
    calls.greet(added);
  });

  router
    .route("/")
    .get((req, res) => {
      const caller = readApp(req.get("Authorization"));
      res.json({
        "@odata.context": "https://graph.microsoft.com/beta/$metadata#subscriptions",
        value: subscriptions.listOf(caller).map(toResource),
      });
    })
    .post(create);
  router
    .route("/:id")
    .get(
      (req, res) =>
        void res.json(toResource(find(req.params.id, readApp(req.get("Authorization"))))),
    )
    .patch((req, res) => {
      const subscription = find(req.params.id, readApp(req.get("Authorization")));
      subscription.expiresAt = readRenewal(req.body, now());
      res.json(toResource(subscription));
    })
    .delete((req, res) => {
      subscriptions.remove(find(req.params.id, readApp(req.get("Authorization"))).id);
      res.sendStatus(204);
    });
  return router;
}

/** As in the reference's examples, which show no `encryptionCertificate`. */
function toResource(subscription: Subscription) {
  const {
    tenantId: _,
    joinWebUrl: _url,
    encryptionCertificate: _certificate,
    ...shown
  } = subscription;
  const { appId: applicationId, expiresAt, ...same } = shown;
  return {
    ...same,
    applicationId,
    changeType: "updated",
    includeResourceData: true,
    expirationDateTime: expiresAt.toISOString(),
    latestSupportedTlsVersion: "v1_2",
    creatorId: "8ee44408-0679-472c-bc2a-692812af3437",
  };
}
