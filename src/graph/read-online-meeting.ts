import { z } from "zod";
import { AppError } from "../errors";
import type { DialIn, OnlineMeeting } from "../meetings/ports/online-meeting";
import { attendeesSchema } from "./attendees";
import type { GraphAnswer } from "./graph-client";
import { ifReadable } from "./if-readable";

const text = ifReadable(z.string().min(1));

/**
 * The fields that we use of https://learn.microsoft.com/graph/api/resources/onlinemeeting. Each may be
 * absent, null or of another type in some cloud or version; only the id and a join link by https must be there.
 */
const answerSchema = z.object({
  id: z.string().min(1),
  joinWebUrl: z.url({ protocol: /^https$/ }),
  externalId: text,
  subject: text,
  startDateTime: text,
  endDateTime: text,
  expiryDateTime: text,
  participants: ifReadable(z.object({ attendees: ifReadable(attendeesSchema) })),
  audioConferencing: ifReadable(
    z.object({ tollNumber: text, tollFreeNumber: text, conferenceId: text }),
  ),
  chatInfo: ifReadable(z.object({ threadId: text })),
});

export interface OnlineMeetingAnswer {
  meeting: OnlineMeeting;
  /** What Graph echoed of the call, where it did. */
  externalId?: string;
  chatThreadId?: string;
}

/** Throws `bad_answer` when there is no meeting in it that a person could join. */
export function readOnlineMeeting({ json, details }: GraphAnswer): OnlineMeetingAnswer {
  const read = answerSchema.safeParse(json);
  if (!read.success) {
    const fields = read.error.issues.map(({ path }) => path.join(".") || "body").join(", ");
    throw new AppError("bad_answer", { ...details, reason: `unusable: ${fields}` });
  }
  const { id, joinWebUrl, subject, externalId, chatInfo, audioConferencing } = read.data;
  const startsAt = toIsoTime(read.data.startDateTime);
  const endsAt = toIsoTime(read.data.endDateTime);
  const expiresAt = toIsoTime(read.data.expiryDateTime);
  const attendees = read.data.participants?.attendees;
  const dialIn = audioConferencing && toDialIn(audioConferencing);
  return {
    meeting: {
      id,
      joinWebUrl,
      ...(subject && { subject }),
      ...(startsAt && { startsAt }),
      ...(endsAt && { endsAt }),
      ...(dialIn && { dialIn }),
      ...(attendees?.length && { attendees }),
      ...(expiresAt && { expiresAt }),
    },
    ...(externalId && { externalId }),
    ...(chatInfo?.threadId && { chatThreadId: chatInfo.threadId }),
  };
}

function toIsoTime(graphTime: string | undefined): string | undefined {
  const ms = Date.parse(graphTime ?? "");
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

function toDialIn({ tollNumber, tollFreeNumber, conferenceId }: DialIn): DialIn | undefined {
  if (!tollNumber && !tollFreeNumber) return undefined;
  return {
    ...(tollNumber && { tollNumber }),
    ...(tollFreeNumber && { tollFreeNumber }),
    ...(conferenceId && { conferenceId }),
  };
}
