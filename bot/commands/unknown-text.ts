import { toMaskedText } from "../../src/request/masked-text";
import type { MeetingRequest } from "../../src/request/meeting-request";
import { parseRequest } from "../../src/request/parse-request";
import type { BotServices } from "../bot-services";
import { messagesFor, type Messages } from "../locales/messages";
import { toMeetButton } from "../replies/meet-button";
import { readBack } from "../replies/request-view";
import { toNoticeReply, type Reply } from "../reply";
import { findKey } from "../requests/problem-buttons";
import { toNoThreadReply, toProblemReply } from "../requests/problem-reply";
import { toContext } from "../requests/requested-meeting";
import { toTypedButton } from "../requests/try-again";
import { toText } from "../turn/read-text";
import { toMeetingKey, type Turn } from "../turn/turn";
import { correctTypo } from "./find-typo";
import { MEETING_WORD, TALK, WITH } from "./phrase-patterns";
import { answerSmallTalk } from "./small-talk";

/** Answers a text that isn't a command. Offers to create a meeting only if the text seems to ask for one. */
export function answerUnknownText(turn: Turn, services: BotServices): Reply {
  const smallTalk = answerSmallTalk(turn);
  if (smallTalk) return smallTalk;
  const messages = messagesFor(turn.viewer.locale);
  const { tokens } = services;
  const help = { title: messages.help.button, verb: "help" };
  const suggestion = suggestCommand(turn, messages, services);
  if (suggestion) return suggestion;
  const context = toContext(turn, services);
  const parsed = parseRequest(turn.words, context);
  if (!parsed.ok && hasMeetingWord(turn)) {
    return toProblemReply(turn, "meet", turn.words, parsed, context, services);
  }
  if (!parsed.ok || !isAboutMeeting(turn, parsed.request)) {
    const button = toMeetButton(toMeetingKey(turn), tokens, messages);
    return toNoticeReply(undefined, messages.unknownText.nothing, [button, help]);
  }
  const { request } = parsed;
  const key = findKey(turn, request);
  if (!key) return toNoThreadReply(turn, "meet", request, services);
  const button = toMeetButton(key, tokens, messages, request);
  const understood = readBack(request, turn, services);
  return toNoticeReply(messages.unknownText.question, understood, [
    { ...button, title: messages.meet.create },
    help,
  ]);
}

/** For a misspelled command: offers to run the right one. */
function suggestCommand(turn: Turn, messages: Messages, services: BotServices): Reply | undefined {
  const words = correctTypo(turn.words);
  if (!words) return undefined;
  const { unknownText, help } = messages;
  const run = toTypedButton({ ...turn, words }, unknownText.yes, services);
  return (
    run &&
    toNoticeReply(undefined, unknownText.didYouMean({ text: toText(words) }), [
      { ...run, style: "positive" },
      { title: help.button, verb: "help" },
    ])
  );
}

/** "See you tomorrow at 3" and "happy birthday @Grace" aren't. */
function isAboutMeeting({ words }: Turn, { time, people, room }: MeetingRequest): boolean {
  const { plain } = toMaskedText(words);
  if (TALK.test(plain)) return false;
  const isWithPeople = people.length > 0 && WITH.test(plain);
  return time !== undefined || room !== "" || isWithPeople || MEETING_WORD.test(plain);
}

/** "Let's have a meeting tomorrow" has one, but no time that we can use. */
function hasMeetingWord({ words }: Turn): boolean {
  const { plain } = toMaskedText(words);
  return !TALK.test(plain) && MEETING_WORD.test(plain);
}
