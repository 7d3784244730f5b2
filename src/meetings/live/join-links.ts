import { singleFlight } from "../../async/single-flight";
import type { MeetingStore } from "../ports/meeting-store";
import { toJoinableRecord, type JoinableRecord } from "../record/attached-record";
import { toKeyText, type MeetingKey } from "../record/meeting-key";
import { updateRow } from "../record/update-row";
import { toCurrentLink } from "./current-link";
import type { LiveEvent } from "./live-event";

type Named = Pick<LiveEvent, "tenantId" | "joinWebUrl" | "teamsMeetingId">;

export type JoinLinks = ReturnType<typeof createJoinLinks>;

/**
 * The index that live events find records by: the whole link, or Teams' id of the meeting. All calls throw
 * `store_unavailable`.
 */
export function createJoinLinks({
  store: { joinLinks, records },
}: {
  store: Pick<MeetingStore, "joinLinks" | "records">;
}) {
  // Everyone's client refreshes a card from an earlier release.
  const shareAdding = singleFlight(add, toLinkText);

  return {
    /** Finds the keys whose meeting had this name, now or earlier. */
    async find({ tenantId, joinWebUrl, teamsMeetingId }: Named): Promise<MeetingKey[]> {
      const name = joinWebUrl ?? (teamsMeetingId && toIdName(teamsMeetingId));
      if (!name) return [];
      const { records: rows } = await joinLinks.list({ joinWebUrl: name, tenantId });
      return rows.map(({ record }) => record.key);
    },

    /** Adds a meeting's link, if the record doesn't say that it's there. */
    async addLink(record: JoinableRecord): Promise<void> {
      if (record.indexedLink !== toCurrentLink(record)) await shareAdding(record);
    },

    /** Adds Teams' id of a meeting, which events about people have instead of the link. */
    async addId({ key, generation }: JoinableRecord, teamsMeetingId: string): Promise<void> {
      await joinLinks.insert({ joinWebUrl: toIdName(teamsMeetingId), key, generation });
    },
  };

  async function add(record: JoinableRecord): Promise<void> {
    const { key, generation } = record;
    const joinWebUrl = toCurrentLink(record);
    await joinLinks.insert({ joinWebUrl, key, generation });
    await updateRow(records, key, (current) => {
      const joinable = current && toJoinableRecord(current);
      return joinable && toCurrentLink(joinable) === joinWebUrl
        ? { ...current, indexedLink: joinWebUrl }
        : undefined;
    });
  }
}

/** Equal for records that show the same link. */
export function toLinkText(record: JoinableRecord): string {
  return `${toKeyText(record.key)}#${toCurrentLink(record)}`;
}

/** No link looks like this. */
function toIdName(teamsMeetingId: string): string {
  return `teams-meeting-id:${teamsMeetingId}`;
}
