import { JsonBytes } from "../../src/json-bytes";
import { parseConversationId } from "../../src/meetings/record/conversation";
import { CARD_TYPES } from "../cards/elements/card-attachment";
import { toCardBytes } from "../cards/elements/card-bytes";
import { toSignInCard } from "../cards/sign-in-card";
import { toCardReply, type SentReply } from "../reply";
import type { ReplyAddress } from "../turn/turn";

/** Where to write. With `activityId`, messages reply to that activity; `sender` is who the reply goes to. */
export type MessageTarget = Pick<ReplyAddress, "conversationId" | "serviceUrl"> &
  Partial<Pick<ReplyAddress, "activityId" | "bot" | "sender">>;

/**
 * The message with a reply, as JSON. The card is all of it: Teams splits a message that also has text, and its id is
 * lost.
 *
 * @param fields the rest of the activity
 */
export function toMessage(reply: SentReply, conversationId: string, fields: object): JsonBytes {
  if (reply.kind === "sign-in") {
    const { exchange: _exchange, ...withoutExchange } = reply.card;
    const isChannel = parseConversationId(conversationId)?.conversationType === "channel";
    // In a channel, Teams issues no token and shows an error if asked for one. The button works there too:
    // https://github.com/microsoft/teams.ts/pull/676
    const content = JsonBytes.of(toSignInCard(isChannel ? withoutExchange : reply.card));
    return join({ ...fields, summary: reply.card.text }, CARD_TYPES.oauth, content);
  }
  const { card, summary } = toCardReply(reply);
  return join({ ...fields, summary }, CARD_TYPES.adaptive, toCardBytes(card));
}

function join(fields: object, contentType: string, content: JsonBytes): JsonBytes {
  const start = JsonBytes.of({ type: "message", ...fields }).text.slice(0, -1);
  return JsonBytes.join(
    `${start},"attachments":[{"contentType":"${contentType}","content":`,
    content,
    "}]}",
  );
}

/** The fields of an activity that say where it goes. */
export function toRoute({ conversationId, serviceUrl, activityId, bot, sender }: MessageTarget) {
  return {
    serviceUrl,
    channelId: "msteams",
    conversation: toConversationAccount(conversationId),
    from: bot,
    recipient: sender,
    replyToId: activityId || undefined,
  };
}

/** As in the activities that Teams sends. The Playground rejects empty texts. */
function toConversationAccount(id: string) {
  const type = parseConversationId(id)?.conversationType;
  const isPersonal = type === undefined || type === "personal";
  const conversationType = type === "channel" ? "channel" : isPersonal ? "personal" : "groupChat";
  return { id, name: conversationType, isGroup: !isPersonal, conversationType };
}
