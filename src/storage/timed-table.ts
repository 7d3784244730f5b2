import type { Metrics } from "../metrics/metrics";
import { timeCalls } from "../metrics/time-calls";
import type { TextTable } from "./text-table";

/** Measures each call to a table. */
export function createTimedTable(table: TextTable, metrics: Metrics | undefined): TextTable {
  const timeCall = timeCalls("store", metrics);

  function timeNow<T>(operation: string, call: () => T): T {
    const endCall = timeCall(operation);
    let status = "failed";
    try {
      const result = call();
      status = "ok";
      return result;
    } finally {
      endCall(status);
    }
  }

  function time<T>(operation: string, call: () => Promise<T>): Promise<T> {
    const endCall = timeCall(operation);
    return call().then(
      (result) => {
        endCall("ok");
        return result;
      },
      (error: unknown) => {
        endCall("failed");
        throw error;
      },
    );
  }

  const { readNow } = table;
  return {
    read: (key) => time("read", () => table.read(key)),
    ...(readNow && {
      readNow: (key, knownVersion) => timeNow("read", () => readNow(key, knownVersion)),
    }),
    insert: (key, text) => time("insert", () => table.insert(key, text)),
    replace: (key, version, text) => time("replace", () => table.replace(key, version, text)),
    list: (conversation) => time("list", () => table.list(conversation)),
    scan: (from) => time("scan", () => table.scan(from)),
    remove: (key, version) => time("remove", () => table.remove(key, version)),
    close: () => table.close(),
  };
}
