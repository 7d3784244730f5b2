import { AppError } from "../errors";
import type { RowList, RowStore, StoredRow } from "../meetings/ports/meeting-store";
import type { RowCodec } from "./row-codec";
import { isSameRow, type RowKey, type TextRow, type TextTable } from "./text-table";

/** What sets one kind of row apart from the others. */
export interface RowKind<Row, Key, Group> {
  codec: RowCodec<Row>;
  keyOf: (row: Row) => Key;
  toRowKey: (key: Key) => RowKey;
  /** The partition that holds a group's rows. */
  toPartition: (group: Group) => string;
}

/** The rows of one kind in a table that holds several. */
export function createRowStore<Row, Key, Group>(
  openTable: () => TextTable,
  kind: RowKind<Row, Key, Group>,
): RowStore<Row, Key, Group> {
  const { codec, toRowKey } = kind;
  const rowKeyOf = (row: Row) => toRowKey(kind.keyOf(row));

  return {
    async get(key) {
      const found = await openTable().read(toRowKey(key));
      if (!found) return undefined;
      const read = readStored(kind, found);
      if (read.ok) return read.stored;
      throw new AppError("record_unreadable", { reason: read.reason });
    },

    async insert(row) {
      const version = await openTable().insert(rowKeyOf(row), codec.toText(row));
      return version === undefined ? undefined : { record: structuredClone(row), version };
    },

    async replace(stored, next) {
      const key = rowKeyOf(next);
      if (!isSameRow(rowKeyOf(stored.record), key)) {
        const reason = "a row was to be replaced by another key's";
        throw new AppError("unexpected", { reason });
      }
      const version = await openTable().replace(key, stored.version, codec.toText(next));
      return version === undefined ? undefined : { record: structuredClone(next), version };
    },

    async list(group) {
      const list: RowList<Row> = { records: [], unreadableCount: 0 };
      for (const found of await openTable().list(kind.toPartition(group))) {
        const read = readStored(kind, found);
        if (read.ok) list.records.push(read.stored);
        else list.unreadableCount += 1;
      }
      return list;
    },

    async erase({ record, version }) {
      return openTable().remove(rowKeyOf(record), version);
    },
  };
}

/** Checks the key as well: keys are hashes, so only the text says which row it is. */
export function readStored<Row, Key, Group>(
  { codec, keyOf, toRowKey }: RowKind<Row, Key, Group>,
  { key, text, version }: TextRow,
): { ok: true; stored: StoredRow<Row> } | { ok: false; reason: string } {
  const parsed = codec.parse(text);
  if (!parsed.ok) return parsed;
  return isSameRow(toRowKey(keyOf(parsed.row)), key)
    ? { ok: true, stored: { record: parsed.row, version } }
    : { ok: false, reason: "the record belongs to another key" };
}
