import { AppError } from "../errors";
import type { Metrics } from "../metrics/metrics";
import type { MeetingStore, ScannedRow } from "../meetings/ports/meeting-store";
import {
  ANSWERED_MESSAGES,
  DUE,
  isAboutConversation,
  JOIN_LINKS,
  PENDING_COMMANDS,
  RECENT_MEETINGS,
  RECORDS,
  toConversationPartition,
} from "./row-kinds";
import { createRowStore, readStored } from "./row-store";
import { scanRows } from "./scan-rows";
import type { TextRow, TextTable } from "./text-table";
import { createTimedTable } from "./timed-table";

/** All kinds of row in one table, whichever store holds it. */
export function createTableStore(rows: TextTable, metrics?: Metrics): MeetingStore {
  const table = createTimedTable(rows, metrics);
  let closing: Promise<void> | undefined;
  function openTable(): TextTable {
    if (closing) throw new AppError("store_unavailable", { reason: "the store was closed" });
    return table;
  }

  // Fails at the next page after a close.
  const scan = () => scanRows({ scan: async (from) => openTable().scan(from) });

  async function eraseRow(seen: TextRow): Promise<void> {
    for (let row: TextRow | undefined = seen; row;) {
      if (await openTable().remove(row.key, row.version)) return;
      row = await openTable().read(row.key);
    }
  }

  return {
    records: createRowStore(openTable, RECORDS, metrics),
    recentMeetings: createRowStore(openTable, RECENT_MEETINGS, metrics),
    pendingCommands: createRowStore(openTable, PENDING_COMMANDS, metrics),
    answeredMessages: createRowStore(openTable, ANSWERED_MESSAGES, metrics),
    joinLinks: createRowStore(openTable, JOIN_LINKS, metrics),
    due: createRowStore(openTable, DUE, metrics),

    async *scan() {
      for await (const row of scan()) {
        const scanned = readScanned(row);
        if (scanned) yield scanned;
      }
    },

    async eraseConversation(key) {
      const conversation = toConversationPartition(key);
      let erasedCount = 0;
      let isComplete: boolean;
      do {
        isComplete = true;
        for (const row of await openTable().list(conversation)) {
          if (await openTable().remove(row.key, row.version)) erasedCount += 1;
          // Another process changed it after the list was read.
          else isComplete = false;
        }
      } while (!isComplete);
      for await (const row of scan()) {
        if (isAboutConversation(conversation, row.key)) await eraseRow(row);
      }
      return erasedCount;
    },

    close() {
      closing ??= table.close();
      return closing;
    },
  };
}

/** Returns `undefined` for a row that this release can't read. */
function readScanned(row: TextRow): ScannedRow | undefined {
  const record = readStored(RECORDS, row);
  if (record.ok) return { kind: "record", stored: record.stored };
  const recentMeeting = readStored(RECENT_MEETINGS, row);
  if (recentMeeting.ok) return { kind: "recentMeeting", stored: recentMeeting.stored };
  const pendingCommand = readStored(PENDING_COMMANDS, row);
  if (pendingCommand.ok) return { kind: "pendingCommand", stored: pendingCommand.stored };
  const answered = readStored(ANSWERED_MESSAGES, row);
  if (answered.ok) return { kind: "answeredMessage", stored: answered.stored };
  const joinLink = readStored(JOIN_LINKS, row);
  if (joinLink.ok) return { kind: "joinLink", stored: joinLink.stored };
  const due = readStored(DUE, row);
  return due.ok ? { kind: "due", stored: due.stored } : undefined;
}
