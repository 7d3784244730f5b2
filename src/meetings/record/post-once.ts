import type { MeetingRecord, PostedPreview } from "./meeting-record";
import type { RecordStore } from "./record-store";
import type { MeetingPreview } from "../tokens/sealed-preview";

type Use = Pick<MeetingPreview, "id" | "until" | "reference">;

/** Sees to it that a preview is posted once, whatever is sent how often, to however many processes. */
export interface PostOnce {
  /** Whether the caller is the one who posts it. Throws `store_unavailable` or `record_unreadable`. */
  claim(preview: Use): Promise<boolean>;
  /** After nothing was posted. */
  giveBack(preview: Use): Promise<void>;
}

/** The record remembers what was posted, until nobody can press it any more. */
export function createPostOnce({ store, now }: { store: RecordStore; now: () => Date }): PostOnce {
  return {
    claim: ({ id, until, reference }) =>
      change(reference.key, (posted) =>
        posted.some((one) => one.id === id) ? undefined : [...posted, { id, expiresAt: until }],
      ),
    async giveBack({ id, reference }) {
      await change(reference.key, (posted) => posted.filter((one) => one.id !== id));
    },
  };

  /** Whether it was changed. A creator at work writes over it with what it then finds, so nobody need wait. */
  async function change(
    key: MeetingRecord["key"],
    toNext: (posted: readonly PostedPreview[]) => readonly PostedPreview[] | undefined,
  ): Promise<boolean> {
    for (;;) {
      const stored = await store.get(key);
      if (!stored) return false;
      const nowMs = now().getTime();
      const posted = (stored.record.postedPreviews ?? []).filter(
        ({ expiresAt }) => Date.parse(expiresAt) > nowMs,
      );
      const postedPreviews = toNext(posted);
      if (!postedPreviews) return false;
      if (await store.replace(stored, { ...stored.record, postedPreviews })) return true;
    }
  }
}
