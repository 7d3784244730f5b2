import { toMaskedText } from "../../src/request/masked-text";
import { toTyped } from "../cards/help-card";
import { messagesFor } from "../locales/messages";
import { toNoticeReply, type Reply } from "../reply";
import type { Turn } from "../turn/turn";
import { ACKNOWLEDGMENT, GREETING, THANKS } from "./small-talk-patterns";

const MAX_TALK = 200;

/** A short, friendly answer to a greeting, to thanks, or to words that ask for nothing. Returns `undefined` for any other text. */
export function answerSmallTalk({ words, viewer, conversation }: Turn): Reply | undefined {
  const { plain } = toMaskedText(words);
  if (plain.length > MAX_TALK) return undefined;
  const { smallTalk, help, commands } = messagesFor(viewer.locale);
  if (ACKNOWLEDGMENT.test(plain)) return toNoticeReply(undefined, smallTalk.okay);
  if (THANKS.test(plain)) return toNoticeReply(undefined, smallTalk.welcome);
  if (!GREETING.test(plain)) return undefined;
  const { conversationType } = conversation;
  const typed = toTyped(commands.meet.title, conversationType);
  const text = smallTalk.hello[conversationType]({ typed });
  return toNoticeReply(undefined, text, [{ title: help.button, verb: "help" }]);
}
