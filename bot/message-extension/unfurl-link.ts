import * as z from "zod";
import type { AttachedRecord } from "../../src/meetings/record/attached-record";
import type { FoundMeeting, Superseded } from "../../src/meetings/find-meeting";
import { toNoticeCard } from "../cards/elements/notice-card";
import { messagesFor } from "../locales/messages";
import { toAttachedReply } from "../replies/attached-reply";
import { toMeetingReply, type MeetingView } from "../replies/meeting-reply";
import { toRequestView } from "../replies/request-view";
import { findBotPresence } from "../requests/bot-presence";
import { isElsewhere, type Turn } from "../turn/turn";
import {
  NOTHING,
  type ExtensionHandler,
  type ExtensionReply,
  type ExtensionTools,
} from "./extension-handler";
import { toListing } from "./meeting-result";

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/link-unfurling */
const linkSchema = z.object({ url: z.string() });

/**
 * Shows the meeting's card below a meeting link in someone's message. A link that has ended gets a card that says
 * so, and shows nothing of the meeting. Teams caches the result for 30 minutes.
 */
export const unfurlLink: ExtensionHandler = {
  async run(turn, value, tools) {
    const { services, inTime, follow } = tools;
    const { tokens, meetings } = services;
    const reference = tokens.links.readLink(linkSchema.safeParse(value).data?.url);
    if (reference?.key.tenantId.toLowerCase() !== turn.tenantId.toLowerCase()) return NOTHING;
    const found = await meetings.findByReference(reference);
    if (!found.ok && found.reason === "attached") return toAttached(turn, found.record, tools);
    if (!found.ok) return toDeadLink(turn, found.reason);

    const [seen, presence] = await Promise.all([
      inTime(meetings.refreshMeeting(reference, turn.caller)),
      inTime(findBotPresence(turn, services)),
    ]);
    if (seen && !seen.ok) return toDeadLink(turn, seen.reason);
    if (seen?.isSuperseded) return toDeadLink(turn, "superseded");
    const isGone = seen?.problem?.code === "meeting_gone";
    // If Graph takes too long, shows the meeting as last seen.
    const { record } = seen ?? found.stored;
    const view: MeetingView = {
      ...toRequestView(turn, { isLook: true }),
      // Other people read the card too, later: temporary problems aren't shown.
      isGone,
      ...(isGone && { notice: ({ refresh }) => ({ tone: "attention", text: refresh.gone }) }),
      // Unknown counts as absent: buttons that may fail are left out.
      isWithoutBot: presence !== "present",
      isElsewhere: isElsewhere(turn, record.key),
    };
    const reply = toMeetingReply(record, view, services);
    follow(reply);
    const preview = toListing(turn, { record }, services);
    return { kind: "results", results: [{ card: reply.card, preview }] };
  },

  /** The link stays a link: our errors don't belong in a person's message. */
  showText: () => NOTHING,
};

/** A link of an earlier meeting shows nothing of it either. */
async function toAttached(
  turn: Turn,
  record: AttachedRecord,
  { services, inTime, follow }: ExtensionTools,
): Promise<ExtensionReply> {
  const presence = await inTime(findBotPresence(turn, services));
  const view = {
    ...toRequestView(turn, { isLook: true }),
    isWithoutBot: presence !== "present",
    isElsewhere: isElsewhere(turn, record.key),
  };
  const reply = toAttachedReply(record, view, services);
  follow(reply);
  const preview = toListing(turn, { record }, services);
  return { kind: "results", results: [{ card: reply.card, preview }] };
}

/** Nothing if there never was a meeting. */
function toDeadLink(
  { viewer }: Turn,
  reason: Extract<FoundMeeting | Superseded, { ok: false }>["reason"],
): ExtensionReply {
  if (reason === "unknown" || reason === "unfinished") return NOTHING;
  const { title, text, next } = messagesFor(viewer.locale).links.dead.ended;
  const card = toNoticeCard({ title, text: `${text}\n${next}` });
  return { kind: "results", results: [{ card, preview: { title, text } }] };
}
