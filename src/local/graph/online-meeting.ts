import type { CloudState } from "../cloud-state";
import { formatInstant } from "../instant";
import type { LocalSettings } from "../local-settings";
import { toExpiry, type Meeting } from "./meeting-store";

/** The number of the reference's example. */
const TOLL_NUMBER = "+1 206-485-3005";

/**
 * Enum members that Graph shows only to callers that ask for them.
 * Source: learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations.
 */
const EVOLVED_MEMBERS = new Set<string | null>(
  ["producer", "coorganizer"].concat("invited", "organizationExcludingGuests"),
);

/** The deprecated `autoAdmittedUsers` for each lobby scope. */
const AUTO_ADMITTED = {
  organizer: "OrganizerOnly",
  organization: "EveryoneInCompany",
  organizationAndFederated: "EveryoneInSameAndFederatedCompany",
  everyone: "Everyone",
  invited: "InvitedUsersInCompany",
  organizationExcludingGuests: "EveryoneInCompanyExcludingGuests",
} as const;

type OnlineMeeting = ReturnType<typeof toOnlineMeeting>;

/** A meeting as the control surface shows it, with its tenant and organizer. */
export interface LocalMeeting extends OnlineMeeting {
  tenantId: string;
  userId: string;
}

/** Lists the meetings that exist, oldest first. */
export function listLocalMeetings({ meetings, settings }: CloudState): LocalMeeting[] {
  return meetings.list().map((meeting) => {
    const { tenantId, userId } = meeting.organizer;
    return Object.assign({ tenantId, userId }, toOnlineMeeting(meeting, settings, true));
  });
}

/**
 * The onlineMeeting resource, with every property of the reference's examples and others that a client may read.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-createorget#examples and …/resources/onlinemeeting.
 *
 * @param includesUnknown whether the caller sent `Prefer: include-unknown-enum-members`
 */
export function toOnlineMeeting(
  meeting: Meeting,
  settings: LocalSettings,
  includesUnknown: boolean,
) {
  const { organizer, options } = meeting;
  const { scope, isDialInBypassEnabled } = options.lobbyBypassSettings;
  const expiry = toExpiry(meeting, settings);
  const toMember = <T extends string | null>(member: T) =>
    EVOLVED_MEMBERS.has(member) && !includesUnknown ? "unknownFutureValue" : member;
  return {
    id: meeting.id,
    creationDateTime: formatInstant(meeting.createdAt),
    startDateTime: formatInstant(meeting.startsAt),
    endDateTime: formatInstant(meeting.endsAt),
    expiryDateTime: expiry === undefined ? null : formatInstant(expiry),
    joinWebUrl: toJoinWebUrl(meeting),
    meetingOptionsWebUrl: toOptionsUrl(meeting),
    subject: meeting.subject,
    isBroadcast: false,
    autoAdmittedUsers: AUTO_ADMITTED[scope],
    ...options,
    lobbyBypassSettings: { scope: toMember(scope), isDialInBypassEnabled },
    videoTeleconferenceId: meeting.videoTeleconferenceId,
    externalId: meeting.externalId,
    participants: {
      organizer: {
        upn: organizer.upn,
        role: "presenter",
        identity: { user: { id: organizer.userId } },
      },
      attendees: meeting.attendees.map(({ userId, upn, role }) => ({
        upn,
        role: toMember(role),
        identity: userId === null ? null : { user: { id: userId } },
      })),
      producers: [],
      contributors: [],
    },
    audioConferencing: {
      conferenceId: meeting.conferenceId,
      tollNumber: TOLL_NUMBER,
      tollFreeNumber: null,
      dialinUrl: `https://dialin.teams.microsoft.com/${meeting.dialInId}?id=${meeting.conferenceId}`,
    },
    chatInfo: {
      threadId: meeting.threadId,
      messageId: meeting.messageId,
      replyChainMessageId: null,
    },
    joinMeetingIdSettings: {
      isPasscodeRequired: true,
      joinMeetingId: meeting.joinMeetingId,
      passcode: meeting.passcode,
    },
    joinInformation: {
      content: `data:text/html,${encodeURIComponent(`<a href="${toJoinWebUrl(meeting)}">Join Microsoft Teams Meeting</a>`)}`,
      contentType: "html",
    },
  };
}

/** `…/l/meetup-join/<thread>/<message>?context={"Tid":…,"Oid":…}` with Graph's escapes. */
export function toJoinWebUrl({ threadId, messageId, organizer }: Meeting): string {
  const context = `%7b%22Tid%22%3a%22${organizer.tenantId}%22%2c%22Oid%22%3a%22${organizer.userId}%22%7d`;
  const thread = threadId.replace(":", "%3a").replace("@", "%40");
  return `https://teams.microsoft.com/l/meetup-join/${thread}/${messageId}?context=${context}`;
}

function toOptionsUrl({ threadId, messageId, organizer }: Meeting): string {
  const query = new URLSearchParams({
    organizerId: organizer.userId,
    tenantId: organizer.tenantId,
    threadId: threadId.replace(":", "_"),
    messageId,
    language: "en-US",
  });
  return `https://teams.microsoft.com/meetingOptions/?${query.toString()}`;
}
