import { randomUUID } from "node:crypto";
import { toAppError, type AppError } from "../../errors";
import type { PendingContent, Tokens } from "../tokens/tokens";
import type { MeetingStore, PendingCommandRow, StoredRow } from "../ports/meeting-store";
import type { User } from "../ports/user-sign-in";
import { updateRow } from "../record/update-row";

/** Long enough to read the consent page, short enough that nothing happens by surprise. */
export const PENDING_COMMAND_MS = 15 * 60_000;

/** A command that was taken: no other process will run it. */
export interface TakenCommand {
  /** Absent when it was encrypted with a key that is no longer configured. */
  content?: PendingContent;
  /** It waited too long and must not run. */
  isExpired: boolean;
  /** The store failed, so another process may have taken it: it must not run. */
  problem?: AppError;
}

export type PendingCommands = ReturnType<typeof createPendingCommands>;

/**
 * Commands of people who have to sign in first. They are kept for 15 minutes and taken once, however many processes
 * see the sign-in. Every call throws `store_unavailable`.
 */
export function createPendingCommands({
  store,
  pendingToken,
  now,
}: {
  store: Pick<MeetingStore, "pendingCommands">;
  pendingToken: Tokens["pending"];
  now: () => Date;
}) {
  const rows = store.pendingCommands;

  return {
    /**
     * Returns the command's id, which is random by default. A command that is kept already stays as it is.
     */
    async keep(
      { tenantId, aadId }: User,
      threadId: string,
      content: PendingContent,
      id: string = randomUUID(),
    ): Promise<string> {
      const expiresAt = new Date(now().getTime() + PENDING_COMMAND_MS).toISOString();
      const token = pendingToken.encode(content);
      await rows.insert({ id, tenantId, threadId, aadId, expiresAt, token });
      return id;
    },

    /** Adds to a command. Returns false when it is no longer there. */
    async note(user: User, id: string, more: PendingContent): Promise<boolean> {
      const written = await updateRow({ ...rows, get: () => find(user, id) }, undefined, (row) => {
        const content = row && pendingToken.decode(row.token);
        return content && { ...row, token: pendingToken.encode({ ...content, ...more }) };
      });
      return written !== undefined;
    },

    /** Takes all commands of a person, oldest first. */
    async takeAll(user: User): Promise<TakenCommand[]> {
      const { records } = await rows.list(user);
      const oldestFirst = records.toSorted((a, b) => toExpiryMs(a.record) - toExpiryMs(b.record));
      const taken = await Promise.all(oldestFirst.map((seen) => takeOne(user, seen)));
      return taken.flat();
    },
  };

  /** A failure with one command doesn't keep the others from running. */
  async function takeOne(user: User, seen: StoredRow<PendingCommandRow>): Promise<TakenCommand[]> {
    try {
      const row = await take(user, seen);
      return row ? [toTaken(row)] : [];
    } catch (error) {
      return [{ ...toTaken(seen.record), problem: toAppError(error) }];
    }
  }

  /** Returns `undefined` when another process took it. `note` may change it in between, which doesn't count as taking it. */
  async function take(
    user: User,
    seen: StoredRow<PendingCommandRow>,
  ): Promise<PendingCommandRow | undefined> {
    for (let stored: StoredRow<PendingCommandRow> | undefined = seen; stored;) {
      if (await rows.erase(stored)) return stored.record;
      stored = await find(user, stored.record.id);
    }
    return undefined;
  }

  function toTaken(row: PendingCommandRow): TakenCommand {
    const content = pendingToken.decode(row.token);
    return { ...(content && { content }), isExpired: isExpired(row, now()) };
  }

  async function find(user: User, id: string): Promise<StoredRow<PendingCommandRow> | undefined> {
    return (await rows.list(user)).records.find(({ record }) => record.id === id);
  }
}

export function isExpired(row: Pick<PendingCommandRow, "expiresAt">, now: Date): boolean {
  return toExpiryMs(row) <= now.getTime();
}

function toExpiryMs({ expiresAt }: Pick<PendingCommandRow, "expiresAt">): number {
  return Date.parse(expiresAt);
}
