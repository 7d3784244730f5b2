import type { SigningKeys } from "./entra/signing-keys";
import type { SignIns } from "./entra/sign-ins";
import type { FaultPlan } from "./faults";
import type { MeetingStore } from "./graph/meeting-store";
import type { LocalSettings } from "./local-settings";
import type { RequestLog } from "./request-log";

/** What the endpoints of one running cloud share. */
export interface CloudState {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  keys: SigningKeys;
  meetings: MeetingStore;
  signIns: SignIns;
  log: RequestLog;
  faults: FaultPlan;
  settings: LocalSettings;
  now: () => Date;
  /** Waits for `ms`, or until the signal aborts or the server closes. */
  pause: (ms: number, signal?: AbortSignal) => Promise<void>;
}
