import type { Log } from "../src/log";
import type { DueWorkList } from "../src/meetings/due/due-work";
import type { Live } from "../src/meetings/live/live";
import type { Meetings } from "../src/meetings/meetings";
import type { People } from "../src/meetings/people/people";
import type { ChangePolicy } from "../src/meetings/policy/who-may-change";
import type { CheckSetup } from "../src/meetings/ports/check-report";
import type { TeamOwners } from "../src/meetings/ports/team-owners";
import type { TeamRoster } from "../src/meetings/ports/team-roster";
import type { UserSignIn } from "../src/meetings/ports/user-sign-in";
import type { Reminders } from "../src/meetings/reminders/reminders";
import type { Tokens } from "../src/meetings/tokens/tokens";

/** What handlers can call, by area. */
export interface BotServices {
  meetings: Meetings;
  people: People;
  dueWork: DueWorkList;
  reminders: Reminders;
  live: Live;
  team: { roster: TeamRoster; owners: TeamOwners };
  setup: {
    check: CheckSetup;
    /** Who sees the details of a setup check: Entra object ids in lower case. */
    admins: readonly string[];
  };
  /** Set if meetings are created in people's own names. */
  signIn?: {
    users: UserSignIn;
    /** The application id URI that Teams issues tokens for. */
    appIdUri: string;
    /** The page for people who have to consent. */
    startUrl: string;
  };
  settings: {
    /** Who may cancel a meeting, give it a new link, or set its options. */
    whoMayChange: ChangePolicy;
    outlookOrigin: string;
    /** The hosts of join links in this cloud. */
    meetingHosts: readonly string[];
  };
  tokens: Tokens;
  /** Keeps the process alive until the work is done, and logs its error. */
  waitUntil: (work: Promise<unknown>) => void;
  now: () => Date;
  log: Log;
}
