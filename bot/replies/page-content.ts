import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { BotServices } from "../bot-services";
import type { RecurringTime } from "../cards/elements/recurring-time";
import { toSubject } from "../cards/elements/names";
import { toZoneName } from "../cards/elements/zone-name";
import { formatMeetingTime } from "../cards/meeting/time-lines";
import { toCalendarLink } from "../cards/meeting/outlook-links";
import { messagesFor } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import { toCalendarData } from "./meeting-reply";

/**
 * What the page says that adds a meeting to a calendar. It names no one and has no dial-in number, because anyone who
 * has the link can open it.
 *
 * @param language BCP 47
 */
export function toPageContent(
  record: LiveRecord,
  language: string,
  { settings, now }: Pick<BotServices, "settings" | "now">,
) {
  const messages = messagesFor(language);
  const { subject, time, outlookOrigin } = toCalendarData(record, settings, now());
  const viewer = { locale: language, timeZone: readZone(record) };
  const when = formatMeetingTime(time, viewer, messages, now());
  const hasCalendar = time.kind !== "standing";
  const hasFile = hasCalendar && time.startsAt !== undefined;
  const entry = { subject, time, outlookOrigin };
  return {
    subject: toSubject(subject, messages),
    // On a card, readers know the zone of a series as their own.
    when: when && time.kind === "recurring" ? `${when} · ${nameSeriesZone(time, viewer)}` : when,
    outlookLink:
      hasFile || !hasCalendar
        ? toCalendarLink(entry, record.meeting.joinWebUrl, messages)
        : undefined,
    hasFile,
    hasCalendar,
    isSeries: time.kind === "recurring",
  };
}

/** Its name at the next time: clocks may change until then. */
function nameSeriesZone({ startsAt, byRule }: RecurringTime, viewer: Viewer): string {
  return toZoneName(viewer, new Date(startsAt ?? byRule.startsAt));
}

/** Of the series, or of the last card. Browsers don't tell theirs. */
function readZone(record: LiveRecord): string {
  return record.series?.recurrence.timeZone ?? record.cards?.at(-1)?.timeZone ?? "UTC";
}
