import type { Activity } from "botbuilder";
import { z } from "zod";

/** Who reads: language and zone of the person for whom something is worded. */
export interface Viewer {
  /** BCP 47, such as one that `Intl` takes. */
  locale: string;
  /** IANA name; it may be one that does not exist. */
  timeZone: string;
}

const text = z.string().trim().min(1).optional().catch(undefined);
const clientInfoSchema = z.object({
  type: z.literal("clientInfo"),
  timezone: text,
  locale: text,
});

/** From whatever an activity says of it, also one of which nothing else can be understood. */
export function readViewer(activity: Partial<Activity>): Viewer {
  const info = (activity.entities ?? [])
    .map((entity) => clientInfoSchema.safeParse(entity))
    .find(({ success }) => success)?.data;
  return {
    locale: toLocale(text.parse(activity.locale) ?? info?.locale),
    timeZone: info?.timezone ?? text.parse(activity.localTimezone) ?? "UTC",
  };
}

/** `Intl` throws for what is no locale, and an answer must not fail for that. */
function toLocale(locale = "en"): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en";
  } catch {
    return "en";
  }
}
