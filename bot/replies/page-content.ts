import { toJoinable, type JoinableRecord } from "../../src/meetings/record/attached-record";
import type { BotServices } from "../bot-services";
import { toSubject } from "../cards/elements/names";
import { toZoneName } from "../cards/elements/zone-name";
import { formatMeetingTime } from "../cards/meeting/time-lines";
import { toCalendarLink } from "../cards/meeting/outlook-links";
import { messagesFor } from "../locales/messages";
import { toCalendarData, toCardTime } from "./meeting-reply";

/**
 * What the page of a meeting's link says. It names no one, because anyone who has the link can open it.
 *
 * @param language BCP 47
 */
export function toPageContent(
  record: JoinableRecord,
  language: string,
  { settings, now }: Pick<BotServices, "settings" | "now">,
) {
  const messages = messagesFor(language);
  const { subject = "", joinWebUrl } = toJoinable(record);
  const time = toCardTime(record, now());
  const viewer = { locale: language, timeZone: readZone(record) };
  const when = formatMeetingTime(time, viewer, messages, now());
  const outlook = record.state === "live" && {
    ...toCalendarData(record, settings, now()),
    calendarAddresses: [],
  };
  return {
    title: toSubject(subject, messages),
    // On a card, readers know the zone of a series as their own.
    when: when && time.kind === "recurring" ? `${when} · ${toZoneName(viewer, now())}` : when,
    outlookLink: outlook ? toCalendarLink(outlook, joinWebUrl, messages) : undefined,
    hasCalendar: time.kind === "scheduled" || time.kind === "recurring",
  };
}

/** Of the series, or of the last card. Browsers don't tell theirs. */
function readZone(record: JoinableRecord): string {
  const series = record.state === "live" ? record.series : undefined;
  return series?.recurrence.timeZone ?? record.cards?.at(-1)?.timeZone ?? "UTC";
}
