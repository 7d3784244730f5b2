import { TENANT, type TestConversation } from "../../test/support/activities";

/** A different channel for each number. */
export function channel(number: number | string): TestConversation {
  const threadId = `19:${String(number).padStart(32, "0")}@thread.tacv2`;
  return { type: "channel", threadId, tenantId: TENANT };
}
