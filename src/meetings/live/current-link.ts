import type { LiveRecord } from "../record/meeting-record";

/** The link that people join by: of the meeting that was attached, or else of the conversation's own. */
export function toCurrentLink({
  attached,
  meeting,
}: Pick<LiveRecord, "attached" | "meeting">): string {
  return attached?.joinWebUrl ?? meeting.joinWebUrl;
}
