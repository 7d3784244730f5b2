import type { NotificationCertificate } from "../auth/notification-certificate";
import * as z from "zod";
import { AppError, toAppError } from "../errors";
import type { Log } from "../log";
import type { CallSubscription, CallSubscriptions } from "../meetings/ports/call-subscriptions";
import {
  toGraphPath,
  type CallGraph,
  type GraphAnswer,
  type RunGraphOperation,
} from "./graph-client";
import { lenient, parseAnswer } from "./parse-answer";

const PATH = "/beta/subscriptions";
/** A tenant has at most 10,000 subscriptions: https://learn.microsoft.com/graph/change-notifications-overview */
const MAX_PAGES = 100;

const subscriptionSchema = z.object({
  id: z.string().min(1),
  expirationDateTime: z.iso.datetime({ offset: true }),
});
const listSchema = z.object({
  value: z.array(
    z.object({
      id: z.string().min(1),
      resource: lenient(z.string()),
      notificationUrl: lenient(z.string()),
      encryptionCertificateId: lenient(z.string()),
    }),
  ),
  "@odata.nextLink": lenient(z.string()),
});

interface SubscriptionSettings {
  /** Where notifications go. */
  notificationUrl: string;
  /** The newest first. Notifications are encrypted for that one. */
  certificates: readonly NotificationCertificate[];
  /** What Graph repeats in each notification of the meeting. */
  toClientState: (meeting: { tenantId: string; joinWebUrl: string }) => string;
}

/**
 * Subscriptions to call events, with the app's own token:
 * https://learn.microsoft.com/graph/changenotifications-for-onlinemeeting. Needs the application permission
 * `OnlineMeetings.Read.All`. An app has at most one subscription per meeting: Graph answers 409 to another one.
 */
export function createCallSubscriptions(
  runOperation: RunGraphOperation,
  { notificationUrl, certificates, toClientState }: SubscriptionSettings,
  log: Log,
): CallSubscriptions {
  const [certificate] = certificates;
  /** So that it's logged once, and not for each meeting. */
  let isRefused = false;

  return {
    async create({ tenantId, joinWebUrl, expiresAt }) {
      if (!certificate) return undefined;
      const resource = toResource(joinWebUrl);
      const body = {
        changeType: "updated",
        notificationUrl,
        lifecycleNotificationUrl: notificationUrl,
        resource,
        expirationDateTime: expiresAt,
        clientState: toClientState({ tenantId, joinWebUrl }),
        includeResourceData: true,
        encryptionCertificate: certificate.certificate,
        encryptionCertificateId: certificate.id,
      };
      return runOperation(async (callGraph) => {
        const post = () =>
          callGraph({ tenantId, method: "POST", path: PATH, body, about: "subscription" });
        try {
          const created = readSubscription(await post());
          isRefused = false;
          return created;
        } catch (error) {
          if (statusOf(error) === 403) return refuse(error);
          if (statusOf(error) !== 409) throw error;
        }
        const existing = await findExisting(callGraph, tenantId, resource);
        if (!existing) return undefined;
        if (existing.isCurrent) {
          const renewed = await renew(callGraph, { tenantId, id: existing.id, expiresAt });
          if (renewed) return renewed;
        } else await remove(callGraph, { tenantId, id: existing.id });
        return readSubscription(await post());
      });
    },

    renew: (request) => runOperation((callGraph) => renew(callGraph, request)),
    delete: (request) => runOperation((callGraph) => remove(callGraph, request)),
  };

  function refuse(error: unknown): undefined {
    if (!isRefused) {
      const message =
        "Graph refused a subscription to a meeting's calls; see docs/administering.md";
      log.warn({ ...toAppError(error).details }, message);
    }
    isRefused = true;
    return undefined;
  }

  /** One whose notifications can't be read any more isn't current. */
  async function findExisting(callGraph: CallGraph, tenantId: string, resource: string) {
    let path: string | undefined = PATH;
    for (let page = 0; path !== undefined && page < MAX_PAGES; page += 1) {
      const answer: GraphAnswer = await callGraph({
        tenantId,
        method: "GET",
        path,
        about: "subscription",
      });
      const read: z.infer<typeof listSchema> = parseAnswer(listSchema, answer);
      const found = read.value.find((one) => one.resource?.replace(/^\//, "") === resource);
      if (found) {
        const isCurrent =
          found.notificationUrl === notificationUrl &&
          found.encryptionCertificateId === certificate?.id;
        return { id: found.id, isCurrent };
      }
      path = toGraphPath(read["@odata.nextLink"]);
    }
    return undefined;
  }
}

/** The link contains escapes, so they are encoded twice. */
function toResource(joinWebUrl: string): string {
  return `communications/onlineMeetings(joinWebUrl='${encodeURIComponent(joinWebUrl)}')/meetingCallEvents`;
}

async function renew(
  callGraph: CallGraph,
  { tenantId, id, expiresAt }: { tenantId: string } & CallSubscription,
): Promise<CallSubscription | undefined> {
  const body = { expirationDateTime: expiresAt };
  const path = `${PATH}/${encodeURIComponent(id)}`;
  try {
    const call = { tenantId, method: "PATCH", path, body, about: "subscription" } as const;
    return readSubscription(await callGraph(call));
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

async function remove(
  callGraph: CallGraph,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<void> {
  const path = `${PATH}/${encodeURIComponent(id)}`;
  try {
    await callGraph({ tenantId, method: "DELETE", path, about: "subscription" });
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}

function readSubscription(answer: GraphAnswer): CallSubscription {
  const { id, expirationDateTime } = parseAnswer(subscriptionSchema, answer);
  return { id, expiresAt: new Date(expirationDateTime).toISOString() };
}

function statusOf(error: unknown): number | undefined {
  return error instanceof AppError ? error.details.status : undefined;
}
