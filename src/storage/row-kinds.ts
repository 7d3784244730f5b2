import { hash as digest } from "node:crypto";
import * as z from "zod";
import { createMemo, memoizeFrozen } from "../async/memo";
import {
  DUE_PARTS,
  DUE_WORK,
  type AnsweredMessageStore,
  type ConversationKey,
  type DueStore,
  type JoinLinkStore,
  type PendingCommandStore,
  type RecentMeetingStore,
  type RecordStore,
  type RowStore,
} from "../meetings/ports/meeting-store";
import type { User } from "../meetings/ports/user-sign-in";
import { toDefaultKey, toKeyText, type MeetingKey } from "../meetings/record/meeting-key";
import { keySchema, moment, recordSchema, text } from "./record-schema";
import { createRowCodec } from "./row-codec";
import type { RowKind } from "./row-store";
import type { RowKey } from "./text-table";

type KindOf<Store> =
  Store extends RowStore<infer Row, infer Key, infer Group> ? RowKind<Row, Key, Group> : never;

// A version is raised only when an older release couldn't read the row any more.

export const RECORDS: KindOf<RecordStore> = {
  codec: createRowCodec({
    name: "record",
    versionField: "schemaVersion",
    version: 2,
    schema: recordSchema,
    encode: (record) => record,
    upgrade: { 1: fromVersion1 },
  }),
  keyOf: ({ key }) => key,
  toRowKey,
  toPartition: toConversationPartition,
};

export const RECENT_MEETINGS: KindOf<RecentMeetingStore> = {
  codec: createRowCodec({
    name: "recent meeting",
    versionField: "recentVersion",
    version: 1,
    schema: z
      .object({ aadId: text, key: keySchema, askedAt: moment })
      .transform(({ askedAt, ...same }) => ({ ...same, requestedAt: askedAt })),
    encode: ({ aadId, key, requestedAt }) => ({ aadId, key, askedAt: requestedAt }),
  }),
  keyOf: (row) => row,
  // The room starts with the conversation, so that a conversation's rows are found without reading their text.
  toRowKey({ aadId, key }) {
    const { conversation, room } = toRowKey(key);
    const partition = toUserPartition("asker", { tenantId: key.tenantId, aadId });
    return { conversation: partition, room: `${conversation}${room}` };
  },
  toPartition: (user) => toUserPartition("asker", user),
};

export const PENDING_COMMANDS: KindOf<PendingCommandStore> = {
  codec: createRowCodec({
    name: "pending command",
    versionField: "waitingVersion",
    version: 1,
    schema: z
      .object({
        id: text,
        tenantId: text,
        threadId: text,
        aadId: text,
        until: moment,
        sealed: text,
      })
      .transform(({ until, sealed, ...same }) => ({ ...same, expiresAt: until, token: sealed })),
    encode: ({ expiresAt, token, ...same }) => ({ ...same, until: expiresAt, sealed: token }),
  }),
  keyOf: (row) => row,
  toRowKey({ id, tenantId, threadId, aadId }) {
    const partition = toUserPartition("waiting", { tenantId, aadId });
    const conversation = toConversationPartition({ tenantId, threadId });
    return { conversation: partition, room: `${conversation}${hash(id)}` };
  },
  toPartition: (user) => toUserPartition("waiting", user),
};

export const ANSWERED_MESSAGES: KindOf<AnsweredMessageStore> = {
  codec: createRowCodec({
    name: "answered message",
    versionField: "answeredVersion",
    version: 1,
    schema: z.object({
      id: text,
      tenantId: text,
      threadId: text,
      isAnswered: z.boolean(),
      expiresAt: moment,
    }),
    encode: (row) => row,
  }),
  keyOf: (row) => row,
  toRowKey({ id, ...key }) {
    const { partition, conversation } = toMessagePlace(key);
    return { conversation: partition, room: `${conversation}${hash(id)}` };
  },
  toPartition: (key) => toMessagePlace(key).partition,
};

