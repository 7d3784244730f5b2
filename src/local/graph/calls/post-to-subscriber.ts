import { withDeadline } from "../../../async/deadline";
import type { CloudState } from "../../cloud-state";

/** A request to a subscriber, and its answer. */
export interface Delivery {
  url: string;
  body: string;
  /** `null` without an answer in time. */
  status: number | null;
}

interface SubscriberAnswer {
  status: number;
  contentType: string;
  text: string;
}

type Sending = Pick<CloudState, "settings" | "pause">;

/**
 * Posts to a subscriber's URL, at the origin in the settings. Returns `undefined` without an answer in time.
 *
 * @param contentType `text/plain` for the validation of a URL
 */
export async function postToSubscriber(
  publicUrl: string,
  { contentType, body }: { contentType: string; body: string },
  timeoutMs: number,
  { settings, pause }: Sending,
): Promise<SubscriberAnswer | undefined> {
  const { origin, href } = new URL(publicUrl);
  const url = (settings.notificationOrigin ?? origin) + href.slice(origin.length);
  try {
    return await withDeadline(
      timeoutMs,
      async (signal) => {
        const headers = { "content-type": `${contentType}; charset=utf-8` };
        const response = await fetch(url, { method: "POST", headers, body, signal });
        return {
          status: response.status,
          contentType: response.headers.get("content-type") ?? "",
          text: await response.text(),
        };
      },
      { sleep: pause },
    );
  } catch {
    return undefined; // refused, cut or late: all the same to a sender
  }
}
