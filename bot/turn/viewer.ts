import type { Activity } from "botbuilder";
import * as z from "zod";

/** The person a text is written for. */
export interface Viewer {
  /** A BCP 47 tag that `Intl` accepts. */
  locale: string;
  /** An IANA name as the client sent it; it may not exist. */
  timeZone: string;
}

const text = z.string().trim().min(1).optional().catch(undefined);
const clientInfoSchema = z.object({
  type: z.literal("clientInfo"),
  timezone: text,
  locale: text,
});

export function parseViewer(activity: Partial<Activity>): Viewer {
  const info = (activity.entities ?? [])
    .map((entity) => clientInfoSchema.safeParse(entity))
    .find(({ success }) => success)?.data;
  return {
    locale: toLocale(text.parse(activity.locale) ?? info?.locale),
    timeZone: info?.timezone ?? text.parse(activity.localTimezone) ?? "UTC",
  };
}

/** `Intl` throws for an invalid tag, and a reply must not fail because of one. */
function toLocale(locale = "en"): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en";
  } catch {
    return "en";
  }
}
