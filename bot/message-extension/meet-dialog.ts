import { EMPTY_FORM, type MeetForm } from "../../src/request/meet-form";
import type { FormProblem } from "../../src/request/parse-form";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { openOffer } from "../card-actions/card-action";
import { toCardTime, toPeopleNames } from "../replies/meeting-reply";
import type { BotServices } from "../bot-services";
import type { CardButton } from "../cards/elements/card-button";
import { toMeetFormCard } from "../cards/meet-form-card";
import { messagesFor } from "../locales/messages";
import { toBareRequest } from "../requests/requested-meeting";
import { explainRequestProblem } from "../requests/explain-request-problem";
import { toMeetingKey, type Turn } from "../turn/turn";
import type { ExtensionReply } from "./extension-reply";
import { toMeetForm } from "./to-meet-form";
import { toKnownNames, type KnownNames } from "./picked-people";

/** The verb of the dialog's own button. */
export const SUBMIT_VERB = "submit-meeting";

export interface DialogState {
  form: MeetForm;
  /** What the fields held before anything was entered: what is still the same asks for nothing. */
  shown: MeetForm;
  names: KnownNames;
  /** The conversation's meeting. */
  record?: LiveRecord | undefined;
  problems?: readonly FormProblem[];
  /** Why nothing was done. */
  notice?: string;
}

export function toMeetDialog(
  turn: Turn,
  { form, shown, names, record, problems = [], notice }: DialogState,
  services: BotServices,
): ExtensionReply {
  const { viewer } = turn;
  const messages = messagesFor(viewer.locale);
  const card = toMeetFormCard(
    {
      form,
      names,
      problems: problems.map(({ field, problem }) => ({
        field,
        text: explainRequestProblem(problem, viewer),
      })),
      ...(record && {
        meeting: {
          subject: record.meeting.subject ?? "",
          time: toCardTime(record, services.now()),
          joinWebUrl: record.meeting.joinWebUrl,
          people: toPeopleNames(record),
        },
      }),
      ...(notice && { notice: { tone: "attention", text: notice } }),
      data: {
        verb: SUBMIT_VERB,
        shown: JSON.stringify(shown),
        offer: encodeNames(turn, names, services),
      },
      more: record ? toMoreButtons(turn, record, services) : [],
    },
    viewer,
  );
  return { kind: "dialog", title: messages.meetForm.title, card };
}

/** A person's own meeting has no conversation in which a command or a card could end it. */
function toMoreButtons(
  { conversation, viewer }: Turn,
  { key, generation }: LiveRecord,
  { tokens }: BotServices,
): CardButton[] {
  if (conversation.conversationType !== "person") return [];
  const { card } = messagesFor(viewer.locale);
  const data = { ref: tokens.meeting.encode({ key, generation }) };
  return [
    { title: card.newLink, verb: "new", data },
    { title: card.cancelMeeting, verb: "cancel", data },
  ];
}

/** What the dialog shows of the conversation's meeting; empty fields where there is none. */
export async function findShown(
  turn: Turn,
  services: BotServices,
): Promise<{ shown: MeetForm; record?: LiveRecord }> {
  const found = await services.meetings.findMeeting(toMeetingKey(turn));
  if (!found.ok) return { shown: EMPTY_FORM };
  const { record } = found.stored;
  return { shown: toMeetForm(record, turn.viewer.timeZone), record };
}

/** Puts the names into a token: other people see only names that came from Teams. */
function encodeNames(turn: Turn, names: KnownNames, { tokens }: BotServices): string {
  const key = toMeetingKey(turn);
  const people = Array.from(names, ([aadId, name]) => ({
    kind: "mention" as const,
    mentionId: aadId,
    aadId,
    name,
  }));
  const request = { ...toBareRequest(key), people };
  return tokens.request.encode({ does: "meet", reference: { key, generation: 1 }, request });
}

/** The names in the token of the dialog. */
export function readNames(turn: Turn, data: unknown, services: BotServices): KnownNames {
  const offer = openOffer(turn, data, services);
  return offer ? toKnownNames(offer.request) : new Map();
}
