import type { RecordStore } from "../ports/meeting-store";
import type { MeetingPreview } from "../tokens/request-token";
import type { MeetingKey } from "./meeting-key";
import type { PostedPreview } from "./meeting-record";
import { updateRow } from "./update-row";

type PreviewUse = Pick<MeetingPreview, "id" | "restriction" | "reference">;

export type PostOnce = ReturnType<typeof createPostOnce>;

/**
 * Makes sure that a preview is posted once, however often it is sent and to however many processes. The record keeps
 * the ids of posted previews until they expire. Both calls throw `store_unavailable` or `record_unreadable`.
 */
export function createPostOnce({ store, now }: { store: RecordStore; now: () => Date }) {
  return {
    /** Whether the caller may post it. */
    claim: ({ id, restriction, reference }: PreviewUse): Promise<boolean> =>
      changePosted(reference.key, (posted) =>
        posted.some((preview) => preview.id === id)
          ? undefined
          : [...posted, { id, expiresAt: restriction.expiresAt }],
      ),
    /** Undoes a claim when nothing was posted. */
    async giveBack({ id, reference }: PreviewUse): Promise<void> {
      await changePosted(reference.key, (posted) => posted.filter((preview) => preview.id !== id));
    },
  };

  /** Doesn't wait for a lease: its holder keeps the posted previews that it finds when it writes. */
  async function changePosted(
    key: MeetingKey,
    change: (posted: readonly PostedPreview[]) => readonly PostedPreview[] | undefined,
  ): Promise<boolean> {
    const written = await updateRow(store, key, (record) => {
      const nowMs = now().getTime();
      const postedPreviews =
        record &&
        change(
          (record.postedPreviews ?? []).filter(({ expiresAt }) => Date.parse(expiresAt) > nowMs),
        );
      return postedPreviews && { ...record, postedPreviews };
    });
    return written !== undefined;
  }
}
