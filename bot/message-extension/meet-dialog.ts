import * as z from "zod";
import { isThreadRoom, type MeetingKey } from "../../src/meetings/record/meeting-key";
import { toJoinable, type JoinableRecord } from "../../src/meetings/record/attached-record";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { EMPTY_FORM, type FormProblem, type MeetForm } from "../../src/request/meet-form";
import { toBareRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { readOffer } from "../card-actions/card-action";
import type { CardButton } from "../cards/elements/card-button";
import { toMeetFormCard } from "../cards/meet-form-card";
import { messagesFor } from "../locales/messages";
import { toPeopleNames } from "../replies/meeting-reply";
import { explainEntries, readEntries } from "../requests/form-entries";
import { toKnownNames, type KnownNames } from "../requests/picked-people";
import { toMeetingKey, type Turn } from "../turn/turn";
import type { ExtensionReply } from "./extension-handler";

/** The verb of the dialog's own button. */
export const SUBMIT_VERB = "submit-meeting";

/** The data that a dialog sends back. */
export interface DialogInput {
  /** The meeting that the dialog opened with, which may not exist. */
  key: MeetingKey;
  form: MeetForm;
  /** The fields' initial values. Unchanged fields request nothing. */
  shown: MeetForm;
  names: KnownNames;
}

interface DialogState extends DialogInput {
  /** The meeting, if it exists. */
  record?: JoinableRecord | undefined;
  problems?: readonly FormProblem[];
  isFromCommandBox?: boolean;
  /** Why nothing was done. */
  notice?: string;
}

export function toMeetDialog(
  turn: Turn,
  { key, form, shown, names, record, problems = [], notice, isFromCommandBox }: DialogState,
  services: BotServices,
): ExtensionReply {
  const { viewer } = turn;
  const series = record?.state === "live" ? record.series : undefined;
  const card = toMeetFormCard(
    {
      form,
      isForThread: isThreadRoom(key.room),
      names,
      now: services.now(),
      problems: explainEntries(form, problems, viewer, services.now()),
      rules: { series, isKept: series !== undefined },
      ...(record && {
        meeting: {
          joinWebUrl: toJoinable(record).joinWebUrl,
          people: record.state === "live" ? toPeopleNames(record) : [],
        },
      }),
      ...(notice && { notice: { tone: "attention", text: notice } }),
      data: {
        verb: SUBMIT_VERB,
        shown: JSON.stringify(shown),
        offer: encodeOpened(key, names, services),
      },
      button: toSubmitTitle(turn, isFromCommandBox === true, record !== undefined),
      more: record?.state === "live" ? toMoreButtons(turn, record, services) : [],
    },
    viewer,
  );
  return { kind: "dialog", card };
}

/**
 * Says what happens next. A dialog that leads to a preview, or first asks to add the bot, continues. The command box and
 * chats without a bot have no previews: the card is inserted.
 */
function toSubmitTitle(
  { conversation, viewer }: Turn,
  isFromCommandBox: boolean,
  exists: boolean,
): string {
  const { meetForm, meet } = messagesFor(viewer.locale);
  const isInserted = isFromCommandBox || conversation.conversationType === "person";
  if (!isInserted) return meetForm.buttons.continue;
  return exists ? meetForm.buttons.insert : meet.create;
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

/** Encrypted, so that the thread stays the same, and other people only see names that come from Teams. */
function encodeOpened(key: MeetingKey, names: KnownNames, { tokens }: BotServices): string {
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
    key: offer?.reference.key ?? toMeetingKey(turn),
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
