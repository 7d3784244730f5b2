import { toJoinable, type JoinableRecord } from "../record/attached-record";

/** The link that people join by: of the meeting that was attached, or else of the conversation's own. */
export function toCurrentLink(record: JoinableRecord): string {
  return toJoinable(record).joinWebUrl;
}
