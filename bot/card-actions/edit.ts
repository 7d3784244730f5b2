import * as z from "zod";
import type { ChangeRequest } from "../../src/meetings/change-meeting";
import { findDifferences } from "../../src/meetings/compare-request";
import { mergeAttendees } from "../../src/meetings/meeting-plan";
import { isAmong, isSamePerson, type Attendee } from "../../src/meetings/ports/online-meeting";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { atOccurrence, isAtTime } from "../../src/meetings/series/at-occurrence";
import type { MeetingEdit } from "../../src/meetings/tokens/request-token";
import { parseEditForm } from "../../src/request/edit-form";
import {
  EMPTY_FORM,
  USUAL_LENGTH,
  type FormProblem,
  type MeetForm,
} from "../../src/request/meet-form";
import type { MeetingRequest, RequestedTime } from "../../src/request/meeting-request";
import { ONCE, OWN_RULE } from "../../src/request/repeat-field";
import type { BotServices } from "../bot-services";
import { toEditCard } from "../cards/edit-card";
import { messagesFor } from "../locales/messages";
import { applyChange, toWantedChange } from "../replies/change-for-everybody";
import { findLiveByReference } from "../replies/live-meeting";
import { createNameReader, toMeetingReply } from "../replies/meeting-reply";
import { askWhichToEdit } from "../replies/move-question";
import { toRequestView } from "../replies/request-view";
import type { CardReply } from "../reply";
import { explainEntries, readEntries, toLines, toMeetingValues } from "../requests/form-entries";
import { authorizeChange } from "../requests/permission";
import { resolvePicked } from "../requests/picked-people";
import { toContext } from "../requests/requested-meeting";
import type { Turn } from "../turn/turn";
import { findPressed, readEdit, rejectButton, type CardAction } from "./card-action";

/** With a checkbox each. Together with full text fields, more could fill the card, which has a limit. */
const MAX_INVITED = 15;

/** Shows the person who pressed the button a form with the meeting's name, time and people. */
export const editAction: CardAction = {
  verb: "edit",
  isForEveryone: false,
  async run(turn, data, services) {
    const found = await findPressed(turn, data, services);
    if (!found.ok) return found.reply;
    const { record, reference } = found;
    const refusal = await authorizeChange(turn, record, services);
    if (refusal) return refusal;
    const values = toMeetingValues(atOccurrence(record, services.now()), turn.viewer.timeZone);
    // A meeting that gets a time also gets a duration: the one that the form suggests.
    const shown = { ...values, minutes: values.minutes || String(USUAL_LENGTH) };
    const invited = listRemovable(record).slice(0, MAX_INVITED);
    const edit: MeetingEdit = { does: "edit", reference, shown, invited };
    const form = { ...EMPTY_FORM, ...shown };
    return showForm(turn, record, { edit, form, kept: invited }, services);
  },
};

/** Makes all changes of the form at once. What the person left as it was isn't changed. */
export const saveEditAction: CardAction = {
  verb: "save-edit",
  isForEveryone: true,
  async run(turn, data, services) {
    const edit = readEdit(turn, data, services);
    if (!edit) return rejectButton(turn);
    const found = await findLiveByReference(turn, edit.reference, services);
    if (!found.ok) return found.reply;
    const { record } = found;
    const refusal = await authorizeChange(turn, record, services);
    if (refusal) return refusal;
    const form = readEntries(data);
    const kept = readKept(data, edit);
    const ask = (problems: readonly FormProblem[]) =>
      showForm(turn, record, { edit, form, kept, problems }, services);
    const parsed = parseEditForm(form, edit.shown, toContext(turn, services));
    if (!parsed.ok) return ask(parsed.problems);
    if (isLengthOfPast(parsed.request.time, atOccurrence(record, services.now()), services.now())) {
      const at = `${form.day}T${form.time}`;
      return ask([{ field: "day", problem: { reason: "past", at } }]);
    }
    const request = await resolvePicked(turn, parsed.request, new Map(), services);
    const wanted = await toWantedChange(turn, request, "updated", services);
    const end = record.series && isEnded(form, edit) ? toEnd(record, request, services) : {};
    const removable = listRemovable(record);
    const removed = edit.invited.filter(
      (person) => !kept.includes(person) && isAmong(person, removable),
    );
    const attendees = wanted.change.attendees ?? [];
    const differences = findDifferences(record, { ...request, attendees }, services.now());
    if (!differences && removed.length === 0 && !end.series) {
      return toMeetingReply(record, toRequestView(turn, { sentences: wanted.sentences }), services);
    }
    if (differences?.time && !end.series) {
      const question = askWhichToEdit(turn, record, { request, removed }, services);
      if (question) return question;
    }
    const change = { ...wanted.change, ...end, ...(removed.length > 0 && { removed }) };
    return applyChange(turn, edit.reference, { ...wanted, change }, services);
  },
};