export const JOIN_LINKS: KindOf<JoinLinkStore> = {
  codec: createRowCodec({
    name: "join link",
    versionField: "joinLinkVersion",
    version: 1,
    schema: z.object({ joinWebUrl: text, key: keySchema, generation: z.int().min(0) }),
    encode: (row) => row,
  }),
  keyOf: (row) => row,
  toRowKey({ joinWebUrl, key }) {
    const { conversation, room } = toRowKey(key);
    return {
      conversation: toLinkPartition({ joinWebUrl, tenantId: key.tenantId }),
      room: `${conversation}${room}`,
    };
  },
  toPartition: toLinkPartition,
};

function toLinkPartition({ joinWebUrl, tenantId }: { joinWebUrl: string; tenantId: string }) {
  return hash(`link:${JSON.stringify([tenantId.toLowerCase(), joinWebUrl])}`);
}

const MINUTE_LENGTH = "2026-03-02T09:15".length;

export const DUE: KindOf<DueStore> = {
  codec: createRowCodec({
    name: "due work",
    versionField: "dueVersion",
    version: 1,
    schema: z.object({
      work: z.enum(DUE_WORK),
      key: keySchema,
      id: text,
      dueAt: moment,
      lease: z.object({ holder: text, expiresAt: moment }).optional(),
    }),
    encode: (row) => row,
  }),
  keyOf: (row) => row,
  toRowKey({ work, key, id, dueAt }) {
    const { conversation, room } = toRowKey(key);
    return {
      conversation: toDuePartition({
        minute: toMinute(dueAt),
        part: Number.parseInt(room.slice(0, 8), 16) % DUE_PARTS,
      }),
      room: `${conversation}${hash(JSON.stringify([work, room, id]))}`,
    };
  },
  toPartition: toDuePartition,
};

function toDuePartition({ minute, part }: { minute: string; part: number }): string {
  return hash(`due:${toMinute(minute)}:${part}`);
}

function toMinute(instant: string): string {
  return new Date(instant).toISOString().slice(0, MINUTE_LENGTH);
}

/** Apart from the conversation's records, so that listing those reads no messages. */
function toMessagePlace(key: ConversationKey): MessagePlace {
  return rememberPlaces(`${key.tenantId} ${key.threadId}`, () => {
    const conversation = toConversationPartition(key);
    return { partition: hash(`answered:${conversation}`), conversation };
  });
}

interface MessagePlace {
  partition: string;
  conversation: string;
}

const rememberPlaces = createMemo<MessagePlace>({ maxEntries: 2_000, maxKeyLength: 300 });

export function toConversationPartition({ tenantId, threadId }: ConversationKey): string {
  return toRowKey(toDefaultKey({ tenantId, threadId })).conversation;
}

type Fields = Record<string, unknown>;

/** Version 1, up to release 0.1, named four fields differently. */
function fromVersion1({ firstCaller, seenAt, lease, postedPreviews, ...same }: Fields): Fields {
  return {
    ...same,
    requestedBy: firstCaller,
    fetchedAt: seenAt,
    lease: withExpiresAt(lease),
    postedPreviews: Array.isArray(postedPreviews)
      ? postedPreviews.map(withExpiresAt)
      : postedPreviews,
  };
}

/** Leaves anything that isn't an object for the schema to reject. */
function withExpiresAt(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { until, ...same }: Fields = { ...value };
  return { ...same, expiresAt: until };
}

/**
 * A record's row key. Parts are hashed because a thread id can hold any characters and be long, while LMDB takes keys
 * up to 1,978 bytes and Azure Tables no slashes.
 */
export function toRowKey(key: MeetingKey): RowKey {
  return rememberRowKey(key);
}

const rememberRowKey = memoizeFrozen((key: MeetingKey) => ({
  conversation: hash(toKeyText(toDefaultKey(key))),
  room: hash(toKeyText(key)),
}));

/** Takes the conversation's place in the key of a person's row. No conversation's text starts with these words. */
function toUserPartition(kind: "asker" | "waiting", { tenantId, aadId }: User): string {
  return hash(`${kind}:${JSON.stringify([tenantId.toLowerCase(), aadId.toLowerCase()])}`);
}

/** Whether a row that isn't a record is about the conversation, in any release's format. */
export function isAboutConversation(conversation: string, { room }: RowKey): boolean {
  return room.length > conversation.length && room.startsWith(conversation);
}

function hash(value: string): string {
  return digest("sha256", value);
}
