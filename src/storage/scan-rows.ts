import { setImmediate as nextTurn } from "node:timers/promises";
import type { TextRow, TextTable } from "./text-table";

/** Reads all rows, page by page. */
export async function* scanRows(table: Pick<TextTable, "scan">): AsyncGenerator<TextRow> {
  let from: string | undefined;
  do {
    const { rows, next } = await table.scan(from);
    yield* rows;
    from = next;
    // A table that answers synchronously would block the event loop until the last page.
    if (from !== undefined) await nextTurn();
  } while (from !== undefined);
}
