import type { Log } from "../src/log";
import type { MeetRequest, MeetResult } from "../src/meetings/create-meeting";
import type { RefreshResult } from "../src/meetings/refresh-meeting";
import type { MeetingReference, ReferenceSealer } from "../src/meetings/sealed-reference";

/** All that commands and buttons can do; what they say is theirs. */
export interface BotServices {
  meet(request: MeetRequest): Promise<MeetResult>;
  refreshMeeting(reference: MeetingReference): Promise<RefreshResult>;
  sealer: ReferenceSealer;
  outlookOrigin: string;
  /** The one tenant whose conversations are served; absent in the demo, which serves any. */
  homeTenantId?: string;
  now: () => Date;
  log: Log;
}
