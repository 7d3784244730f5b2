import { keepSpans, toMaskedText, type Span } from "../../src/request/masked-text";
import type { RequestText } from "../../src/request/meeting-request";
import { parseRequest, type ParsedRequest } from "../../src/request/parse-request";
import { parseShift } from "../../src/request/parse-shift";
import type { BotServices } from "../bot-services";
import { withClock } from "../requests/linking-words";
import { toContext } from "../requests/requested-meeting";
import type { Turn } from "../turn/turn";
import { cancelCommand } from "./cancel";
import type { Command } from "./command";
import { meetCommand } from "./meet";
import { helpCommand } from "./help";
import { moveCommand } from "./move";
import { EARLY_PHRASES, FILLERS, PHRASES, PLEASE_AT_END, SCHEDULING } from "./phrase-patterns";
import type { Phrase } from "./phrase-words";
import { findButton } from "./find-button";
import { findCommand, TAKES_WORDS } from "./registry";
import { remindCommand } from "./remind";
import { pauseCommand, resumeCommand } from "./pause";
import { renameCommand } from "./rename";
import { scheduleCommand } from "./schedule";
import { showMeetingCommand } from "./show-meeting";
import { skipPhrase } from "./skip-phrase";

interface Intent {
  command: Pick<Command, "run"> & { name?: string };
  words: RequestText;
}

type Parse = (request: RequestText) => ParsedRequest;

/** Longer texts aren't phrases, and the patterns take quadratic time. */
const MAX_PHRASE = 300;
const MAX_FILLERS = 4;

/**
 * What a message asks for: a command by its title or its button's, or an everyday phrase such as "can we meet tomorrow at 3?". A title
 * wins, so that `meet call review` creates a meeting named "call review". Returns `undefined` for any other text.
 */
export function readIntent(turn: Turn, services: Pick<BotServices, "now">): Intent | undefined {
  const { words } = turn;
  const parse: Parse = (request) => parseRequest(request, toContext(turn, services));
  return (
    findButton(words) ??
    matchPhrase(words, EARLY_PHRASES, parse) ??
    findShift(words, parse, turn.viewer.locale) ??
    findCommand(words) ??
    readPhrase(words, parse)
  );
}

/** "Push it back an hour", or a title of `move` that says which way: "postpone Retro by 30 minutes". */
function findShift(words: RequestText, parse: Parse, locale: string): Intent | undefined {
  if (toMaskedText(words).plain.length > MAX_PHRASE) return undefined;
  const request = tidy(withoutPlease(withoutFillers(words)));
  const shift = parseShift(request, locale);
  if (!shift) return undefined;
  const called = findCommand(request);
  const isMove = called?.command === moveCommand;
  if (isMove && parseShift(called.words, locale)) return called;
  // "postpone to 4pm for 30 minutes" names a time.
  const isNamed = isMove && !isAboutTime(parse(withClock(shift.rest)));
  return shift.isClear || isNamed ? { command: moveCommand, words: request } : undefined;
}

/** An everyday phrase, or a command after "please", "can we" or "let's". */
function readPhrase(words: RequestText, parse: Parse): Intent | undefined {
  const request = withoutFillers(words);
  const phrase = matchPhrase(request, PHRASES, parse);
  if (phrase || request === words) return phrase;
  const called = findCommand(request);
  if (!called) return undefined;
  const { name } = called.command;
  // "please join us", "can you check this": the word isn't the command unless it stands alone.
  const isCommand = TAKES_WORDS.has(name) || called.words.length === 0;
  return isCommand || (name === "meet" && isClear(parse(called.words))) ? called : undefined;
}

function withoutFillers(words: RequestText): RequestText {
  let rest = words;
  for (let count = 0; count < MAX_FILLERS; count++) {
    const { plain } = toMaskedText(rest);
    if (plain.length > MAX_PHRASE) return rest;
    const match = FILLERS.map((filler) => filler.exec(plain)).find((found) => found !== null);
    if (!match) return rest;
    rest = tidy(keepSpans(rest, [{ start: match[0].length, end: plain.length }]));
  }
  return rest;
}

function matchPhrase(
  words: RequestText,
  phrases: readonly Phrase[],
  parse: Parse,
): Intent | undefined {
  const { plain } = toMaskedText(words);
  if (plain.length > MAX_PHRASE) return undefined;
  for (const { asks, pattern } of phrases) {
    const match = pattern.exec(plain);
    if (!match) continue;
    if (asks === "show") return { command: showMeetingCommand, words };
    if (asks === "remind") return { command: remindCommand, words };
    if (asks === "help") return { command: helpCommand, words: [] };
    const groups: (readonly [number, number] | undefined)[] = match.indices?.slice(1) ?? [];
    const spans = groups.flatMap((group) => (group ? { start: group[0], end: group[1] } : []));
    const request = tidy(withoutPlease(keepApart(words, spans)));
    if (asks === "skip") return { command: skipPhrase, words: request };
    if (asks === "pause") return { command: pauseCommand, words: request };
    if (asks === "resume") return { command: resumeCommand, words: request };
    if (asks === "cancel") return { command: cancelCommand, words: request };
    if (asks === "rename") return { command: renameCommand, words: request };
    if (asks === "move") {
      if (isAboutTime(parse(withClock(request)))) return { command: moveCommand, words: request };
      continue;
    }
    const parsed = parse(request);
    if (asks === "meet" && SCHEDULING.test(plain) && !hasStart(parsed)) {
      return { command: scheduleCommand, words: request };
    }
    if (asks === "meet" || isClear(parsed)) return { command: meetCommand, words: request };
  }
  return undefined;
}

/** The parts of the words, with spaces between them: what follows a room isn't part of its name. */
function keepApart(words: RequestText, spans: readonly Span[]): RequestText {
  const kept: RequestText[number][] = [];
  for (const span of spans) {
    if (kept.length > 0) kept.push(" ");
    kept.push(...keepSpans(words, [span]));
  }
  return kept;
}

/** More than a name: a time, people or a room. Or nothing at all. */
function isClear(parsed: ParsedRequest): boolean {
  if (!parsed.ok) return true;
  const { topic, time, people, room, isHere } = parsed.request;
  return topic === "" || time !== undefined || people.length > 0 || room !== "" || isHere;
}

function hasStart(parsed: ParsedRequest): boolean {
  if (!parsed.ok) return true;
  const { time } = parsed.request;
  return time !== undefined && time.kind !== "length";
}

function isAboutTime(parsed: ParsedRequest): boolean {
  return !parsed.ok || parsed.request.time !== undefined;
}

function withoutPlease(words: RequestText): RequestText {
  const { plain } = toMaskedText(words);
  const end = PLEASE_AT_END.exec(plain)?.index ?? plain.length;
  return keepSpans(words, [{ start: 0, end }]);
}

/** Without the spaces and punctuation that the phrase left at the ends. */
function tidy(words: RequestText): RequestText {
  return words
    .map((word, index) => {
      if (typeof word !== "string") return word;
      const text = index === 0 ? word.replace(/^[\s,:;.!、，：。]+/u, "") : word;
      return index === words.length - 1 ? text.replace(/[\s,;!?.。！？]+$/u, "") : text;
    })
    .filter((word) => word !== "");
}
