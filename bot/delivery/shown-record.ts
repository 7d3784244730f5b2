import { isDeepStrictEqual } from "node:util";
import { currentSession } from "../../src/meetings/live/live-status";
import type { JoinableRecord } from "../../src/meetings/record/attached-record";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { BotServices } from "../bot-services";
import { toShownId } from "../replies/shown-id";
import type { ShownRecord } from "../reply";

/** Reads what a meeting's cards should show now. */
export function createFindShown({ meetings }: Pick<BotServices, "meetings">) {
  return async function findShown(key: MeetingKey): Promise<ShownRecord | undefined> {
    const found = await meetings.findMeeting(key);
    if (found.ok) return found.stored.record;
    if (found.reason === "cancelled" || found.reason === "attached") return found.record;
    const isFree = found.reason === "unfinished" && found.record.organizer === undefined;
    return isFree ? found.record : undefined;
  };
}

/** Whether two states of a meeting look the same on a card. */
export function looksSame(a: ShownRecord, b: ShownRecord): boolean {
  if (toShownId(a) === toShownId(b)) return true;
  // As records are read back: without fields that are `undefined`.
  const one = JSON.stringify(toShown(a));
  const other = JSON.stringify(toShown(b));
  return one === other || isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
}

function toShown(record: ShownRecord): unknown[] {
  if (record.state === "cancelled") return [record.generation, record.cancelledAt];
  if (record.state === "claimed") return [record.generation];
  if (record.state === "attached") {
    const { joinWebUrl, subject, attachedAt } = record.attached;
    return [record.generation, joinWebUrl, subject, attachedAt, toShownSession(record)];
  }
  const { generation, isTimeGiven, series, reminder, meeting } = record;
  const { joinWebUrl, subject, startsAt, endsAt } = meeting;
  // The next occurrence can be another one without a change.
  const time = series ?? (isTimeGiven ? [startsAt, endsAt] : []);
  return [generation, joinWebUrl, subject, time, reminder?.minutes, toShownSession(record)];
}

function toShownSession(record: JoinableRecord): unknown {
  const { startedAt, endedAt, peopleCount, people } = currentSession(record) ?? {};
  return [startedAt, endedAt, peopleCount, people?.map(({ id, isIn }) => [id, isIn])];
}
