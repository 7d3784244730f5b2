import { LRUCache } from "lru-cache";
import { deepFreeze } from "../async/memo";
import { AppError } from "../errors";
import type { Metrics } from "../metrics/metrics";
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

type ReadRow<Row> = { ok: true; stored: StoredRow<Row> } | { ok: false; reason: string };

/** Of all remembered rows of a kind together. A record has about 2,000, and a few hundred per posted card. */
const MAX_REMEMBERED_CHARACTERS = 4_000_000;

/** The rows of one kind in a table that holds several. */
export function createRowStore<Row, Key, Group>(
  openTable: () => TextTable,
  kind: RowKind<Row, Key, Group>,
  metrics: Metrics | undefined,
): RowStore<Row, Key, Group> {
  const { codec, toRowKey } = kind;
  const rowKeyOf = (row: Row) => toRowKey(kind.keyOf(row));
  const memory = createRowMemory(kind, metrics);

  function toStored(found: TextRow | undefined): StoredRow<Row> | undefined {
    if (!found) return undefined;
    const result = memory.read(found);
    if (result.ok) return result.stored;
    throw new AppError("record_unreadable", { reason: result.reason });
  }

  function getNow({ readNow }: Pick<TextTable, "readNow">, key: Key): StoredRow<Row> | undefined {
    const rowKey = toRowKey(key);
    const known = memory.find(rowKey);
    const found = readNow?.(rowKey, known?.version);
    if (found !== "unchanged") return toStored(found);
    metrics?.cacheRead("rows", true);
    return known;
  }

  return {
    async get(key) {
      const table = openTable();
      return table.readNow ? getNow(table, key) : toStored(await table.read(toRowKey(key)));
    },

    getNow: (key) => getNow(openTable(), key),

    async insert(row) {
      const version = await openTable().insert(rowKeyOf(row), codec.toText(row));
      return version === undefined ? undefined : { record: row, version };
    },

    async replace(stored, next) {
      const key = rowKeyOf(next);
      if (!isSameRow(rowKeyOf(stored.record), key)) {
        const reason = "a row was to be replaced by another key's";
        throw new AppError("unexpected", { reason });
      }
      const text = codec.toText(next);
      const version = await openTable().replace(key, stored.version, text);
      if (version === undefined) return undefined;
      const written = { record: next, version };
      memory.noteWritten(key, written, text.length);
      return written;
    },

    async list(group) {
      const list: RowList<Row> = { records: [], unreadableCount: 0 };
      for (const found of await openTable().list(kind.toPartition(group))) {
        const result = memory.read(found);
        if (result.ok) list.records.push(result.stored);
        else list.unreadableCount += 1;
      }
      return list;
    },

    async erase({ record, version }) {
      return openTable().remove(rowKeyOf(record), version);
    },
  };
}

/** Remembers rows by their versions, because parsing and checking a text takes longer than reading it. */
function createRowMemory<Row, Key, Group>(
  kind: RowKind<Row, Key, Group>,
  metrics: Metrics | undefined,
) {
  const remembered = new LRUCache<string, StoredRow<Row>>({ maxSize: MAX_REMEMBERED_CHARACTERS });

  function remember(id: string, stored: StoredRow<Row>, size: number): void {
    deepFreeze(stored.record);
    remembered.set(id, stored, { size });
  }

  return {
    find: (key: RowKey) => remembered.get(toId(key)),

    read(found: TextRow): ReadRow<Row> {
      const { key, text, version } = found;
      const id = toId(key);
      const known = remembered.get(id);
      const isKnown = known?.version === version;
      metrics?.cacheRead("rows", isKnown);
      if (isKnown) return { ok: true, stored: known };
      const result = readStored(kind, found);
      if (result.ok) remember(id, result.stored, text.length);
      return result;
    },

    /** A row that was read before its change will probably be read again. */
    noteWritten(key: RowKey, stored: StoredRow<Row>, size: number): void {
      const id = toId(key);
      if (remembered.has(id)) remember(id, stored, size);
    },
  };
}

function toId({ conversation, room }: RowKey): string {
  return `${conversation}/${room}`;
}

/** Checks the key as well: keys are hashes, so only the text says which row it is. */
export function readStored<Row, Key, Group>(
  { codec, keyOf, toRowKey }: RowKind<Row, Key, Group>,
  { key, text, version }: TextRow,
): ReadRow<Row> {
  const parsed = codec.parse(text);
  if (!parsed.ok) return parsed;
  return isSameRow(toRowKey(keyOf(parsed.row)), key)
    ? { ok: true, stored: { record: parsed.row, version } }
    : { ok: false, reason: "the record belongs to another key" };
}
