import { z } from "zod";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { EMPTY_FORM, type FormProblem, type MeetForm } from "../../src/request/meet-form";
import { readWallClock } from "../../src/request/time/wall-time";
import type { BotServices } from "../bot-services";
import { readOffer } from "../card-actions/card-action";
import type { CardButton } from "../cards/elements/card-button";
import { toMeetFormCard } from "../cards/meet-form-card";
import { messagesFor } from "../locales/messages";
import { toCardTime, toPeopleNames } from "../replies/meeting-reply";
import { explainEntries, readEntries } from "../requests/form-entries";
import { toKnownNames, type KnownNames } from "../requests/picked-people";
import { toBareRequest } from "../requests/requested-meeting";
import { toMeetingKey, type Turn } from "../turn/turn";
import type { ExtensionReply } from "./extension-handler";

/** The verb of the dialog's own button. */
export const SUBMIT_VERB = "submit-meeting";

/** The data that a dialog sends back. */
export interface DialogInput {
  form: MeetForm;
  /** The fields' initial values. Unchanged fields request nothing. */
  shown: MeetForm;
  names: KnownNames;
}

interface DialogState extends DialogInput {
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
  const card = toMeetFormCard(
    {
      form,
      names,
      now: services.now(),
      problems: explainEntries(form, problems, viewer, services.now()),
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
  return { kind: "dialog", card };
}

/** A person's own meeting has no conversation where a command or card could replace or cancel it. */
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

/** The conversation's meeting, and its values in the dialog's fields. */
export async function findInitialForm(
  turn: Turn,
  services: BotServices,
): Promise<{ shown: MeetForm; record?: LiveRecord }> {
  const found = await services.meetings.findMeeting(toMeetingKey(turn));
  if (!found.ok) return { shown: EMPTY_FORM };
  const { record } = found.stored;
  return { shown: toMeetForm(record, turn.viewer.timeZone), record };
}

/** The people field stays empty: the dialog only adds people. */
export function toMeetForm({ meeting, isTimeGiven }: LiveRecord, timeZone: string): MeetForm {
  const form = { ...EMPTY_FORM, topic: meeting.subject ?? "" };
  const { startsAt, endsAt } = meeting;
  if (!isTimeGiven || !startsAt || !endsAt) return form;
  const start = readWallClock(new Date(startsAt), timeZone).now;
  return {
    ...form,
    day: start.toPlainDate().toString(),
    time: start.toPlainTime().toString({ smallestUnit: "minute" }),
    minutes: String(Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)),
  };
}

/** Encrypted, so that other people only see names that come from Teams. */
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

const shownSchema = z.object({ shown: z.string() });

/** @param data The data of the dialog's button. */
export function readMeetDialog(turn: Turn, data: unknown, services: BotServices): DialogInput {
  const offer = readOffer(turn, data, services);
  return {
    form: readEntries(data),
    shown: readShown(data),
    names: offer ? toKnownNames(offer.request) : new Map(),
  };
}

function readShown(data: unknown): MeetForm {
  try {
    return readEntries(JSON.parse(shownSchema.parse(data).shown));
  } catch {
    return EMPTY_FORM; // The data was tampered with: treat every entry as changed.
  }
}
