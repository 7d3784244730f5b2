import type { MeetingStore } from "../ports/meeting-store";
import type { MeetingKey } from "../record/meeting-key";
import type { LiveRecord } from "../record/meeting-record";
import { toCurrentLink } from "./current-link";
import type { LiveEvent } from "./live-event";

type Named = Pick<LiveEvent, "tenantId" | "joinWebUrl" | "teamsMeetingId">;

export type JoinLinks = ReturnType<typeof createJoinLinks>;

/** The index that live events find records by: the whole link, or Teams' id of the meeting. All calls throw `store_unavailable`. */
export function createJoinLinks({
  store: { joinLinks },
}: {
  store: Pick<MeetingStore, "joinLinks">;
}) {
  return {
    /** Finds the keys whose meeting had this name, now or earlier. */
    async find({ tenantId, joinWebUrl, teamsMeetingId }: Named): Promise<MeetingKey[]> {
      const name = joinWebUrl ?? (teamsMeetingId && toIdName(teamsMeetingId));
      if (!name) return [];
      const { records } = await joinLinks.list({ joinWebUrl: name, tenantId });
      return records.map(({ record }) => record.key);
    },

    /** Adds a meeting's link, once per link. Returns the link, for the record's `indexedLink`. */
    async add(record: LiveRecord): Promise<string> {
      const joinWebUrl = toCurrentLink(record);
      if (record.indexedLink === joinWebUrl) return joinWebUrl;
      await joinLinks.insert({ joinWebUrl, key: record.key, generation: record.generation });
      return joinWebUrl;
    },

    /** Adds Teams' id of a meeting, which events about people have instead of the link. */
    async addId({ key, generation }: LiveRecord, teamsMeetingId: string): Promise<void> {
      await joinLinks.insert({ joinWebUrl: toIdName(teamsMeetingId), key, generation });
    },
  };
}

/** No link looks like this. */
function toIdName(teamsMeetingId: string): string {
  return `teams-meeting-id:${teamsMeetingId}`;
}
