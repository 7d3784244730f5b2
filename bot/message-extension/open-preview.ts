import { toKeyText } from "../../src/meetings/record/meeting-key";
import { isExpired, type MeetingPreview } from "../../src/meetings/tokens/request-token";
import type { BotServices } from "../bot-services";
import { PREVIEW_DATA } from "../cards/install-card";
import { messagesFor } from "../locales/messages";
import { toMeetingKey, type Turn } from "../turn/turn";
import { findText } from "./find-text";

export type OpenedPreview = { ok: true; preview: MeetingPreview } | { ok: false; text: string };

/** Finds the preview token anywhere in the data. Rejects another person's, another conversation's and expired previews. */
export function openPreview(turn: Turn, value: unknown, services: BotServices): OpenedPreview {
  const words = messagesFor(turn.viewer.locale).preview;
  const preview = services.tokens.request.decode(findText(value, PREVIEW_DATA));
  if (preview?.does !== "post" || preview.restriction.requestedBy.aadId !== turn.caller.aadId)
    return { ok: false, text: words.notYours };
  const { key } = preview.reference;
  if (toKeyText(key) !== toKeyText(toMeetingKey(turn, key.room))) {
    return { ok: false, text: words.notYours };
  }
  return isExpired(preview.restriction, services.now())
    ? { ok: false, text: words.expired }
    : { ok: true, preview };
}
