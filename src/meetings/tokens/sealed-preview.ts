import { z } from "zod";
import type { MeetForm } from "../../request/meet-form";
import type { MeetingRequest } from "../../request/meeting-request";
import { referenceSchema, requestSchema } from "./sealed-offer";
import { createSealer, type Sealer, type SealingKeys } from "./sealer";
import type { MeetingReference } from "./sealed-reference";

/** Long enough to be called away from the dialog, too short for a preview to be sent another day. */
const PREVIEW_MS = 60 * 60_000;

/** What somebody asked for in a dialog and looks at: it is what the bot posts, whatever comes back beside it. */
export interface MeetingPreview {
  /** It is posted once. */
  id: string;
  /** The Entra object id of the one person who may send it. */
  senderAadId: string;
  /** ISO 8601. */
  until: string;
  reference: MeetingReference;
  /** What was asked for, with the people looked up. */
  request: MeetingRequest;
  /** What was entered into the dialog; all else was left as it was shown, whatever it is by now. */
  entered: Partial<MeetForm>;
  /** Whether the meeting was all that was asked for when the preview was made; else it is asked for again. */
  isSettled: boolean;
}

export type PreviewSealer = Sealer<MeetingPreview>;

export function toPreviewEnd(now: Date): string {
  return new Date(now.getTime() + PREVIEW_MS).toISOString();
}

const schema = z.object({
  id: z.string(),
  senderAadId: z.string(),
  until: z.string(),
  reference: referenceSchema,
  request: requestSchema,
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
});

/** Seals previews, so that what is posted is what was shown, for whom and where. */
export function createPreviewSealer(keys: SealingKeys): PreviewSealer {
  return createSealer<MeetingPreview>(keys, "rendezvous:meeting-preview:1", schema, {
    isDeflated: true,
  });
}
