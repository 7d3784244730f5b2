import * as z from "zod";
import { toJoinable } from "../../src/meetings/record/attached-record";
import { isThreadRoom } from "../../src/meetings/record/meeting-key";
import { foldText } from "../../src/request/fold-text";
import { parseRequest } from "../../src/request/parse-request";
import { DEFAULT_ROOM } from "../../src/request/room-name";
import type { BotServices } from "../bot-services";
import { formatRequest } from "../cards/elements/format-request";
import { formatNearTime } from "../cards/elements/near-time";
import { findCommand } from "../commands/registry";
import { messagesFor } from "../locales/messages";
import { readBack } from "../replies/request-view";
import { findBotPresence } from "../requests/bot-presence";
import { explainRequestProblem } from "../requests/explain-request-problem";
import { findKey } from "../requests/problem-buttons";
import { toContext } from "../requests/requested-meeting";
import { readText, toText } from "../turn/read-text";
import { isElsewhere, type Turn } from "../turn/turn";
import { NOTHING, type ExtensionHandler } from "./extension-handler";
import {
  toMeetingResult,
  toOfferResult,
  type ListedMeeting,
  type RequestedOffer,
} from "./meeting-result";

/**
 * Lists the conversation's meetings and those that the person asked for elsewhere, if their names match, and offers to
 * create what was typed. People only see meetings of conversations they take part in. Nothing is created, and Graph
 * isn't called.
 */
export const searchMeetings: ExtensionHandler = {
  async run(turn, value, { services }) {
    const query = readQuery(value);
    if (!query) return NOTHING;
    const { text, skip, count } = query;
    const typed = readTyped(text);
    const [listed, presence] = await Promise.all([
      listMeetings(turn, services),
      findBotPresence(turn, services, "recall"),
    ]);
    const found = listed.filter((meeting) => isMatch(meeting, typed));
    const offer = toOffer(turn, typed, found, services);
    if (!offer.ok && found.length === 0) return { kind: "text", text: offer.text };
    const entries = [
      ...(offer.ok ? [() => toOfferResult(turn, offer, presence, services)] : []),
      ...found.map((meeting) => () => toMeetingResult(turn, meeting, presence, services)),
    ];
    const page = entries.slice(skip, skip + count);
    return { kind: "results", results: page.map((toResult) => toResult()) };
  },
};

/** Teams shows at most this many at once. */
const MAX_RESULTS = 25;
/** Teams sends this parameter when the list is opened. */
const INITIAL_RUN = "initialRun";

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
const querySchema = z
  .object({
    commandId: z.string().optional().catch(undefined),
    parameters: z
      .array(z.object({ name: z.string(), value: z.string().catch("") }))
      .optional()
      .catch(undefined),
    queryOptions: z
      .object({
        skip: z.int().min(0).catch(0),
        count: z.int().min(1).max(MAX_RESULTS).catch(MAX_RESULTS),
      })
      .optional()
      .catch(undefined),
  })
  .catch({});

/**
 * There is one search with one parameter, no matter what the manifest calls them. Returns `undefined` if the
 * invoke names neither. The text is empty when the list is opened.
 */
function readQuery(value: unknown): { text: string; skip: number; count: number } | undefined {
  const { commandId, parameters = [], queryOptions } = querySchema.parse(value);
  if (commandId === undefined && parameters.length === 0) return undefined;
  const text = parameters.find(({ name }) => name !== INITIAL_RUN)?.value ?? "";
  return { text, skip: queryOptions?.skip ?? 0, count: queryOptions?.count ?? MAX_RESULTS };
}

type Typed = ReturnType<typeof readTyped>;

/** `words` leave out the name of the `meet` command. */
function readTyped(typed: string) {
  const { words } = readText({ text: typed });
  const found = findCommand(words);
  const isMeetCommand = found?.command.name === "meet";
  return { text: toText(words), words: isMeetCommand ? found.words : words, isMeetCommand };
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

/** Every word has to occur in the name or room. A name can also start with the name of the command. */
function isMatch({ record }: ListedMeeting, { text, words }: Typed): boolean {
  const { key } = record;
  const room = key.room && !isThreadRoom(key.room) ? `#${key.room}` : "";
  const searched = foldText(`${toJoinable(record).subject ?? ""} ${room}`);
  const hasAll = (wanted: string) =>
    foldText(wanted)
      .split(/\s+/u)
      .every((word) => searched.includes(word));
  return hasAll(text) || hasAll(toText(words));
}

type Offer = ({ ok: true } & RequestedOffer) | { ok: false; text: string };

/** Offers what was typed as a new meeting. A name alone is offered only if no meeting matches it. */
function toOffer(
  turn: Turn,
  { text, words, isMeetCommand }: Typed,
  found: readonly ListedMeeting[],
  services: BotServices,
): Offer {
  const { search, thread } = messagesFor(turn.viewer.locale);
  if (text === "") return { ok: false, text: search.nothing };
  const parsed = parseRequest(words, toContext(turn, services));
  if (!parsed.ok) {
    const explained = explainRequestProblem(parsed.problem, turn.viewer, services.now());
    return { ok: false, text: `${explained.title} · ${explained.text}` };
  }
  const { request } = parsed;
  const key = findKey(turn, request);
  if (!key) return { ok: false, text: thread.none };
  const understood = readBack(request, turn, services);
  const listed = formatRequest(request, services.now(), turn.viewer, formatNearTime);
  const { time, people, room, isHere } = request;
  const isMoreThanName = time !== undefined || people.length > 0 || room || isHere;
  const isBareCommand = isMeetCommand && words.length === 0;
  const isOffered = isBareCommand
    ? !found.some(
        ({ record }) => record.key.room === DEFAULT_ROOM && !isElsewhere(turn, record.key),
      )
    : /[\p{L}\p{N}]/u.test(understood) && (isMoreThanName || found.length === 0);
  return isOffered
    ? { ok: true, key, request, understood, listed }
    : { ok: false, text: search.noMatch };
}
