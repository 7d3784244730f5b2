import type { Meeting } from "./graph/meeting";
import { toOnlineMeeting, type OnlineMeeting } from "./graph/online-meeting";

/** A meeting as the control surface shows it: with the tenant and the user it belongs to. */
export interface LocalMeeting extends OnlineMeeting {
  tenantId: string;
  userId: string;
}

export function toLocalMeeting(meeting: Meeting): LocalMeeting {
  const { tenantId, userId } = meeting.organizer;
  return { tenantId, userId, ...toOnlineMeeting(meeting, true) };
}
