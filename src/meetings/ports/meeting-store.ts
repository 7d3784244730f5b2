import type { MeetingKey } from "../record/meeting-key";
import type { LiveRecord, MeetingRecord } from "../record/meeting-record";
import type { User } from "./user-sign-in";

/** A row as it was read, with the store's mark of that state (an ETag, a counter). */
export interface StoredRow<Row> {
  record: Row;
  version: string;
}

export type StoredRecord<R extends MeetingRecord = MeetingRecord> = StoredRow<R>;

export function isLive(stored: StoredRecord): stored is StoredRecord<LiveRecord> {
  return stored.record.state === "live";
}

export interface RowList<Row> {
  records: StoredRow<Row>[];
  /** Rows that this release can't read. They are left as they are. */
  unreadableCount: number;
}

/**
 * One kind of row. Insert-if-absent and replace-if-unchanged are atomic across processes, and durable when their
 * promise resolves; `updateRow` builds on them. A row that this release can't read is never changed.
 *
 * Every call throws `store_unavailable` when the store fails. Implemented by `src/storage/row-store.ts`.
 */
export interface RowStore<Row, Key, Group> {
  /** Throws `record_unreadable` for a row that this release can't read. */
  get(key: Key): Promise<StoredRow<Row> | undefined>;
  /** The same without waiting, if the store is on this machine; otherwise `undefined`. */
  getNow(key: Key): StoredRow<Row> | undefined;
  /** Returns `undefined` when the key already has a row, readable or not. */
  insert<R extends Row>(row: R): Promise<StoredRow<R> | undefined>;
  /** Returns `undefined` when the row was changed or erased since `stored` was read. */
  replace<R extends Row>(stored: StoredRow<Row>, next: R): Promise<StoredRow<R> | undefined>;
  /** Lists the rows of a conversation or a person, in no particular order. */
  list(group: Group): Promise<RowList<Row>>;
  /** Returns false when the row was changed or erased since `stored` was read. */
  erase(stored: StoredRow<Row>): Promise<boolean>;
}

export type ConversationKey = Pick<MeetingKey, "tenantId" | "threadId">;

/** The meetings' records; a conversation's rows are its rooms. */
export type RecordStore = RowStore<MeetingRecord, MeetingKey, ConversationKey>;

/** Records that a person asked for a meeting. The person's tenant is the key's. */
export interface RecentMeetingRow {
  aadId: string;
  key: MeetingKey;
  /** ISO 8601. Written at most once an hour. */
  requestedAt: string;
}

export type RecentMeetingStore = RowStore<
  RecentMeetingRow,
  Pick<RecentMeetingRow, "aadId" | "key">,
  User
>;

/** Records that a person asked for something and has to sign in first. */
export interface PendingCommandRow {
  id: string;
  /** The conversation it was asked in. Erasing the conversation erases the row. */
  tenantId: string;
  threadId: string;
  aadId: string;
  /** ISO 8601. The command isn't run after this. */
  expiresAt: string;
  /** The command, encrypted. */
  token: string;
}

export type PendingCommandStore = RowStore<
  PendingCommandRow,
  Pick<PendingCommandRow, "id" | "tenantId" | "threadId" | "aadId">,
  User
>;

/** Records that a message was answered, or is being answered. It holds nothing of the message. */
export interface AnsweredMessageRow {
  /** Teams' id, or what else identifies it in its conversation. */
  id: string;
  tenantId: string;
  threadId: string;
  isAnswered: boolean;
  /** ISO 8601. Until then, no one else answers it. */
  expiresAt: string;
}

export type AnsweredMessageStore = RowStore<
  AnsweredMessageRow,
  Pick<AnsweredMessageRow, "id" | "tenantId" | "threadId">,
  ConversationKey
>;

/**
 * Says which meetings a join link leads to. Teams' events name a meeting by its link; Microsoft documents no way to read
 * anything from a link, so links are compared as a whole.
 */
export interface JoinLinkRow {
  /** The tenant is the key's. */
  joinWebUrl: string;
  key: MeetingKey;
  generation: number;
}

export type JoinLinkStore = RowStore<
  JoinLinkRow,
  Pick<JoinLinkRow, "joinWebUrl" | "key">,
  Pick<JoinLinkRow, "joinWebUrl"> & Pick<MeetingKey, "tenantId">
>;

/** Work that is done without anyone asking, at its time. */
export const DUE_WORK = [
  "reminder",
  "live",
  "live-cards",
  "call-events",
  "attendance",
  "series",
] as const;
export type DueWork = (typeof DUE_WORK)[number];

/** Records that something is to be done for a meeting. Done rows are erased. */
export interface DueRow {
  work: DueWork;
  key: MeetingKey;
  /** What tells it from the meeting's other rows of the same work, such as the start of an occurrence. */
  id: string;
  /** ISO 8601. Never changed: a row at another time is another row. */
  dueAt: string;
  /** Who does it now, and until when: ISO 8601. */
  lease?: { holder: string; expiresAt: string };
}

/** How many partitions a minute has. Another number would hide the rows that are stored. */
export const DUE_PARTS = 8;

/** Rows are listed by the minute in which they are due. A minute has several parts, so that busy ones spread over partitions. */
export interface DueSlot {
  /** ISO 8601, rounded down to the minute. */
  minute: string;
  part: number;
}

export type DueStore = RowStore<DueRow, Pick<DueRow, "work" | "key" | "id" | "dueAt">, DueSlot>;

/** A row found by a scan, with its kind. */
export type ScannedRow =
  | { kind: "record"; stored: StoredRecord }
  | { kind: "recentMeeting"; stored: StoredRow<RecentMeetingRow> }
  | { kind: "pendingCommand"; stored: StoredRow<PendingCommandRow> }
  | { kind: "answeredMessage"; stored: StoredRow<AnsweredMessageRow> }
  | { kind: "joinLink"; stored: StoredRow<JoinLinkRow> }
  | { kind: "due"; stored: StoredRow<DueRow> };

/** Everything that is stored. Implemented by `src/storage/table-store.ts`. */
export interface MeetingStore {
  records: RecordStore;
  recentMeetings: RecentMeetingStore;
  pendingCommands: PendingCommandStore;
  answeredMessages: AnsweredMessageStore;
  joinLinks: JoinLinkStore;
  due: DueStore;
  /** Reads every row that this release can read, page by page and in no particular order. */
  scan(): AsyncIterable<ScannedRow>;
  /**
   * Erases everything of a conversation, including rows that can't be read.
   *
   * @returns how many records there were
   */
  eraseConversation(conversation: ConversationKey): Promise<number>;
  close(): Promise<void>;
}
