import { z } from "zod";
import type { MeetForm } from "../../request/meet-form";
import type { MeetingRequest } from "../../request/meeting-request";
import type { Person } from "../record/meeting-record";
import type { MeetingReference } from "./meeting-token";
import {
  createTokenCodec,
  deflatedJson,
  withEarlier,
  type TokenCodec,
  type TokenKeys,
} from "./token-codec";

/** Time to read a card and think, but too short to press it by mistake the next day. */
export const CONFIRMATION_MS = 10 * 60_000;
/** Time to be called away from a dialog, but too short to send its preview the next day. */
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
  /** With the people looked up. */
  request: MeetingRequest;
  /** Absent where anyone can press the button, at any time. */
  restriction?: Restriction;
}

/** What Send posts from a preview, and what Edit puts back into the dialog. */
export interface MeetingPreview {
  does: "post";
  /** A preview is posted once. */
  id: string;
  reference: MeetingReference;
  /** With the people looked up. */
  request: MeetingRequest;
  restriction: Restriction;
  /** The fields that the person changed. The others follow the meeting. */
  entered: Partial<MeetForm>;
  /** Whether the meeting was as requested when the preview was made. If not, Send requests it again. */
  isSettled: boolean;
}

export type RequestToken = MeetingOffer | MeetingPreview;

export function restrictTo(requestedBy: Person, lifetimeMs: number, now: Date): Restriction {
  return { requestedBy, expiresAt: new Date(now.getTime() + lifetimeMs).toISOString() };
}

export function isExpired({ expiresAt }: Restriction, now: Date): boolean {
  return !(now.getTime() < Date.parse(expiresAt));
}

export function createRequestToken(keys: TokenKeys): TokenCodec<RequestToken> {
  return withEarlier<RequestToken>(
    createTokenCodec<RequestToken>(keys, "rendezvous:request:1", deflatedJson(schema, DICTIONARY)),
    createTokenCodec<RequestToken>(keys, "rendezvous:meeting-offer:2", deflatedJson(offer01)),
    createTokenCodec<RequestToken>(keys, "rendezvous:meeting-preview:1", deflatedJson(preview01)),
  );
}

const person = z.object({ aadId: z.string(), name: z.string().optional() });
const role = z.enum(["presenter", "coorganizer"]).optional();
const base = {
  reference: z.object({
    key: z.object({ tenantId: z.string(), threadId: z.string(), room: z.string() }),
    generation: z.number().int().positive(),
  }),
  request: z.object({
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
  }),
};
const offerBase = { ...base, does: z.enum(["meet", "update", "new", "cancel"]) };
const previewBase = {
  ...base,
  id: z.string(),
  entered: z
    .object({
      topic: z.string(),
      day: z.string(),
      time: z.string(),
      minutes: z.string(),
      people: z.string(),
      addresses: z.string(),
      room: z.string(),
    })
    .partial(),
  isSettled: z.boolean(),
};
const restriction = z.object({ requestedBy: person, expiresAt: z.string() });

const schema = z.discriminatedUnion("does", [
  z.object({ ...offerBase, restriction: restriction.optional() }),
  z.object({ ...previewBase, does: z.literal("post"), restriction }),
]);

/** Part of the format: a changed dictionary needs a new purpose. zlib finds text near the end soonest. */
const DICTIONARY =
  '"role":"presenter","role":"coorganizer","upn":"","entered":{"topic":"","day":"","minutes":"","people":"",' +
  '"addresses":"","isSettled":true,"kind":"address","kind":"length","minutes":,"kind":"start","kind":"span",' +
  '"startsAt":"2026-","endsAt":"2026-","time":{"kind":"people":[{"kind":"mention","mentionId":"","aadId":"","name":"' +
  '@thread.v2","room":"","id":"{"does":"post{"does":"cancel{"does":"new{"does":"update{"does":"meet",' +
  '"reference":{"key":{"tenantId":"","threadId":"19:@thread.tacv2","room":""},"generation":1},"request":{"topic":"",' +
  '"wasTopicCut":false,"people":[],"room":"","isHere":false},"restriction":{"requestedBy":{"aadId":"","expiresAt":"2026-';

/**
 * Release 0.1. Offers that anyone can press (Meet, Update) never expire, so this stays. Its other offers expired after
 * 10 minutes; they're read as well, because without their restriction anyone could press them.
 */
const offer01 = z
  .object({
    ...offerBase,
    confirmation: z.object({ asker: person, until: z.string() }).optional(),
  })
  .transform(({ confirmation, ...offer }): RequestToken => ({
    ...offer,
    ...(confirmation && {
      restriction: { requestedBy: confirmation.asker, expiresAt: confirmation.until },
    }),
  }));

/** Release 0.1. Its previews expired after an hour, so this matters only in the first hour after an upgrade. */
const preview01 = z
  .object({ ...previewBase, senderAadId: z.string(), until: z.string() })
  .transform(({ senderAadId, until, ...preview }): RequestToken => ({
    ...preview,
    does: "post",
    restriction: { requestedBy: { aadId: senderAadId }, expiresAt: until },
  }));
