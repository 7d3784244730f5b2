import { createExpiringCache } from "../../async/expiring-cache";
import type { Sleep } from "../../async/deadline";
import { singleFlight } from "../../async/single-flight";
import { toAppError } from "../../errors";
import type { Log } from "../../log";
import type {
  AnsweredMessageRow,
  AnsweredMessageStore,
  MeetingStore,
  StoredRow,
} from "../ports/meeting-store";
import { updateRow } from "../record/update-row";

/** Teams delivers a turn again after this long. Every turn is answered earlier. */
export const ANSWER_LEASE_MS = 15_000;
const POLL_MS = 500;
/** Much longer than Teams repeats a delivery. */
const KEPT_MS = 60 * 60_000;
const MAX_REMEMBERED = 10_000;

export type MessageKey = Pick<AnsweredMessageRow, "tenantId" | "threadId" | "id">;

/** @param mayAnswer Whether the message may be answered. It's known soon, so the answer can be prepared meanwhile. */
type Answer = (mayAnswer: Promise<boolean>) => Promise<void>;

export type AnswerOnce = ReturnType<typeof createAnswerOnce>;

/**
 * Makes sure that a message is answered once, however often Teams delivers it and to however many processes. A second
 * delivery waits for the first: if that process dies before it answers, the second one answers when the lease expires.
 */
export function createAnswerOnce({
  store,
  now,
  sleep,
  waitUntil,
  log,
}: {
  store: Pick<MeetingStore, "answeredMessages">;
  now: () => Date;
  sleep: Sleep;
  waitUntil: (work: Promise<unknown>) => void;
  log: Log;
}) {
  const rows = store.answeredMessages;
  const answered = createExpiringCache<true>({ maxEntries: MAX_REMEMBERED, now });
  const share = singleFlight(answerFirst, ({ id }) => id);

  /**
   * Rejects with the error of `answer`, after which the message can be answered again.
   *
   * @param options `keptMs` is how long a second message with the same key isn't answered.
   */
  return (key: MessageKey, answer: Answer, { keptMs = KEPT_MS } = {}): Promise<void> =>
    share({ id: JSON.stringify(key), key, answer, keptMs });

  async function answerFirst({
    id,
    key,
    answer,
    keptMs,
  }: {
    /** The key as text. */
    id: string;
    key: MessageKey;
    answer: Answer;
    keptMs: number;
  }): Promise<void> {
    if (answered.has(id)) return;
    const claiming = claim(key);
    try {
      await answer(claiming.then(({ mayAnswer }) => mayAnswer));
    } catch (error) {
      await giveBack(await claiming);
      throw error;
    }
    answered.set(id, true, keptMs);
    const { held } = await claiming;
    const expiresAt = toExpiry(keptMs);
    if (held) waitUntil(rows.replace(held, { ...held.record, isAnswered: true, expiresAt }));
  }

  /** If the store fails, the message is answered: a second answer does less harm than none. */
  async function claim(key: MessageKey): Promise<Claim> {
    const lease = () => ({ ...key, isAnswered: false, expiresAt: toExpiry(ANSWER_LEASE_MS) });
    try {
      const held =
        (await rows.insert(lease())) ??
        (await updateRow(rows, key, (row) => (row && isAnswered(row) ? undefined : lease()), {
          isBlocked: waitForOther,
        }));
      return { mayAnswer: held !== undefined, held };
    } catch (error) {
      const { code } = toAppError(error);
      log.error({ code }, "a message may be answered twice: it couldn't be claimed", error);
      return { mayAnswer: true };
    }
  }

  async function giveBack({ held }: Claim): Promise<void> {
    try {
      if (held) await rows.erase(held);
    } catch (error) {
      log.error({ code: toAppError(error).code }, "a message couldn't be given back", error);
    }
  }

  /** Sleeps briefly and returns true while another process may be answering. */
  async function waitForOther({ record }: StoredRow<AnsweredMessageRow>): Promise<boolean> {
    const isHeld = !record.isAnswered && isCurrent(record, 2 * ANSWER_LEASE_MS);
    if (isHeld) await sleep(POLL_MS);
    return isHeld;
  }

  function isAnswered(row: AnsweredMessageRow): boolean {
    return row.isAnswered && isCurrent(row, 2 * KEPT_MS);
  }

  /** A row that is kept for longer than any could be was written by a wrong clock, and is ignored. */
  function isCurrent({ expiresAt }: AnsweredMessageRow, maxMs: number): boolean {
    const leftMs = Date.parse(expiresAt) - now().getTime();
    return leftMs > 0 && leftMs <= maxMs;
  }

  function toExpiry(ms: number): string {
    return new Date(now().getTime() + ms).toISOString();
  }
}

interface Claim {
  mayAnswer: boolean;
  /** Absent if the store failed. */
  held?: Awaited<ReturnType<AnsweredMessageStore["insert"]>>;
}
