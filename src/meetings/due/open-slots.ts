import { randomInt } from "node:crypto";
import { DUE_PARTS, type DueSlot } from "../ports/meeting-store";

const MINUTE_MS = 60_000;
/** How far a process looks back when it starts. Later, it remembers what it has read. */
const LOOK_BACK_MS = 15 * MINUTE_MS;
/** Older work is done no more: the daily sweep erases it. */
const MAX_AGE_MS = 24 * 60 * MINUTE_MS;

export type OpenSlots = ReturnType<typeof createOpenSlots>;

/**
 * The slots that may hold due work. A slot stays open until it's past and was read empty, so work that another process
 * has begun is found again if that process dies, and minutes that couldn't be read are read later.
 */
export function createOpenSlots(now: () => Date) {
  const open = new Map<string, DueSlot>();
  /** Each process starts at another part, so that they don't all try the same rows first. */
  const firstPart = randomInt(DUE_PARTS);
  let nextMs: number | undefined;

  /** The minute before the current one still gets rows: clocks differ, and some work is due at once. */
  const toFirstOpenMs = () => toMinuteMs(now().getTime()) - MINUTE_MS;

  return {
    /** Opens the minutes since the last call, and returns all open slots, oldest first. */
    list(): DueSlot[] {
      const nowMs = now().getTime();
      const firstMs = Math.max(nextMs ?? nowMs - LOOK_BACK_MS, nowMs - MAX_AGE_MS);
      for (
        let minuteMs = toMinuteMs(Math.min(firstMs, toFirstOpenMs()));
        minuteMs <= nowMs;
        minuteMs += MINUTE_MS
      ) {
        for (let index = 0; index < DUE_PARTS; index += 1) {
          const part = (firstPart + index) % DUE_PARTS;
          const slot = { minute: new Date(minuteMs).toISOString(), part };
          open.set(toSlotText(slot), slot);
        }
      }
      nextMs = toFirstOpenMs();
      for (const [text, { minute }] of open) {
        if (nowMs - Date.parse(minute) > MAX_AGE_MS) open.delete(text);
      }
      return [...open.values()].toSorted((a, b) => a.minute.localeCompare(b.minute));
    },

    /** Called when a slot was read empty. */
    close(slot: DueSlot): void {
      if (Date.parse(slot.minute) < toFirstOpenMs()) open.delete(toSlotText(slot));
    },
  };
}

export function toSlotText({ minute, part }: DueSlot): string {
  return `${minute}/${part}`;
}

function toMinuteMs(ms: number): number {
  return ms - (ms % MINUTE_MS);
}
