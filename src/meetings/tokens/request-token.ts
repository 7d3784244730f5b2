import * as z from "zod";
import type { EditedValues } from "../../request/edit-form";
import type { MeetForm } from "../../request/meet-form";
import type { MeetingRequest } from "../../request/meeting-request";
import { ATTENDEE_ROLES, type Attendee } from "../ports/online-meeting";
import type { Person } from "../record/meeting-record";
import type { MoveScope } from "../series/series-change";
import type { MeetingReference } from "./meeting-token";
import { deflatedJson } from "./token-codec";

/** Long enough to read a card and think, too short to press it by mistake the next day. */
export const CONFIRMATION_MS = 10 * 60_000;
/** Long enough for an interruption, too short to send a preview by mistake the next day. */
export const PREVIEW_MS = 60 * 60_000;

/** One person can use the token, until it expires (ISO 8601). */
export interface Restriction {
  requestedBy: Person;
  expiresAt: string;
}

/** What a button or search result does: exactly what its card shows. */
export interface MeetingOffer {
  does: "meet" | "update" | "new" | "cancel";
  reference: MeetingReference;
  /** The people in it have been looked up. */
  request: MeetingRequest;
  /** How an update changes the meeting's series. */
  series?: MoveScope;
  /** People who are no longer invited after an update. */
  removed?: readonly Attendee[];
  /** Absent where anyone can press the button, at any time. */
  restriction?: Restriction;
}

/** What Send posts from a preview, and what Edit puts back into the dialog. */
export interface MeetingPreview {
  does: "post";
  /** A preview is posted once. */
  id: string;
  reference: MeetingReference;
  /** The people in it have been looked up. */
  request: MeetingRequest;
  restriction: Restriction;
  /** The fields that the person changed. The others follow the meeting. */
  entered: Partial<MeetForm>;
  /** Whether the meeting was as requested when the preview was made. If not, Send requests it again. */
  isSettled: boolean;
}

/** What a form for changes started with. Entries that differ from it change the meeting. */
export interface MeetingEdit {
  does: "edit";
  reference: MeetingReference;
  shown: EditedValues;
  /** In the order of their checkboxes. */
  invited: readonly Attendee[];
}

/** An existing meeting that can become the conversation's. */
export interface MeetingAttachment {
  does: "attach";
  reference: MeetingReference;
  /** The whole join link. */
  joinWebUrl: string;
  /** What the meeting is called on its cards. */
  subject?: string | undefined;
  restriction: Restriction;
}

export type RequestToken = MeetingOffer | MeetingPreview | MeetingEdit | MeetingAttachment;

export function restrictTo(requestedBy: Person, lifetimeMs: number, now: Date): Restriction {
  return { requestedBy, expiresAt: new Date(now.getTime() + lifetimeMs).toISOString() };
}

export function isExpired({ expiresAt }: Restriction, now: Date): boolean {
  return !(now.getTime() < Date.parse(expiresAt));
}