/** Whether the person chose that a series no longer repeats. */
function isEnded({ repeat }: MeetForm, { shown }: MeetingEdit): boolean {
  return repeat === ONCE && shown.repeat === OWN_RULE;
}

/** The next meeting of the series becomes the only one. */
function toEnd(
  record: LiveRecord,
  { time }: MeetingRequest,
  { now }: BotServices,
): Pick<ChangeRequest, "time" | "series"> {
  const { startsAt, endsAt } = atOccurrence(record, now()).meeting;
  const next = startsAt && endsAt ? { startsAt, endsAt } : undefined;
  const isNew = next !== undefined && !isAtTime(record, next);
  return {
    time: time ?? (isNew ? { kind: "span", ...next } : undefined),
    series: { kind: "stop" },
  };
}

interface EditState {
  edit: MeetingEdit;
  form: MeetForm;
  /** Those of the invited people who weren't removed. */
  kept: readonly Attendee[];
  problems?: readonly FormProblem[];
}

function showForm(
  turn: Turn,
  record: LiveRecord,
  { edit, form, kept, problems = [] }: EditState,
  services: BotServices,
): CardReply {
  const { viewer } = turn;
  const { tokens } = services;
  const now = services.now();
  const messages = messagesFor(viewer.locale);
  const toName = createRecordNameReader(record);
  const explained = explainEntries(form, problems, viewer, now);
  const card = toEditCard(
    {
      form,
      problems: explained,
      rules: { series: record.series },
      invited: edit.invited.map((person) => ({
        name: toName(person) ?? messages.card.somebody,
        role: person.role,
        isKept: kept.includes(person),
      })),
      hiddenCount: Math.max(0, listRemovable(record).length - edit.invited.length),
      editToken: tokens.request.encode(edit),
      meetingToken: tokens.meeting.encode(edit.reference),
      now,
    },
    viewer,
  );
  return {
    kind: "card",
    card,
    summary: messages.editCard.title,
    form: { problems: toLines(explained) },
  };
}

/** The invited people who can be named, without the host. */
function listRemovable(record: LiveRecord): Attendee[] {
  const toName = createRecordNameReader(record);
  return mergeAttendees(record.meeting.attendees, record.coOrganizersDue).filter(
    (person) => !isSamePerson(person, record.organizer) && toName(person) !== undefined,
  );
}

function createRecordNameReader({ people = [], requestedBy }: LiveRecord) {
  return createNameReader([...people, requestedBy]);
}

/** The positions of the checked boxes, such as "0,2". Clients leave the field out if none is checked. */
const keptSchema = z.object({ invited: z.string().catch("") }).catch({ invited: "" });

function readKept(data: unknown, { invited }: MeetingEdit): Attendee[] {
  const positions = new Set(keptSchema.parse(data).invited.split(","));
  return invited.filter((_person, index) => positions.has(String(index)));
}

/** A meeting that is over has no start to keep. */
function isLengthOfPast(
  time: RequestedTime | undefined,
  { meeting }: LiveRecord,
  now: Date,
): boolean {
  return time?.kind === "length" && Date.parse(meeting.endsAt ?? "") <= now.getTime();
}
