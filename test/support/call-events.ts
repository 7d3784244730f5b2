import { toNotificationCertificate } from "../../src/auth/notification-certificate";
import { parseCertificate } from "../../src/auth/parse-certificate";
import type { LocalSettings } from "../../src/local/local-cloud";
import { isLive } from "../../src/meetings/ports/meeting-store";
import { toDefaultKey } from "../../src/meetings/record/meeting-key";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { ada, general, message, type TestConversation } from "./activities";
import { makeCertificate } from "./make-certificate";
import { CERTIFICATE_PAIR } from "./rsa-pairs";
import type { TestApp, TestAppOptions } from "./start-app";

/** What the app has with LIVE_STATUS=graph. */
export function notificationCertificate(pair = CERTIFICATE_PAIR) {
  const parsed = parseCertificate(makeCertificate({ pair }).pem);
  if (!parsed.ok) throw new Error(parsed.reason);
  return toNotificationCertificate(parsed.certificate);
}

export const CALL_EVENT_ROLES = ["OnlineMeetings.ReadWrite.All", "OnlineMeetings.Read.All"];

/** The options of an app with Graph's call events. */
export function withCallEvents(settings: Partial<LocalSettings> = {}): TestAppOptions {
  return {
    config: { liveStatus: "graph", notificationCertificates: [notificationCertificate()] },
    settings: { appRoles: CALL_EVENT_ROLES, ...settings },
  };
}

/** The record of the default room. */
export async function recordOf(
  app: Pick<TestApp, "store">,
  place: TestConversation = general,
): Promise<LiveRecord> {
  const stored = await app.store.records.get(toDefaultKey(place));
  if (!stored || !isLive(stored)) throw new Error("There is no meeting.");
  return stored.record;
}

/** Asks for a meeting, and has the app subscribe to its calls. Returns its link. */
export async function meetAndSubscribe(
  app: TestApp,
  text = "meet",
  place: TestConversation = general,
): Promise<string> {
  await app.turn(message(text, { from: ada, in: place }));
  await app.runDue();
  return (await recordOf(app, place)).meeting.joinWebUrl;
}

/** The calls to Graph about subscriptions, such as `["POST", 201]`. MSAL's clock is the real one, so some get a 401 first. */
export function subscriptionCalls(
  app: Pick<TestApp, "cloud">,
): [method: string, status: number | null][] {
  return app.cloud
    .requests()
    .filter(({ path, status }) => path.startsWith("/beta/subscriptions") && status !== 401)
    .map(({ method, status }) => [method, status]);
}
