import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import { toChangeCard } from "../../../bot/cards/change-card";
import { toOfferCard } from "../../../bot/cards/offer-card";
import { formatTimeWithZone } from "../../../bot/cards/elements/format-time";
import { toDialogCard } from "../../../bot/message-extension/extension-body";
import { withPreview } from "../../../bot/message-extension/meeting-preview";
import type { Messages } from "../../../bot/locales/messages";
import { toStillPreparingReply } from "../../../bot/replies/live-meeting";
import type { Viewer } from "../../../bot/turn/viewer";
import { change, meeting, invite, NOW, toMeetingCard } from "./sample-data";

const REF = "A".repeat(160);
const TOKEN = "D".repeat(600);

export function toStillPreparingCard(viewer: Viewer): AdaptiveCard {
  const key = { tenantId: "tenant", threadId: "19:general@thread.tacv2", room: "" };
  const tokens = { meeting: { encode: () => REF, decode: () => undefined } };
  return toStillPreparingReply({ viewer }, { key, generation: 1 }, { tokens }).card;
}

/** Cards that the message extension shows before it posts anything, by the name of their screenshot. */
export function toComposeCards(messages: Messages, viewer: Viewer): Record<string, AdaptiveCard> {
  const preparing = toStillPreparingCard(viewer);
  const when = formatTimeWithZone({ startsAt: "2026-03-10T14:00:00Z" }, viewer, messages, NOW);
  const title = messages.search.offer.title({
    text: `Quarterly planning with the whole platform group · ${when}`,
  });
  return {
    preview: withPreview(
      toMeetingCard(
        meeting({
          people: invite("Ana Silva", "Bo Nilsson"),
          mentions: [{ teamsId: "29:1ana", name: "Ana Silva" }],
        }),
        viewer,
      ),
      TOKEN,
    ),
    "preview-preparing": withPreview(preparing, TOKEN),
    "dialog-change": toDialogCard(toChangeCard(change(), viewer)),
    "dialog-preparing": toDialogCard(withPreview(preparing, TOKEN)),
    offer: toOfferCard({ title, requestToken: TOKEN }, messages),
    "offer-without-bot": toOfferCard({ title }, messages),
  };
}
