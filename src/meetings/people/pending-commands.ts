import { randomUUID } from "node:crypto";
import { toAppError, type AppError } from "../../errors";
import type { Log } from "../../log";
import type { PendingContent, WaitingSealer } from "../tokens/sealed-waiting";
import type { User } from "../ports/user-sign-in";
import type { StoredWaiting, WaitingStore } from "../ports/waiting-store";

/** Long enough to read what is consented to, too short to be surprised by what is done then. */
export const PENDING_COMMAND_MS = 15 * 60_000;

/** What was taken out: it is nobody else's to do any more. */
export interface TakenCommand {
  /** Absent for what was sealed by a key that is no longer ours. */
  content?: PendingContent;
  /** It waited for too long, and is not to be done. */
  isExpired: boolean;
  /** Whose it is to do could not be found out, so it is not to be done. */
  problem?: AppError;
}

/**
 * What people asked for before they signed in: kept for 15 minutes, and taken once, by any number of processes and
 * however often a sign-in is told of. All calls throw `store_unavailable`.
 */
export interface PendingCommands {
  /** The id by which it is known; a random one. */
  keep(user: User, threadId: string, content: PendingContent): Promise<string>;
  /** Adds to what is kept; false when it is not there any more. */
  note(user: User, id: string, more: PendingContent): Promise<boolean>;
  /** All that waits for the person's sign-in, in the order in which it was asked. */
  takeAll(user: User): Promise<TakenCommand[]>;
  /** Forgets what waited for too long; how many. Ends early on the signal. */
  sweep(stopping?: AbortSignal): Promise<number>;
}

export function createPendingCommands(deps: {
  store: WaitingStore;
  sealer: WaitingSealer;
  now: () => Date;
  log: Log;
}): PendingCommands {
  const { store, sealer, now, log } = deps;

  return {
    async keep({ tenantId, aadId }, threadId, content) {
      const id = randomUUID();
      const until = new Date(now().getTime() + PENDING_COMMAND_MS).toISOString();
      await store.insertWaiting({
        id,
        tenantId,
        threadId,
        aadId,
        until,
        sealed: sealer.seal(content),
      });
      return id;
    },

    async note(user, id, more) {
      for (;;) {
        const stored = await find(user, id);
        const content = stored && sealer.open(stored.row.sealed);
        if (!content) return false;
        const next = { ...stored.row, sealed: sealer.seal({ ...content, ...more }) };
        if (await store.replaceWaiting(stored, next)) return true;
      }
    },

    async takeAll(user) {
      const seen = await store.listWaiting(user);
      const inOrder = seen.toSorted((one, other) => toEndMs(one.row) - toEndMs(other.row));
      const taken = await Promise.all(inOrder.map((one) => takeOne(user, one)));
      return taken.flat();
    },

    async sweep(stopping) {
      let forgottenCount = 0;
      for await (const stored of store.scanWaiting()) {
        if (stopping?.aborted) break;
        if (isExpired(stored.row) && (await store.eraseWaiting(stored))) forgottenCount += 1;
      }
      if (forgottenCount > 0) log.info({ forgottenCount }, "commands that waited were forgotten");
      return forgottenCount;
    },
  };

  /** One that the store fails with keeps none of the others from being done. */
  async function takeOne(user: User, seen: StoredWaiting): Promise<TakenCommand[]> {
    try {
      const row = await take(user, seen);
      return row ? [toTaken(row)] : [];
    } catch (error) {
      return [{ ...toTaken(seen.row), problem: toAppError(error) }];
    }
  }

  function toTaken(row: StoredWaiting["row"]): TakenCommand {
    const content = sealer.open(row.sealed);
    return { ...(content && { content }), isExpired: isExpired(row) };
  }

  async function find(user: User, id: string): Promise<StoredWaiting | undefined> {
    return (await store.listWaiting(user)).find(({ row }) => row.id === id);
  }

  /** `undefined` when somebody else has taken it. Whoever only added to it meanwhile does not take it away. */
  async function take(user: User, seen: StoredWaiting): Promise<StoredWaiting["row"] | undefined> {
    for (let current: StoredWaiting | undefined = seen; current;) {
      if (await store.eraseWaiting(current)) return current.row;
      current = await find(user, current.row.id);
    }
    return undefined;
  }

  function isExpired(row: StoredWaiting["row"]): boolean {
    return toEndMs(row) <= now().getTime();
  }
}

function toEndMs({ until }: StoredWaiting["row"]): number {
  return Date.parse(until);
}