// These field names are in tokens that never expire.
const text = z.string();
const person = z.object({ aadId: text, name: text.optional() });
const role = z.enum(["presenter", "coorganizer"]).optional();
const reference = z.object({
  key: z.object({ tenantId: text, threadId: text, room: text }),
  generation: z.number().int().positive(),
});
const time = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("start"), startsAt: text }),
  z.object({ kind: z.literal("span"), startsAt: text, endsAt: text }),
  z.object({ kind: z.literal("length"), minutes: z.number() }),
]);
const mention = z.object({
  kind: z.literal("mention"),
  mentionId: text,
  name: text,
  aadId: text.optional(),
  upn: text.optional(),
  role,
});
const address = z.object({ kind: z.literal("address"), upn: text, role });
const recurrence = z.object({
  frequency: z.enum(["daily", "weekly", "monthly"]),
  interval: z.number().int().positive(),
  weekdays: z.array(z.number().int()).optional(),
  monthDay: z.number().int().optional(),
  place: z.number().int().optional(),
  until: text.optional(),
  count: z.number().int().positive().optional(),
  timeZone: text,
});
const request = z.object({
  topic: text,
  wasTopicCut: z.boolean(),
  time: time.optional(),
  recurrence: recurrence.optional(),
  people: z.array(z.discriminatedUnion("kind", [mention, address])),
  room: text,
  isHere: z.boolean(),
});
const day = { day: text, time: text, minutes: text };
const form = z.object({ topic: text, ...day, people: text, addresses: text, room: text });
const series = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["move-one", "move-all"]), ruleStartsAt: text }),
  z.object({ kind: z.literal("stop") }),
]);
const offer = { does: z.enum(["meet", "update", "new", "cancel"]), reference, request };
const preview = {
  id: text,
  reference,
  request,
  entered: form.extend({ repeat: text }).partial(),
  isSettled: z.boolean(),
};
const attendee = z.object({
  aadId: text.optional(),
  upn: text.optional(),
  role: z.enum(ATTENDEE_ROLES).optional(),
});
const edit = {
  reference,
  shown: z.object({ topic: text, ...day, repeat: text.default("") }),
  invited: z.array(attendee),
};
const attachment = { reference, joinWebUrl: text, subject: text.optional() };
const restriction = z.object({ requestedBy: person, expiresAt: text });

const schema = z.discriminatedUnion("does", [
  z.object({
    ...offer,
    series: series.optional(),
    removed: z.array(attendee).optional(),
    restriction: restriction.optional(),
  }),
  z.object({ ...preview, does: z.literal("post"), restriction }),
  z.object({ ...edit, does: z.literal("edit") }),
  z.object({ ...attachment, does: z.literal("attach"), restriction }),
]);

/** Part of the format: a changed dictionary needs a new purpose. zlib finds text near the end soonest. */
const DICTIONARY =
  '"role":"presenter","role":"coorganizer","upn":"","entered":{"topic":"","day":"","minutes":"","people":"",' +
  '"addresses":"","isSettled":true,"kind":"address","kind":"length","minutes":,"kind":"start","kind":"span",' +
  '"startsAt":"2026-","endsAt":"2026-","time":{"kind":"people":[{"kind":"mention","mentionId":"","aadId":"","name":"' +
  '@thread.v2","room":"","id":"{"does":"post{"does":"cancel{"does":"new{"does":"update{"does":"meet",' +
  '"reference":{"key":{"tenantId":"","threadId":"19:@thread.tacv2","room":""},"generation":1},"request":{"topic":"",' +
  '"wasTopicCut":false,"people":[],"room":"","isHere":false},"restriction":{"requestedBy":{"aadId":"","expiresAt":"2026-';

export const REQUEST_TOKEN = deflatedJson<RequestToken>("rendezvous:request:1", schema, DICTIONARY);

/**
 * Release 0.1. Offers that anyone can press (Meet, Update) never expire, so this stays. Its other offers expired after
 * 10 minutes; they're read as well, because without their restriction anyone could press them.
 */
export const OFFER_TOKEN_0_1 = deflatedJson(
  "rendezvous:meeting-offer:2",
  z
    .object({ ...offer, confirmation: z.object({ asker: person, until: text }).optional() })
    .transform(({ confirmation, ...same }): MeetingOffer => {
      if (!confirmation) return same;
      const { asker, until } = confirmation;
      return { ...same, restriction: { requestedBy: asker, expiresAt: until } };
    }),
);

/** Release 0.1. Its previews expired after an hour, so this matters only in the first hour after an upgrade. */
export const PREVIEW_TOKEN_0_1 = deflatedJson(
  "rendezvous:meeting-preview:1",
  z
    .object({ ...preview, senderAadId: text, until: text })
    .transform(({ senderAadId, until, ...same }): MeetingPreview => {
      const requestedBy = { aadId: senderAadId };
      return { ...same, does: "post", restriction: { requestedBy, expiresAt: until } };
    }),
);
