import type { DueRow } from "../ports/meeting-store";
import type {
  LiveRecord,
  MeetingRecord,
  PlannedReminder,
  TimeRange,
} from "../record/meeting-record";
import { findOccurrence, listOccurrences } from "../series/next-occurrence";

const MINUTE_MS = 60_000;
/** The default, in minutes before the start. */
export const DEFAULT_LEAD_MINUTES = 5;
/** A day. */
export const MAX_LEAD_MINUTES = 24 * 60;
/** A later reminder is of no use: people have come, or don't need it. */
const USEFUL_AFTER_START_MS = 10 * MINUTE_MS;

/** How many minutes before the start people are reminded; 0 for never. */
export function toLeadMinutes({ reminder }: LiveRecord, defaultMinutes: number): number {
  return defaultMinutes === 0 ? 0 : (reminder?.minutes ?? defaultMinutes);
}

/**
 * The next reminder of a meeting. `undefined` if there's none: the meeting is standing, over or paused, it starts too soon,
 * or there's no message of the bot to reply to.
 */
export function findNextReminder(
  record: LiveRecord,
  now: Date,
  defaultMinutes: number,
): PlannedReminder | undefined {
  const leadMinutes = toLeadMinutes(record, defaultMinutes);
  if (leadMinutes === 0 || !canRemind(record)) return undefined;
  return listTimes(record, new Date(now.getTime() + leadMinutes * MINUTE_MS))
    .map(({ startsAt }) => toReminder(startsAt, leadMinutes))
    .find(({ dueAt }) => Date.parse(dueAt) > now.getTime());
}

/**
 * The time that a row's reminder is about, if it's to be sent. Not if it was sent, the meeting was changed since it was
 * planned, or it's too late.
 */
export function findDueTime(
  record: LiveRecord,
  { id: startsAt, dueAt }: Pick<DueRow, "id" | "dueAt">,
  now: Date,
  defaultMinutes: number,
): TimeRange | undefined {
  const leadMinutes = toLeadMinutes(record, defaultMinutes);
  if (leadMinutes === 0 || !canRemind(record) || isReminded(record, startsAt)) return undefined;
  const time = findTime(record, startsAt);
  if (!time || !isUseful(time, now)) return undefined;
  // One that was planned before the reminders were set to a shorter time would come too early.
  const isEarly = Date.parse(dueAt) < Date.parse(toReminder(startsAt, leadMinutes).dueAt);
  return isEarly ? undefined : time;
}

/** A reminder that was planned and not sent, although its time has come: its row was lost, or no process ran. */
export function findMissedReminder(
  record: LiveRecord,
  now: Date,
  defaultMinutes: number,
): PlannedReminder | undefined {
  const { plannedReminder } = record;
  if (!plannedReminder || Date.parse(plannedReminder.dueAt) > now.getTime()) return undefined;
  const missed = { startsAt: plannedReminder.startsAt, dueAt: now.toISOString() };
  const row = { id: missed.startsAt, dueAt: missed.dueAt };
  return findDueTime(record, row, now, defaultMinutes) && missed;
}

/** Whether a reminder that was posted may stay: it has the conversation's link, and is about one of its starts or long over. */
export function isReminderTrue(record: MeetingRecord, now: Date): boolean {
  const { postedReminder, attached } = record;
  if (!postedReminder) return true;
  const { startsAt, generation } = postedReminder;
  if (record.state !== "live" || attached || record.generation !== generation) return false;
  return !isUseful({ startsAt }, now) || findTime(record, startsAt) !== undefined;
}

function isReminded({ remindedOf }: LiveRecord, startsAt: string): boolean {
  return remindedOf !== undefined && Date.parse(remindedOf) === Date.parse(startsAt);
}

/** No one is reminded of a meeting that was attached, or where the bot can't write. */
function canRemind({ cards = [], attached, removedAt }: LiveRecord): boolean {
  return cards.length > 0 && attached === undefined && removedAt === undefined;
}

function isUseful({ startsAt, endsAt }: TimeRange, now: Date): boolean {
  const lastMs = Date.parse(startsAt) + USEFUL_AFTER_START_MS;
  return now.getTime() < Math.min(lastMs, Date.parse(endsAt ?? "") || lastMs);
}

/** The meeting's time with this start. */
function findTime(record: LiveRecord, startsAt: string): TimeRange | undefined {
  const startMs = Date.parse(startsAt);
  return listTimes(record, new Date(startMs)).find((time) => Date.parse(time.startsAt) === startMs);
}

/** The next times that aren't over at a time: the one that may be going on then, and the one after. */
function listTimes(record: LiveRecord, from: Date): TimeRange[] {
  if (record.series) return listOccurrences(record.series, from, 2);
  const time = findOccurrence(record, from);
  return time ? [time] : [];
}

function toReminder(start: string, leadMinutes: number): PlannedReminder {
  const startMs = Date.parse(start);
  return {
    startsAt: new Date(startMs).toISOString(),
    dueAt: new Date(startMs - leadMinutes * MINUTE_MS).toISOString(),
  };
}
