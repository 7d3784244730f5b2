import { toDefaultKey } from "../../src/meetings/record/meeting-key";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { ada } from "../../test/support/activities";
import { openPatiently } from "../growth/open-patiently";
import { channel } from "../traffic/conversations";

const AT_ONCE = 64;
const MINUTE_MS = 60_000;
const LEAD_MS = 5 * MINUTE_MS;

/** Stores as many meetings, all of whose reminders are due at the same time. */
export async function seedReminders(
  spec: string,
  { count, dueAtMs, serviceUrl }: { count: number; dueAtMs: number; serviceUrl: string },
): Promise<void> {
  const store = openPatiently(spec);
  const startsAt = new Date(dueAtMs + LEAD_MS).toISOString();
  const endsAt = new Date(dueAtMs + LEAD_MS + 30 * MINUTE_MS).toISOString();
  const dueAt = new Date(dueAtMs).toISOString();
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, seedInTurn));
  await store.close();

  async function seedInTurn(): Promise<void> {
    while (next < count) {
      const { threadId, tenantId } = channel(next);
      next += 1;
      const record = toRecord(threadId, tenantId);
      await store.records.insert(record);
      await store.due.insert({ work: "reminder", key: record.key, id: startsAt, dueAt });
    }
  }

  function toRecord(threadId: string, tenantId: string): LiveRecord {
    const person = { aadId: ada.aadId, name: ada.name };
    const joinWebUrl = "https://teams.microsoft.com/l/meetup-join/bench";
    const card = { conversationId: threadId, activityId: "1", serviceUrl };
    return {
      key: toDefaultKey({ tenantId, threadId }),
      state: "live",
      generation: 1,
      requestedBy: person,
      organizer: person,
      meeting: { id: "bench", joinWebUrl, subject: "Stand-up", startsAt, endsAt },
      fetchedAt: dueAt,
      isTimeGiven: true,
      isTiedToChannel: true,
      wasChannelRefused: false,
      cards: [{ ...card, locale: "en", timeZone: "UTC", refreshUserIds: [] }],
    };
  }
}
