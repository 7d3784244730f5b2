import type { Log } from "../src/log";
import type { Meetings } from "../src/meetings/meetings";
import type { CancelRequest, CancelResult } from "../src/meetings/cancel-meeting";
import type { ChangeRequest, ChangeResult } from "../src/meetings/change-meeting";
import type { CheckSetup } from "../src/meetings/ports/check-report";
import type { CreateOrGetInput } from "../src/meetings/make-meeting";
import type { SharedMeetResult } from "../src/meetings/meet";
import type { FoundMeeting, Superseded } from "../src/meetings/find-meeting";
import type { Retention } from "../src/meetings/people/retention";
import type { MeetingList } from "../src/meetings/list-meetings";
import type { MeetingLinks } from "../src/meetings/tokens/meeting-link";
import type { MeetingKey } from "../src/meetings/record/meeting-key";
import type { LiveRecord, Person } from "../src/meetings/record/meeting-record";
import type { MeetingOptions } from "../src/meetings/ports/online-meeting";
import type { PresenceMemory } from "../src/meetings/people/presence-memory";
import type { RecentMeetings } from "../src/meetings/people/recent-meetings";
import type { RefreshResult } from "../src/meetings/refresh-meeting";
import type { ReissueRequest, ReissueResult } from "../src/meetings/reissue-meeting";
import type { OfferSealer } from "../src/meetings/tokens/sealed-offer";
import type { PostOnce } from "../src/meetings/record/post-once";
import type { PreviewSealer } from "../src/meetings/tokens/sealed-preview";
import type { MeetingReference, ReferenceSealer } from "../src/meetings/tokens/sealed-reference";
import type { TeamOwners } from "../src/meetings/ports/team-owners";
import type { TeamRoster } from "../src/meetings/ports/team-roster";
import type { UserSignIn } from "../src/meetings/ports/user-sign-in";
import type { PendingCommands } from "../src/meetings/people/pending-commands";
import type { ChangePolicy } from "../src/meetings/policy/who-may-change";

/** All that commands and buttons can do; what they say is theirs. */
export interface BotServices {
  meet(request: CreateOrGetInput): Promise<SharedMeetResult>;
  /** As the records have it, without a look at Graph. */
  findMeeting(key: MeetingKey): Promise<FoundMeeting>;
  findByReference(reference: MeetingReference): Promise<FoundMeeting | Superseded>;
  refreshMeeting(reference: MeetingReference, caller?: Person): Promise<RefreshResult>;
  changeMeeting(request: ChangeRequest): Promise<ChangeResult>;
  reissueMeeting(request: ReissueRequest): Promise<ReissueResult>;
  cancelMeeting(request: CancelRequest): Promise<CancelResult>;
  listMeetings(conversation: Pick<MeetingKey, "tenantId" | "threadId">): Promise<MeetingList>;
  recentMeetings: RecentMeetings;
  readOptions(record: LiveRecord, caller: Person): Promise<MeetingOptions>;
  retention: Pick<Retention, "join" | "leave">;
  /** For what nobody waits for; it is done before the process ends, and its errors are logged. */
  waitUntil(work: Promise<unknown>): void;
  roster: TeamRoster;
  presence: PresenceMemory;
  teamOwners: TeamOwners;
  /** Who may cancel a meeting, replace it, and set its options. */
  whoMayChange: ChangePolicy;
  sealer: ReferenceSealer;
  offerSealer: OfferSealer;
  previewSealer: PreviewSealer;
  postOnce: PostOnce;
  postedCards: Meetings["postedCards"];
  maintainMeeting: Meetings["maintainMeeting"];
  links: MeetingLinks;
  /** Whether what somebody asks for can be done in the organizer's name. */
  mayActFor(record: LiveRecord, caller: Person): boolean;
  pendingCommands: PendingCommands;
  /** There, with `signIn`, only where meetings are made in people's own names. */
  userSignIn?: UserSignIn;
  /** What an OAuthCard names: whose tokens Teams hands out, and the page for whoever has to consent. */
  signIn?: { appIdUri: string; startUrl: string };
  outlookOrigin: string;
  checkSetup: CheckSetup;
  /** Who sees what is wrong with the set-up: Entra object ids in small letters. */
  admins: readonly string[];
  now: () => Date;
  log: Log;
}
