import type { Activity } from "botbuilder";
import { createMemo } from "../../src/async/memo";
import { readTrimmed } from "../../src/json";
import { guessLanguage } from "../locales/guess-language";
import { toClientZone, type ClientZone } from "./client-zone";
import { listParts } from "./list-parts";

/** The person a text is written for. */
export interface Viewer extends ClientZone {
  /** A BCP 47 tag that `Intl` accepts. */
  locale: string;
}

/**
 * Teams on iOS sends no locale, so the language of what was typed decides:
 * https://github.com/microsoft/botbuilder-js/issues/4794
 *
 * @param typed Without people's names.
 */
export function parseViewer(activity: Partial<Activity>, typed: string): Viewer {
  const [info] = listParts(activity.entities, "type", "clientInfo");
  const locale = toLocale(readTrimmed(activity.locale)) ?? toLocale(readTrimmed(info?.locale));
  const zone = readTrimmed(info?.timezone) ?? readTrimmed(activity.localTimezone);
  return {
    locale: locale ?? guessLanguage(typed),
    ...toClientZone(zone, readTrimmed(info?.country)),
  };
}

const remember = createMemo<string>({ maxEntries: 200, maxKeyLength: 40 });

function toLocale(locale: string | undefined): string | undefined {
  return locale === undefined ? undefined : remember(locale, () => toCanonicalLocale(locale));
}

/** Some clients write `zh_CN`. `Intl` throws for an invalid tag, and a reply must not fail because of one. */
function toCanonicalLocale(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}
