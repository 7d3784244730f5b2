import type { RecordStore } from "../ports/meeting-store";
import type { MeetingReference } from "../tokens/meeting-token";
import { updateRow } from "./update-row";

export type TellOnce = ReturnType<typeof createTellOnce>;

/**
 * Makes sure that an invited person gets one personal message per meeting and generation, however often the request is
 * delivered and to however many processes. Both calls throw `store_unavailable` or `record_unreadable`.
 */
export function createTellOnce({ store }: { store: RecordStore }) {
  return {
    /**
     * Returns the people the caller may tell. No one if the meeting has ended, or has a new link.
     *
     * @param aadIds Entra object ids in lower case.
     */
    async claim(reference: MeetingReference, aadIds: readonly string[]): Promise<string[]> {
      let claimed: string[] = [];
      const isClaimed = await changeTold(reference, (told) => {
        claimed = aadIds.filter((aadId) => !told.includes(aadId));
        return claimed.length > 0 ? [...told, ...claimed] : undefined;
      });
      return isClaimed ? claimed : [];
    },
    /** Undoes a claim for people who certainly got no message. */
    async giveBack(reference: MeetingReference, aadIds: readonly string[]): Promise<void> {
      await changeTold(reference, (told) => told.filter((aadId) => !aadIds.includes(aadId)));
    },
  };

  /** Doesn't wait for a lease: its holder keeps the people that it finds when it writes. */
  async function changeTold(
    { key, generation }: MeetingReference,
    change: (told: readonly string[]) => readonly string[] | undefined,
  ): Promise<boolean> {
    const written = await updateRow(store, key, (record) => {
      if (record?.state !== "live" || record.generation !== generation) return undefined;
      const { told } = record;
      const aadIds = change(told?.generation === generation ? told.aadIds : []);
      return aadIds && { ...record, told: { generation, aadIds } };
    });
    return written !== undefined;
  }
}
