import { createHash } from "node:crypto";
import type { Request, Response } from "express";
import { toCalendarFile, type CalendarTexts } from "./calendar-file";
import type { JoinableRecord } from "../meetings/record/attached-record";

/** Long enough for a client that asks twice, and short enough for a meeting that moves soon. */
const MAX_AGE_SECONDS = 300;

/** Sends the meeting as a calendar: 304 if the client has it as it is. */
export function sendCalendar(
  request: Request,
  response: Response,
  { record, texts, now }: { record: JoinableRecord; texts: CalendarTexts; now: Date },
): void {
  const content = toCalendarFile(record, texts, now);
  // The time it's made at changes nothing.
  const lasting = content.replace(/^DTSTAMP:.*\r\n/gmu, "");
  const tag = `W/"${createHash("sha256").update(lasting).digest("base64url")}"`;
  const known = request.get("If-None-Match")?.split(",") ?? [];
  response
    .vary("Accept-Language")
    .set("Cache-Control", `private, max-age=${MAX_AGE_SECONDS}`)
    .set("ETag", tag)
    .set("Content-Disposition", 'attachment; filename="meeting.ics"')
    .set("Content-Type", "text/calendar; charset=utf-8");
  if (known.some((one) => one.trim() === tag)) response.status(304).end();
  else response.status(200).send(content);
}
