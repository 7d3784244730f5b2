import type { OnlineMeeting as GraphOnlineMeeting } from "@microsoft/microsoft-graph-types-beta";
import * as z from "zod";
import {
  CHAT_MODES,
  LOBBY_SCOPES,
  PRESENTER_SCOPES,
  type MeetingOptions,
  type OnlineMeeting,
} from "../meetings/ports/online-meeting";
import { attendeesSchema } from "./attendees";
import type { GraphAnswer } from "./graph-client";
import { lenient, parseAnswer } from "./parse-answer";

const text = lenient(z.string().min(1));
const time = lenient(
  z
    .string()
    .pipe(z.coerce.date())
    .transform((date) => date.toISOString()),
);

/**
 * The fields that we use of https://learn.microsoft.com/graph/api/resources/onlinemeeting. Only the id and an https
 * join link are required.
 */
const meetingSchema = z.object({
  id: z.string().min(1),
  joinWebUrl: z.url({ protocol: /^https$/ }),
  externalId: text,
  subject: text,
  startDateTime: time,
  endDateTime: time,
  expiryDateTime: time,
  participants: lenient(z.object({ attendees: lenient(attendeesSchema) })),
  audioConferencing: lenient(
    z.object({ tollNumber: text, tollFreeNumber: text, conferenceId: text }),
  ),
  chatInfo: lenient(z.object({ threadId: text })),
});

const optionsSchema = z.object({
  lobbyBypassSettings: lenient(z.object({ scope: z.enum(LOBBY_SCOPES) })),
  allowedPresenters: lenient(z.enum(PRESENTER_SCOPES)),
  recordAutomatically: lenient(z.boolean()),
  allowMeetingChat: lenient(z.enum(CHAT_MODES)),
});

/**
 * The meeting, and fields of the request that Graph may echo.
 *
 * @throws AppError `bad_answer` when the answer has no meeting that can be joined
 */
export function readOnlineMeeting(answer: GraphAnswer): {
  meeting: OnlineMeeting;
  externalId?: string;
  chatThreadId?: string;
} {
  const read = parseAnswer(meetingSchema, answer);
  const { id, joinWebUrl, subject, externalId, chatInfo, audioConferencing } = read;
  const { startDateTime: startsAt, endDateTime: endsAt, expiryDateTime: expiresAt } = read;
  const attendees = read.participants?.attendees;
  return {
    meeting: {
      id,
      joinWebUrl,
      subject,
      startsAt,
      endsAt,
      dialIn:
        audioConferencing?.tollNumber || audioConferencing?.tollFreeNumber
          ? audioConferencing
          : undefined,
      attendees: attendees?.length ? attendees : undefined,
      expiresAt,
    },
    externalId,
    chatThreadId: chatInfo?.threadId,
  };
}

export function readMeetingOptions(answer: GraphAnswer): MeetingOptions {
  const { lobbyBypassSettings, allowedPresenters, recordAutomatically, allowMeetingChat } =
    parseAnswer(optionsSchema, answer);
  return {
    lobby: lobbyBypassSettings?.scope,
    presenters: allowedPresenters,
    isRecordedAutomatically: recordAutomatically,
    chat: allowMeetingChat,
  };
}

/** For a PATCH: https://learn.microsoft.com/graph/api/onlinemeeting-update#request-body */
export function toGraphOptions(options: MeetingOptions) {
  return {
    lobbyBypassSettings: options.lobby && { scope: options.lobby },
    allowedPresenters: options.presenters,
    recordAutomatically: options.isRecordedAutomatically,
    allowMeetingChat: options.chat,
  } satisfies GraphOnlineMeeting;
}
