import { randomUUID } from "node:crypto";
import type { CloudState } from "../../cloud-state";
import { GraphError } from "../graph-error";
import { postToSubscriber } from "./post-to-subscriber";

const TIMEOUT_MS = 10_000;

/**
 * Asks a URL to return a token, as text, within 10 s.
 * Source: learn.microsoft.com/graph/change-notifications-delivery-webhooks#notificationurl-validation.
 *
 * @throws GraphError 400
 */
export async function validateEndpoint(
  publicUrl: string,
  state: Pick<CloudState, "settings" | "pause">,
): Promise<void> {
  // Spaces, signs and letters that a subscriber has to decode.
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()} é+%/`;
  const url = new URL(publicUrl);
  url.searchParams.set("validationToken", token);
  const answer = await postToSubscriber(
    url.href,
    { contentType: "text/plain", body: "" },
    TIMEOUT_MS,
    state,
  );
  const isValid =
    answer?.status === 200 &&
    answer.contentType.toLowerCase().startsWith("text/plain") &&
    answer.text === token;
  if (isValid) return;
  const reason = answer ? `HTTP status code is '${answer.status}'` : "The operation timed out";
  throw new GraphError(
    400,
    "ValidationError",
    `Subscription validation request failed. ${reason}. Notification endpoint must respond with 200 OK to validation request.`,
  );
}
