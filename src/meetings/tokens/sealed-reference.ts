import { z } from "zod";
import type { MeetingKey } from "../record/meeting-key";
import { createSealer, type Sealer, type SealingKeys } from "./sealer";

/** What a button or a link stands for. */
export interface MeetingReference {
  key: MeetingKey;
  generation: number;
}

export type ReferenceSealer = Sealer<MeetingReference>;

/** As short as can be: every button of a card carries one. */
const tupleSchema = z.tuple([z.string(), z.string(), z.string(), z.number().int().positive()]);

/** Seals tenant, thread, room and generation. */
export function createReferenceSealer(keys: SealingKeys): ReferenceSealer {
  const sealer = createSealer(keys, "rendezvous:meeting-reference:1", tupleSchema);
  return {
    seal: (reference) => sealer.seal(toTuple(reference)),
    open(sealed) {
      const tuple = sealer.open(sealed);
      return tuple && toReference(tuple);
    },
  };
}

function toTuple({
  key: { tenantId, threadId, room },
  generation,
}: MeetingReference): z.infer<typeof tupleSchema> {
  return [tenantId, threadId, room, generation];
}

function toReference([tenantId, threadId, room, generation]: z.infer<
  typeof tupleSchema
>): MeetingReference {
  return { key: { tenantId, threadId, room }, generation };
}
