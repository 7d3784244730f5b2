import { createSecretKey } from "node:crypto";
import fc from "fast-check";
import type { MeetingReference } from "../../../src/meetings/tokens/meeting-token";
import { general, TENANT } from "../../support/activities";

export const KEY = createSecretKey(Buffer.alloc(32, 7));
export const OTHER_KEY = createSecretKey(Buffer.alloc(32, 8));

export const reference: MeetingReference = {
  key: { tenantId: TENANT, threadId: general.threadId, room: "design" },
  generation: 3,
};

export const anyReference: fc.Arbitrary<MeetingReference> = fc.record({
  key: fc.record({
    tenantId: fc.uuid(),
    threadId: fc.stringMatching(/^\S{1,200}$/u),
    room: fc.string({ unit: "binary", maxLength: 100 }),
  }),
  generation: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
});
