import type { DueWorkList } from "../due/due-work";
import { isLive, type DueRow, type RecordStore, type StoredRecord } from "../ports/meeting-store";
import type { MeetingKey } from "../record/meeting-key";
import type {
  LiveRecord,
  MeetingRecord,
  PlannedReminder,
  PostedCard,
  PostedReminder,
  TimeRange,
} from "../record/meeting-record";
import { isSameMessage } from "../record/posted-cards";
import { updateRow } from "../record/update-row";
import type { MeetingReference } from "../tokens/meeting-token";
import {
  findMissedReminder,
  findNextReminder,
  findDueTime,
  isReminderTrue,
  toLeadMinutes,
} from "./find-reminder";

/** The sweep comes once a day. It plans what may be due before the next one but one. */
const SWEEP_AHEAD_MS = 48 * 60 * 60_000;

export type Reminders = ReturnType<typeof createReminders>;

/** A reminder that this process, and no other, may send. */
export interface BegunReminder {
  record: LiveRecord;
  /** When the meeting starts and ends this time. */
  time: TimeRange;
}

/**
 * When people are reminded of meetings, once for each start. What is planned and sent is in the meeting's record, which
 * decides between processes. Every call throws `store_unavailable` or `record_unreadable`.
 *
 * @param defaultMinutes for meetings without another setting; 0 turns reminders off for all
 */
export function createReminders({
  store,
  dueWork,
  defaultMinutes,
  now,
}: {
  store: RecordStore;
  dueWork: Pick<DueWorkList, "plan">;
  defaultMinutes: number;
  now: () => Date;
}) {
  return {
    isOff: defaultMinutes === 0,
    defaultMinutes,

    /** Minutes before each start; 0 for never. */
    toLeadMinutes: (record: LiveRecord) => toLeadMinutes(record, defaultMinutes),

    /** Whether the reminder that was posted last may stay as it is. */
    isReminderTrue: (record: MeetingRecord) => isReminderTrue(record, now()),

    /** Sets when people are reminded, 0 for never. Returns `undefined` if the meeting has ended or has a new link. */
    set: (reference: MeetingReference, minutes: number): Promise<LiveRecord | undefined> =>
      changeLive(reference, (record) => ({ ...record, reminder: { minutes } })),

    /**
     * Plans the next reminder of a meeting, if it isn't planned yet. Rows of earlier plans stay: they do nothing when
     * their time comes.
     */
    async plan(record: LiveRecord): Promise<void> {
      const next = findNextReminder(record, now(), defaultMinutes);
      if (!next || isPlanned(record, next)) return;
      await dueWork.plan(toRow(record.key, next));
      await changeLive(record, (current) =>
        isPlanned(current, next) ? undefined : { ...current, plannedReminder: next },
      );
    },

    /** Plans again what was lost. For the daily sweep. */
    async planLost(record: MeetingRecord): Promise<void> {
      if (record.state !== "live") return;
      const missed = findMissedReminder(record, now(), defaultMinutes);
      if (missed) await dueWork.plan(toRow(record.key, missed));
      const next = findNextReminder(record, now(), defaultMinutes);
      if (next && isSoon(next)) await dueWork.plan(toRow(record.key, next));
    },

    /** The meeting of a row, if there still is one, and whether its reminder is to be sent. */
    async findDue(
      row: DueRow,
    ): Promise<{ stored: StoredRecord<LiveRecord>; isDue: boolean } | undefined> {
      const stored = await store.get(row.key);
      if (!stored || !isLive(stored)) return undefined;
      return { stored, isDue: findTime(stored.record, row) !== undefined };
    },

    /**
     * Takes over the reminder of a row. `undefined` if it isn't to be sent any more, or another process sends it. After
     * this, it's never sent again, unless it's given back.
     *
     * @param seen the meeting as it was read a moment ago
     */
    async begin(row: DueRow, seen: StoredRecord<LiveRecord>): Promise<BegunReminder | undefined> {
      let time: TimeRange | undefined;
      const begin = (record: MeetingRecord | undefined) => {
        if (record?.state !== "live") return undefined;
        time = findTime(record, row);
        return time && { ...record, remindedOf: row.id };
      };
      const written = await updateRow(store, row.key, begin, { seen });
      return written && time && { record: written.record, time };
    },

    /** Undoes `begin` when certainly nothing was sent. */
    giveBack: (record: LiveRecord, row: DueRow): Promise<LiveRecord | undefined> =>
      changeLive(record, (current) =>
        current.remindedOf === row.id ? { ...current, remindedOf: undefined } : undefined,
      ),

    /**
     * Forgets a card in a conversation that the bot can't write to any more. Without cards, no one is reminded. Returns the
     * record as it is then.
     */
    dropCard: (record: LiveRecord, card: PostedCard): Promise<LiveRecord | undefined> =>
      changeLive(record, ({ cards = [], ...current }) => ({
        ...current,
        cards: cards.filter((other) => !isSameMessage(other, card)),
      })),

    /** Stores where a reminder was posted, and plans the next one. Returns the record as it is then, if there is one. */
    async notePosted(
      record: LiveRecord,
      posted: PostedReminder,
    ): Promise<MeetingRecord | undefined> {
      const next = findNextReminder(record, now(), defaultMinutes);
      if (next) await dueWork.plan(toRow(record.key, next));
      const written = await updateRow(
        store,
        record.key,
        (current) =>
          current && {
            ...current,
            postedReminder: posted,
            ...(current.state === "live" && next && { plannedReminder: next }),
          },
      );
      return written?.record;
    },

    /** Whether the caller is to remove a reminder's message: the record named it until now. */
    async forgetPosted({ key }: MeetingReference, posted: PostedReminder): Promise<boolean> {
      const written = await updateRow(store, key, (current) =>
        current?.postedReminder?.activityId === posted.activityId
          ? { ...current, postedReminder: undefined }
          : undefined,
      );
      return written !== undefined;
    },
  };

  function findTime(record: LiveRecord, row: DueRow): TimeRange | undefined {
    return findDueTime(record, row, now(), defaultMinutes);
  }

  /** Whether the reminder may be due before the sweep after the next one. */
  function isSoon({ dueAt }: PlannedReminder): boolean {
    return Date.parse(dueAt) - now().getTime() < SWEEP_AHEAD_MS;
  }

  /** Doesn't wait for a lease: its holder keeps what it finds about reminders when it writes. */
  async function changeLive(
    { key, generation }: MeetingReference,
    change: (record: LiveRecord) => LiveRecord | undefined,
  ): Promise<LiveRecord | undefined> {
    const written = await updateRow(store, key, (record) =>
      record?.state === "live" && record.generation === generation ? change(record) : undefined,
    );
    return written?.record;
  }
}

function isPlanned({ plannedReminder }: LiveRecord, next: PlannedReminder): boolean {
  return plannedReminder?.startsAt === next.startsAt && plannedReminder.dueAt === next.dueAt;
}

function toRow(key: MeetingKey, { startsAt, dueAt }: PlannedReminder): Omit<DueRow, "lease"> {
  return { work: "reminder", key, id: startsAt, dueAt };
}
