import { z } from "zod";
import type { FoundMeeting, Superseded } from "../../src/meetings/find-meeting";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import { toMeetingReply } from "../replies/meeting-reply";
import { toNoticeCard } from "../cards/elements/notice-card";
import { messagesFor } from "../locales/messages";
import { findBotPresence } from "../requests/bot-presence";
import { isElsewhere, type Turn } from "../turn/turn";
import type { ExtensionHandler, ExtensionTools } from "./extension-handler";
import { NOTHING, type ExtensionReply } from "./extension-reply";
import { toListing } from "./listing";

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/link-unfurling */
const linkSchema = z.object({ url: z.string() });

/**
 * A link of ours in somebody's message becomes the meeting's card, as far as its bearer may see it; one that has ended
 * becomes a card that says so, and shows nothing of the meeting. Teams keeps the answer for 30 minutes.
 */
export const unfurlLink: ExtensionHandler = {
  async answer(turn, value, tools) {
    const { services } = tools;
    const reference = services.tokens.links.readLink(linkSchema.safeParse(value).data?.url);
    if (!reference || !isOfTenant(turn, reference)) return NOTHING;
    const found = await services.meetings.findByReference(reference);
    if (!found.ok) return toDeadLink(turn, found.reason);
    return unfurl(turn, reference, found.stored.record, tools);
  },
  /** The link stays a link. Whatever went wrong, no words of ours belong into somebody's message. */
  toReply: () => NOTHING,
};

function isOfTenant(turn: Turn, { key }: MeetingReference): boolean {
  return turn.tenantId.toLowerCase() === key.tenantId.toLowerCase();
}

/** @param lastSeen Is shown where Graph takes too long. */
async function unfurl(
  turn: Turn,
  reference: MeetingReference,
  lastSeen: LiveRecord,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const { services } = tools;
  const [seen, presence] = await Promise.all([
    tools.inTime(services.meetings.refreshMeeting(reference, turn.caller)),
    tools.inTime(findBotPresence(turn, services)),
  ]);
  if (seen && !seen.ok) return toDeadLink(turn, seen.reason);
  if (seen?.isSuperseded) return toDeadLink(turn, "superseded");
  const isGone = seen?.problem?.code === "meeting_gone";
  const record = seen?.record ?? lastSeen;
  const reply = toMeetingReply(
    record,
    {
      viewer: turn.viewer,
      refreshUserIds: [turn.sender.id].filter((id) => id !== ""),
      // Others read the card too, and later: only what stays true is told.
      ...(isGone && { notice: ({ refresh }) => ({ tone: "attention", text: refresh.gone }) }),
      // A button that may fail is worse than none.
      isWithoutBot: presence !== "present",
      isElsewhere: isElsewhere(turn, record.key),
    },
    services,
  );
  tools.follow(reply);
  const preview = toListing(turn, { record }, services);
  return { kind: "results", results: [{ card: reply.card, preview }] };
}

/** Nothing where there never was a meeting that anybody could see. */
function toDeadLink(
  { viewer }: Turn,
  reason: Extract<FoundMeeting | Superseded, { ok: false }>["reason"],
): ExtensionReply {
  if (reason === "unknown" || reason === "unfinished") return NOTHING;
  const { title, text, next } = messagesFor(viewer.locale).links.dead.ended;
  const card = toNoticeCard({ title, text: `${text}\n${next}` });
  return { kind: "results", results: [{ card, preview: { title, text } }] };
}
