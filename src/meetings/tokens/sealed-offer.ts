import { z } from "zod";
import type { Person } from "../record/meeting-record";
import type { MeetingRequest } from "../../request/meeting-request";
import { createSealer, type Sealer, type SealingKeys } from "./sealer";
import type { MeetingReference } from "./sealed-reference";

/** Long enough to read a card and think, too short for it to be pressed by mistake another day. */
const CONFIRMATION_MS = 10 * 60_000;

/** What a button does that was offered in answer to somebody's words. */
export interface MeetingOffer {
  does: "meet" | "update" | "new" | "cancel";
  reference: MeetingReference;
  /** What was asked for, with the people looked up. */
  request: MeetingRequest;
  /** Absent where anybody may press it, at any time. */
  confirmation?: Confirmation;
}

/** Who alone may press a button, and until when (ISO 8601). */
export interface Confirmation {
  asker: Person;
  until: string;
}

export type OfferSealer = Sealer<MeetingOffer>;

export function toConfirmation(asker: Person, now: Date): Confirmation {
  return { asker, until: new Date(now.getTime() + CONFIRMATION_MS).toISOString() };
}

export function isConfirmable({ until }: Confirmation, now: Date): boolean {
  return now.getTime() < Date.parse(until);
}

const role = z.enum(["presenter", "coorganizer"]).optional();

export const referenceSchema = z.object({
  key: z.object({ tenantId: z.string(), threadId: z.string(), room: z.string() }),
  generation: z.number().int().positive(),
});

export const requestSchema = z.object({
  topic: z.string(),
  wasTopicCut: z.boolean(),
  time: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("start"), startsAt: z.string() }),
      z.object({ kind: z.literal("span"), startsAt: z.string(), endsAt: z.string() }),
      z.object({ kind: z.literal("length"), minutes: z.number() }),
    ])
    .optional(),
  people: z.array(
    z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("mention"),
        mentionId: z.string(),
        name: z.string(),
        aadId: z.string().optional(),
        upn: z.string().optional(),
        role,
      }),
      z.object({ kind: z.literal("address"), upn: z.string(), role }),
    ]),
  ),
  room: z.string(),
  isHere: z.boolean(),
});

const schema = z.object({
  does: z.enum(["meet", "update", "new", "cancel"]),
  reference: referenceSchema,
  request: requestSchema,
  confirmation: z
    .object({
      asker: z.object({ aadId: z.string(), name: z.string().optional() }),
      until: z.string(),
    })
    .optional(),
});

/** Seals offers, so that what a button does is what was shown, and for whom. */
export function createOfferSealer(keys: SealingKeys): OfferSealer {
  return createSealer<MeetingOffer>(keys, "rendezvous:meeting-offer:2", schema, {
    isDeflated: true,
  });
}
