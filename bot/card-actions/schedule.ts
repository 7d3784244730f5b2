import type { FormProblem, MeetForm } from "../../src/request/meet-form";
import { parseScheduleForm, toScheduleForm } from "../../src/request/schedule-form";
import type { BotServices } from "../bot-services";
import { toScheduleCard } from "../cards/schedule-card";
import { meet } from "../commands/meet";
import { messagesFor } from "../locales/messages";
import type { CardReply } from "../reply";
import { explainEntries, readEntries, toLines } from "../requests/form-entries";
import { resolvePicked } from "../requests/picked-people";
import { toContext } from "../requests/requested-meeting";
import { toMeetingKey, type Turn } from "../turn/turn";
import type { CardAction } from "./card-action";

/** Shows a form for a meeting with a time. Needs no token: people can type the same. */
export const scheduleAction: CardAction = {
  verb: "schedule",
  isForEveryone: false,
  run: (turn, _data, services) =>
    showForm(turn, toScheduleForm(toContext(turn, services)), [], services),
};

/** Creates the meeting as if the entries of the form had been typed after `meet`. */
export const createScheduledAction: CardAction = {
  verb: "create-scheduled",
  isForEveryone: true,
  async run(turn, data, services) {
    const form = readEntries(data);
    const parsed = parseScheduleForm(form, toContext(turn, services));
    if (!parsed.ok) return showForm(turn, form, parsed.problems, services);
    const request = await resolvePicked(turn, parsed.request, new Map(), services);
    return meet(turn, toMeetingKey(turn), request, services, { isNew: true });
  },
};

function showForm(
  turn: Turn,
  form: MeetForm,
  problems: readonly FormProblem[],
  services: BotServices,
): CardReply {
  const { viewer } = turn;
  const now = services.now();
  const explained = explainEntries(form, problems, viewer, now);
  const data = { form, problems: explained, now };
  const card = toScheduleCard(data, viewer);
  const summary = messagesFor(viewer.locale).scheduleCard.title;
  return { kind: "card", card, summary, form: { problems: toLines(explained) } };
}
