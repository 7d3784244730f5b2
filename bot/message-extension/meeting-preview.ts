import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { JoinableRecord } from "../../src/meetings/record/attached-record";
import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import {
  isExpired,
  PREVIEW_MS,
  restrictTo,
  type MeetingPreview,
} from "../../src/meetings/tokens/request-token";
import type { MeetingRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { isOfConversation } from "../card-actions/card-action";
import type { AdaptiveCard } from "../cards/elements/adaptive-card";
import { mapActions } from "../cards/elements/card-button";
import { PREVIEW_DATA } from "../cards/install-card";
import { messagesFor } from "../locales/messages";
import { toAttachedReply } from "../replies/attached-reply";
import { toMeetingReply } from "../replies/meeting-reply";
import { toRequestView } from "../replies/request-view";
import type { CardReply } from "../reply";
import { lookUpPeople } from "../requests/look-up-people";
import type { Turn } from "../turn/turn";
import type { ExtensionReply } from "./extension-handler";

type PreviewContent = Pick<MeetingPreview, "request" | "entered" | "isSettled">;

export function encodePreview(
  turn: Turn,
  { key, generation }: MeetingReference,
  { request, entered, isSettled }: PreviewContent,
  { tokens, now }: BotServices,
): string {
  return tokens.request.encode({
    does: "post",
    id: randomUUID(),
    restriction: restrictTo({ aadId: turn.caller.aadId }, PREVIEW_MS, now()),
    reference: { key, generation },
    request,
    entered,
    isSettled,
  });
}

/** Adds the token to the first button only: in every button, it would make the card too large. */
export function withPreview(card: AdaptiveCard, previewToken: string): AdaptiveCard {
  const first = card.body
    .flatMap((element) => (element.type === "ActionSet" ? element.actions : []))
    .find(({ type }) => type === "Action.Execute");
  return mapActions(card, (actions) =>
    actions.map((action) =>
      action.type === "Action.Execute" && action === first
        ? { ...action, data: { ...action.data, [PREVIEW_DATA]: previewToken } }
        : action,
    ),
  );
}

type ReadPreview = { ok: true; preview: MeetingPreview } | { ok: false; reply: ExtensionReply };

/** Reads the preview from what a client sent back. Only its sender can use it, in its conversation, until it expires. */
export function readPreview(turn: Turn, value: unknown, services: BotServices): ReadPreview {
  const { notYours, expired } = messagesFor(turn.viewer.locale).preview;
  const preview = services.tokens.request.decode(findText(value, PREVIEW_DATA));
  if (
    preview?.does !== "post" ||
    preview.restriction.requestedBy.aadId !== turn.caller.aadId ||
    !isOfConversation(turn, preview.reference)
  ) {
    return { ok: false, reply: { kind: "text", text: notYours } };
  }
  return isExpired(preview.restriction, services.now())
    ? { ok: false, reply: { kind: "text", text: expired } }
    : { ok: true, preview };
}

const MAX_DEPTH = 12;
const objectSchema = z.record(z.string(), z.unknown());

/** The first text with this name at any depth: clients send cards back in various shapes. */
function findText(value: unknown, name: string, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const items = Array.isArray(value) ? value : undefined;
  const object = items ? undefined : objectSchema.safeParse(value).data;
  const own = object?.[name];
  if (typeof own === "string") return own;
  for (const inner of items ?? Object.values(object ?? {})) {
    const found = findText(inner, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The meeting as it is now. */
export async function toPreviewedReply(
  turn: Turn,
  record: JoinableRecord,
  request: MeetingRequest,
  services: BotServices,
): Promise<CardReply> {
  if (record.state === "attached") return toAttachedReply(record, toRequestView(turn), services);
  const people = await lookUpPeople(turn, request.people, services);
  const view = toRequestView(turn, { invited: people.known });
  return toMeetingReply(record, view, services);
}
