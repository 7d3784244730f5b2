import type { Meeting } from "./graph/meeting";
import { toOnlineMeeting, type OnlineMeeting } from "./graph/online-meeting";
import type { LocalSettings } from "./local-settings";

/** A meeting as the control surface shows it: with the tenant and the user it belongs to. */
export interface LocalMeeting extends OnlineMeeting {
  tenantId: string;
  userId: string;
}

export function toLocalMeeting(meeting: Meeting, settings: LocalSettings): LocalMeeting {
  const { tenantId, userId } = meeting.organizer;
  return { tenantId, userId, ...toOnlineMeeting(meeting, settings, true) };
}
