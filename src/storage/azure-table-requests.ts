import type { TableClient } from "@azure/data-tables";
import { AppError } from "../errors";
import { createTableCalls, type Attempt, type TableCallTimes } from "./azure-table-calls";
import { codeOf } from "./azure-table-errors";

export interface TableRequests {
  /** @throws AppError `store_unavailable` */
  call: <T>(what: string, request: (attempt: Attempt) => Promise<T>) => Promise<T>;
  /**
   * A conditional write. Resolves with the result of `send`, or `undefined` on a conflict.
   *
   * A retried write may conflict with itself. `findOwn` then says whether the row is this write's. If it isn't, another
   * write may have replaced ours, so the outcome is unknown.
   *
   * @throws AppError `store_unavailable`
   */
  write: <T>(
    send: (signal: AbortSignal) => Promise<T>,
    findOwn: (signal: AbortSignal) => Promise<T | undefined>,
  ) => Promise<T | undefined>;
  /** Resolves when all writes in progress have ended. */
  drain: () => Promise<void>;
}

export interface TableRequestOptions extends TableCallTimes {
  /** Throws when the table is missing, instead of creating it. */
  mustExist?: boolean;
}

const CONFLICTS = new Set([
  "EntityAlreadyExists",
  "UpdateConditionNotSatisfied",
  "ResourceNotFound",
]);

export function createTableRequests(
  client: TableClient,
  { mustExist = false, ...times }: TableRequestOptions,
): TableRequests {
  const run = createTableCalls(times);
  const writes = new Set<Promise<unknown>>();

  function call<T>(what: string, request: (attempt: Attempt) => Promise<T>): Promise<T> {
    // There is no request at startup, so the table is created when it's first missing.
    return run(what, async (attempt) => {
      try {
        return await request(attempt);
      } catch (error) {
        if (codeOf(error) !== "TableNotFound") throw error;
        if (mustExist) throw new AppError("store_unavailable", { reason: MISSING });
        await createTable(client, attempt.signal);
        return request(attempt);
      }
    });
  }

  return {
    call,

    write(send, findOwn) {
      const done = call("writing", async ({ signal, isRetry }) => {
        try {
          return await send(signal);
        } catch (error) {
          if (!CONFLICTS.has(codeOf(error) ?? "")) throw error;
          if (!isRetry) return undefined;
          const own = await findOwn(signal);
          if (own !== undefined) return own;
          throw new AppError("store_unavailable", { reason: UNKNOWN });
        }
      });
      const settled = done.catch(() => undefined).finally(() => writes.delete(settled));
      writes.add(settled);
      return done;
    },

    async drain() {
      await Promise.all(writes);
    },
  };
}

const UNKNOWN = "writing: an answer of the table service was lost, and the row has changed since";
const MISSING =
  "There are no records in the storage account. STORE has to name the one that the bot uses.";

async function createTable(client: TableClient, abortSignal: AbortSignal): Promise<void> {
  try {
    await client.createTable({ abortSignal });
  } catch (error) {
    const code = codeOf(error);
    if (!code?.startsWith("Auth")) throw error;
    const reason = `the table “${client.tableName}” is missing, and making it is refused (${code}); make it in the storage account, or give the identity the role Storage Table Data Contributor`;
    throw new AppError("store_unavailable", { reason });
  }
}
