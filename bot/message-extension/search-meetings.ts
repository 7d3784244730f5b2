import { foldText } from "../../src/request/fold-text";
import { isThreadRoom } from "../../src/meetings/record/meeting-key";
import { DEFAULT_ROOM } from "../../src/request/room-name";
import { parseRequest } from "../../src/request/parse-request";
import type { RequestText } from "../../src/request/request-text";
import { toUnderstood } from "../replies/request-view";
import type { BotServices } from "../bot-services";
import { findCommand } from "../commands/registry";
import { messagesFor } from "../locales/messages";
import { readText, toText } from "../turn/read-text";
import { findKey, toContext } from "../requests/requested-meeting";
import { recallBotPresence } from "../requests/bot-presence";
import { explainRequestProblem } from "../requests/explain-request-problem";
import { isElsewhere, type Turn } from "../turn/turn";
import type { ExtensionHandler } from "./extension-handler";
import { NOTHING } from "./extension-reply";
import type { ListedMeeting } from "./listing";
import { toMeetingResult } from "./meeting-result";
import { toOfferResult, type Offered } from "./offer-result";
import { readSearchQuery } from "./search-query";

/**
 * The conversation's meetings, then those that the person asked for elsewhere, as far as their names have all that was
 * typed; and what was typed as a new one. Nobody sees a meeting of a conversation without a part in it, Graph is not
 * asked, and nothing is made.
 */
export const searchMeetings: ExtensionHandler = {
  async answer(turn, value, { services }) {
    const query = readSearchQuery(value);
    if (!query) return NOTHING;
    const { text, skip, count } = query;
    const typed = readTyped(text);
    const [listed, presence] = await Promise.all([
      listMeetings(turn, services),
      recallBotPresence(turn, services),
    ]);
    const found = listed.filter((one) => isMatch(one, typed));
    const read = readOffer(turn, typed, found, services);
    if (read.kind === "words" && found.length === 0) return read;
    const entries = [
      ...(read.kind === "offer"
        ? [() => toOfferResult(turn, read.offered, presence, services)]
        : []),
      ...found.map((one) => () => toMeetingResult(turn, one, presence, services)),
    ];
    const page = entries.slice(skip, skip + count);
    return { kind: "results", results: page.map((toResult) => toResult()) };
  },
};

interface Typed {
  /** All of it. */
  text: string;
  /** Without the name of the command, which says nothing that this one does not. */
  words: RequestText;
  isCommandCalled: boolean;
}

function readTyped(typed: string): Typed {
  const { words } = readText({ text: typed });
  const called = findCommand(words);
  const isCommandCalled = called?.command.name === "meet";
  return {
    text: toText(words),
    words: isCommandCalled ? called.words : words,
    isCommandCalled,
  };
}

async function listMeetings(turn: Turn, services: BotServices): Promise<ListedMeeting[]> {
  const { tenantId, conversation, caller } = turn;
  const { threadId } = conversation;
  const [{ meetings }, recent] = await Promise.all([
    services.meetings.listMeetings({ tenantId, threadId }),
    services.people.recentMeetings.list({ tenantId, aadId: caller.aadId }, threadId),
  ]);
  return [...meetings.map((record) => ({ record })), ...recent];
}

/** Every word has to occur, as people write it; a name may also begin like the command. */
function isMatch({ record }: ListedMeeting, { text, words }: Typed): boolean {
  const { key, meeting } = record;
  const room = key.room && !isThreadRoom(key.room) ? `#${key.room}` : "";
  const searched = foldText(`${meeting.subject ?? ""} ${room}`);
  const hasAll = (wanted: string) =>
    foldText(wanted)
      .split(/\s+/u)
      .every((word) => searched.includes(word));
  return hasAll(text) || hasAll(toText(words));
}

type ReadOffer =
  | { kind: "offer"; offered: Offered }
  /** Why there is none. */
  | { kind: "words"; text: string };

/**
 * What was typed as a request. A name alone is one only where no meeting has it; what has more in it than a name is
 * meant as one.
 */
function readOffer(
  turn: Turn,
  { text, words, isCommandCalled }: Typed,
  found: readonly ListedMeeting[],
  services: BotServices,
): ReadOffer {
  const { search, thread } = messagesFor(turn.viewer.locale);
  if (text === "") return { kind: "words", text: search.nothing };
  const parsed = parseRequest(words, toContext(turn, services));
  if (!parsed.ok) {
    return { kind: "words", text: explainRequestProblem(parsed.problem, turn.viewer) };
  }
  const { request } = parsed;
  const key = findKey(turn, request);
  if (!key) return { kind: "words", text: thread.none };
  const understood = toUnderstood(request, turn, services);
  const isBare = isCommandCalled && words.length === 0;
  const isMoreThanName =
    request.time !== undefined || request.people.length > 0 || request.room || request.isHere;
  const isOffered = isBare
    ? !found.some(
        ({ record }) => record.key.room === DEFAULT_ROOM && !isElsewhere(turn, record.key),
      )
    : /[\p{L}\p{N}]/u.test(understood) && (isMoreThanName || found.length === 0);
  if (!isOffered) return { kind: "words", text: search.noMatch };
  return { kind: "offer", offered: { key, request, understood } };
}
