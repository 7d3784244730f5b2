import { setImmediate as nextTurn } from "node:timers/promises";
import type { TextRow, TextTable } from "./text-table";

/** All rows of a table, page by page. */
export async function* scanRows(openTable: () => TextTable): AsyncIterable<TextRow> {
  let from: string | undefined;
  do {
    const { rows, next } = await openTable().scan(from);
    yield* rows;
    from = next;
    // A table that answers at once would keep everybody else waiting until the last page.
    if (from !== undefined) await nextTurn();
  } while (from !== undefined);
}
