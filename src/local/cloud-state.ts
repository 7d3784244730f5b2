import type { SigningKeys } from "./entra/signing-keys";
import type { SignIns } from "./entra/sign-ins";
import type { FaultPlan } from "./faults";
import type { BotEvents } from "./teams/bot-events";
import type { CallLog } from "./graph/calls/call-log";
import type { Notifications } from "./graph/calls/notifications";
import type { SubscriptionStore } from "./graph/calls/subscription-store";
import type { MeetingStore } from "./graph/meeting-store";
import type { LocalSettings } from "./local-settings";
import type { RequestLog } from "./request-log";

/** What the endpoints of one running cloud share. */
export interface CloudState {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  keys: SigningKeys;
  meetings: MeetingStore;
  subscriptions: SubscriptionStore;
  notifications: Notifications;
  calls: CallLog;
  botEvents: BotEvents;
  signIns: SignIns;
  log: RequestLog;
  faults: FaultPlan;
  settings: LocalSettings;
  now: () => Date;
  /** Waits for `ms`, or until the signal aborts or the server closes. */
  pause: (ms: number, signal?: AbortSignal) => Promise<void>;
}
