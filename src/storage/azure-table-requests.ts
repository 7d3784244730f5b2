import type { TableClient } from "@azure/data-tables";
import { systemDependencies } from "../deps";
import { AppError } from "../errors";
import { POLICIES } from "../resilience/policies";
import { createPolicy, type PolicyDeps } from "../resilience/policy";
import { codeOf, readTableFailure, toTableError } from "./azure-table-errors";

export interface TableRequestOptions extends Partial<PolicyDeps> {
  /** Throws when the table is missing, instead of creating it. */
  mustExist?: boolean;
  deadlineMs?: number;
  attemptMs?: number;
}

interface Attempt {
  signal: AbortSignal;
  /** Whether this is a retry: the earlier request may have been carried out. */
  isRetry: boolean;
}

const CONFLICTS = new Set([
  "EntityAlreadyExists",
  "UpdateConditionNotSatisfied",
  "ResourceNotFound",
]);

export function createTableRequests(
  client: TableClient,
  { mustExist = false, ...options }: TableRequestOptions,
) {
  const run = createTableCalls(options);
  const writes = new Set<Promise<unknown>>();

  /** @throws AppError `store_unavailable` */
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

  /**
   * Makes a conditional write. Resolves with the result of `send`, or `undefined` on a conflict.
   *
   * A retried write may conflict with itself. `findOwn` then says whether the row is this write's. If it isn't, another
   * write may have replaced ours, so the outcome is unknown.
   *
   * @throws AppError `store_unavailable`
   */
  function write<T>(
    send: (signal: AbortSignal) => Promise<T>,
    findOwn: (signal: AbortSignal) => Promise<T | undefined>,
  ): Promise<T | undefined> {
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
  }

  /** Resolves when all writes in progress have ended. */
  async function drain(): Promise<void> {
    await Promise.all(writes);
  }

  return { call, write, drain };
}

const UNKNOWN =
  "writing: the response of the table service was lost, and the row has changed since";
const MISSING =
  "There are no records in the storage account. Set STORE to the account that the bot uses.";

async function createTable(client: TableClient, abortSignal: AbortSignal): Promise<void> {
  try {
    await client.createTable({ abortSignal });
  } catch (error) {
    const code = codeOf(error);
    if (!code?.startsWith("Auth")) throw error;
    const reason = `the table “${client.tableName}” is missing, and this identity can’t create it (${code}). Create it in the storage account, or give the identity the role Storage Table Data Contributor`;
    throw new AppError("store_unavailable", { reason });
  }
}

export function createTableCalls({
  deadlineMs = POLICIES.store.deadlineMs,
  attemptMs = POLICIES.store.attemptMs,
  ...deps
}: TableRequestOptions) {
  const run = createPolicy(
    { ...POLICIES.store, deadlineMs, attemptMs },
    { ...systemDependencies(), ...deps },
    readTableFailure,
  );

  /**
   * Makes a call by the store's policy.
   *
   * @param what starts the reason of an error, such as "reading".
   * @throws AppError `store_unavailable`
   */
  return async function runTableCall<T>(
    what: string,
    attempt: (attempt: Attempt) => Promise<T>,
  ): Promise<T> {
    try {
      return await run(({ call, retry }) =>
        retry((isRetry) => call((signal) => attempt({ signal, isRetry }))),
      );
    } catch (error) {
      throw toTableError(what, error);
    }
  };
}
