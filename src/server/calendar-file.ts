import { Temporal } from "@js-temporal/polyfill";
import type * as Library from "ical.js";
import type * as Zones from "timezones-ical-library";
import { toOneLine } from "../request/one-line";
import type { Recurrence } from "../request/recurrence";
import { toJoinable, type JoinableRecord } from "../meetings/record/attached-record";
import { toExternalId } from "../meetings/record/external-id";
import type { LiveRecord, MeetingSeries } from "../meetings/record/meeting-record";
import { toLengthMs } from "../meetings/series/next-occurrence";

/** How often calendars ask again, at most. */
const REFRESH_AFTER = "PT1H";
/** RFC 5545 §3.1. ical.js doesn't count the space that begins the rest of a long line. */
const MAX_LINE_OCTETS = 75;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

export interface CalendarTexts {
  /** For a meeting without a name. */
  untitled: string;
  /** Before the join link. */
  join: string;
}

/**
 * The meeting as a calendar (RFC 5545), in lines of at most 75 octets. It names no one. Without a time, as while a series
 * is paused, it has no event: a subscribed calendar then removes it.
 *
 * The event's id belongs to the link, so that changes replace the event, and its `SEQUENCE` rises with each.
 */
export function toCalendarFile(record: JoinableRecord, texts: CalendarTexts, now: Date): string {
  // Loaded at its first use: most meetings are opened in Teams.
  const ICAL: typeof Library.default = require("ical.js");
  ICAL.foldLength = MAX_LINE_OCTETS - 1;
  const { subject } = toJoinable(record);
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//Rendezvous//Meetings//EN");
  calendar.updatePropertyWithValue("calscale", "GREGORIAN");
  calendar.updatePropertyWithValue("method", "PUBLISH");
  calendar.updatePropertyWithValue("x-wr-calname", escapeText(toName(subject, texts)));
  calendar.addProperty(new ICAL.Property(["refresh-interval", {}, "duration", REFRESH_AFTER]));
  calendar.updatePropertyWithValue("x-published-ttl", REFRESH_AFTER);
  if (record.state === "live") addEvents(ICAL, calendar, record, texts, now);
  return `${calendar.toString()}\r\n`;
}

function addEvents(
  ICAL: typeof Library.default,
  calendar: Library.default.Component,
  record: LiveRecord,
  texts: CalendarTexts,
  now: Date,
): void {
  const { series, isTimeGiven, meeting } = record;
  const toEvent = () => {
    const event = createEvent(ICAL, record, texts, now);
    calendar.addSubcomponent(event);
    return event;
  };
  const addTime = (
    event: Library.default.Component,
    name: string,
    at: string,
    zone: Zone | undefined,
  ) => {
    const property = new ICAL.Property(name);
    const { year, month, day, hour, minute, second } = toWallTime(at, zone?.timeZone ?? "UTC");
    const value = { year, month, day, hour, minute, second, isDate: false };
    if (zone) property.setParameter("tzid", zone.tzid);
    property.setValue(ICAL.Time.fromData(value, zone ? undefined : ICAL.Timezone.utcTimezone));
    event.addProperty(property);
  };

  if (!series) {
    const { startsAt, endsAt } = meeting;
    if (!isTimeGiven || !startsAt || !endsAt) return;
    const event = toEvent();
    addTime(event, "dtstart", startsAt, undefined);
    addTime(event, "dtend", endsAt, undefined);
    return;
  }
  if (series.pausedAt !== undefined) return;
  const zone = readZone(series.recurrence.timeZone);
  calendar.addSubcomponent(ICAL.Component.fromString(zone.block));
  const event = toEvent();
  addTime(event, "dtstart", series.startsAt, zone);
  addTime(event, "dtend", series.endsAt, zone);
  event.updatePropertyWithValue("rrule", ICAL.Recur.fromString(toRule(series)));
  for (const skipped of series.skipped ?? []) addTime(event, "exdate", skipped, zone);
  const lengthMs = toLengthMs(series);
  for (const [ruleStartsAt, { startsAt, endsAt }] of Object.entries(series.moved ?? {})) {
    const moved = toEvent();
    addTime(moved, "recurrence-id", ruleStartsAt, zone);
    addTime(moved, "dtstart", startsAt, zone);
    const end = endsAt ?? new Date(Date.parse(startsAt) + lengthMs).toISOString();
    addTime(moved, "dtend", end, zone);
  }
}

function createEvent(
  ICAL: typeof Library.default,
  { key, generation, revision = 0, meeting }: LiveRecord,
  texts: CalendarTexts,
  now: Date,
): Library.default.Component {
  const event = new ICAL.Component("vevent");
  const { joinWebUrl, subject } = meeting;
  event.updatePropertyWithValue("uid", toExternalId(key, generation));
  event.updatePropertyWithValue("sequence", revision);
  event.updatePropertyWithValue("dtstamp", ICAL.Time.fromJSDate(now, true));
  const link = toOneLine(joinWebUrl);
  event.updatePropertyWithValue("summary", toName(subject, texts));
  event.updatePropertyWithValue("location", link);
  event.updatePropertyWithValue("url", link);
  event.updatePropertyWithValue("description", `${texts.join}: ${link}`);
  return event;
}

/** A line break would begin another property. */
function toName(subject = "", { untitled }: CalendarTexts): string {
  return toOneLine(subject) || untitled;
}

/** ical.js escapes only the properties that it knows. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/gu, String.raw`\$&`);
}

interface Zone {
  timeZone: string;
  tzid: string;
  /** A calendar with the `VTIMEZONE` alone. */
  block: string;
}

function readZone(timeZone: string): Zone {
  const { tzlib_get_ical_block: readBlock }: typeof Zones = require("timezones-ical-library");
  const [block = "", tzid = ""] = [readBlock(timeZone)].flat();
  return { timeZone, tzid: tzid.replace(/^TZID=/u, ""), block };
}

function toWallTime(at: string, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
}

/** The rule as RFC 5545 writes it. Its end is a time in UTC, because its start has a zone. */
function toRule({ recurrence, startsAt }: MeetingSeries): string {
  const { frequency, interval, weekdays, monthDay, place = "", until, count } = recurrence;
  return [
    `FREQ=${frequency.toUpperCase()}`,
    `INTERVAL=${interval}`,
    "WKST=MO",
    ...(weekdays
      ? [`BYDAY=${weekdays.map((day) => `${place}${WEEKDAYS[day - 1]}`).join(",")}`]
      : []),
    ...(monthDay === undefined ? [] : [`BYMONTHDAY=${monthDay}`]),
    ...(until === undefined ? [] : [`UNTIL=${toUntil(until, startsAt, recurrence)}`]),
    ...(count === undefined ? [] : [`COUNT=${count}`]),
  ].join(";");
}

function toUntil(until: string, startsAt: string, { timeZone }: Recurrence): string {
  const time = toWallTime(startsAt, timeZone).toPlainTime();
  const last = Temporal.PlainDate.from(until).toZonedDateTime({ timeZone, plainTime: time });
  return last.toInstant().toString({ smallestUnit: "second" }).replace(/[-:]/gu, "");
}
