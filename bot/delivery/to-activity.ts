import { CardFactory } from "botbuilder";
import { parseConversationId } from "../../src/meetings/record/conversation";
import { toSignInCard } from "../cards/sign-in-card";
import { toCardReply, type SentReply } from "../reply";

/** The message with a reply. The card is all of it: Teams splits a message that also has text, and its id is lost. */
export function toActivity(reply: SentReply, conversationId = "") {
  if (reply.kind === "sign-in") {
    const { exchange: _exchange, ...withoutExchange } = reply.card;
    const isChannel = parseConversationId(conversationId)?.conversationType === "channel";
    // In a channel, Teams issues no token and shows an error if asked for one. The button works there too:
    // https://github.com/microsoft/teams.ts/pull/676
    const content = toSignInCard(isChannel ? withoutExchange : reply.card);
    const attachment = { contentType: CardFactory.contentTypes.oauthCard, content };
    return { type: "message", attachments: [attachment], summary: reply.card.text };
  }
  const { card, summary } = toCardReply(reply);
  return { type: "message", attachments: [CardFactory.adaptiveCard(card)], summary };
}
