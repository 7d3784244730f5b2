import type { Activity } from "botbuilder";
import { isLive } from "../../src/meetings/ports/meeting-store";
import { toDefaultKey } from "../../src/meetings/record/meeting-key";
import { execute, general, message, TENANT, type TestConversation } from "./activities";
import type { TestApp } from "./start-app";
import { SEALING_KEY } from "./test-config";
import { tokensWith } from "./tokens";

function channel(number: number): TestConversation {
  const threadId = `19:${String(number).padStart(32, "0")}@thread.tacv2`;
  return { type: "channel", threadId, tenantId: TENANT };
}

/** Refreshes of as many different meetings, which have to ask Graph. Before that, one meeting is created by `meet`. */
export async function createRefreshes(app: TestApp, count: number): Promise<Partial<Activity>[]> {
  await app.turn(message("meet Sprint review", { in: general }));
  const stored = await app.store.records.get(toDefaultKey(general));
  if (!stored || !isLive(stored)) throw new Error("There is no meeting.");
  const { meeting } = tokensWith(SEALING_KEY);
  const refreshes = await Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const place = channel(number);
      const key = toDefaultKey(place);
      await app.store.records.insert({ ...stored.record, key });
      const { generation } = stored.record;
      return execute("refresh", { ref: meeting.encode({ key, generation }) }, { in: place });
    }),
  );
  await app.clock.advance(60_000);
  app.cloud.clearRequests();
  return refreshes;
}
