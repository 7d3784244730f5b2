import { formatInstant } from "../instant";
import type { LocalSettings } from "../local-settings";
import { toAttendeeJson } from "./attendees";
import { toExpiry, type Meeting } from "./meeting";
import { toAutoAdmittedUsers, toOptionsJson } from "./meeting-options";

/** The number of the reference's example; it is nobody's. */
const TOLL_NUMBER = "+1 206-485-3005";

/** A meeting as Graph answers it. */
export type OnlineMeeting = ReturnType<typeof toOnlineMeeting>;

/**
 * The onlineMeeting of an answer: every field of the reference's examples, and of the resource
 * those that a client may look for.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-createorget#examples and
 * …/resources/onlinemeeting.
 *
 * @param showsEvolved whether the caller sent `Prefer: include-unknown-enum-members`
 */
export function toOnlineMeeting(meeting: Meeting, settings: LocalSettings, showsEvolved: boolean) {
  const { organizer } = meeting;
  const expiry = toExpiry(meeting, settings);
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
    autoAdmittedUsers: toAutoAdmittedUsers(meeting.options),
    ...toOptionsJson(meeting.options, showsEvolved),
    videoTeleconferenceId: meeting.videoTeleconferenceId,
    externalId: meeting.externalId,
    participants: {
      organizer: {
        upn: organizer.upn,
        role: "presenter",
        identity: { user: { id: organizer.userId } },
      },
      attendees: meeting.attendees.map((one) => toAttendeeJson(one, showsEvolved)),
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

/** `…/l/meetup-join/<thread>/<message>?context={"Tid":…,"Oid":…}`, escaped as Graph escapes it. */
function toJoinWebUrl({ threadId, messageId, organizer }: Meeting): string {
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
