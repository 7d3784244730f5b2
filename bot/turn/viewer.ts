import type { Activity } from "botbuilder";
import * as z from "zod";
import { createMemo } from "../../src/async/memo";

/** The person a text is written for. */
export interface Viewer {
  /** A BCP 47 tag that `Intl` accepts. */
  locale: string;
  /** An IANA name as the client sent it; it may not exist. */
  timeZone: string;
}

const text = z.string().trim().min(1).optional().catch(undefined);
const clientInfoSchema = z.object({ timezone: text, locale: text });

export function parseViewer(activity: Partial<Activity>): Viewer {
  const info = clientInfoSchema.parse(
    activity.entities?.find(({ type }) => type === "clientInfo") ?? {},
  );
  return {
    locale: toLocale(text.parse(activity.locale) ?? info.locale),
    timeZone: info.timezone ?? text.parse(activity.localTimezone) ?? "UTC",
  };
}

const remember = createMemo<string>({ maxEntries: 200, maxKeyLength: 40 });

function toLocale(locale = "en"): string {
  return remember(locale, () => toCanonicalLocale(locale));
}

/** `Intl` throws for an invalid tag, and a reply must not fail because of one. */
function toCanonicalLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en";
  } catch {
    return "en";
  }
}
