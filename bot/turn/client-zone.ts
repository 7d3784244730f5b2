import * as z from "zod";
import { createMemo } from "../../src/async/memo";
import { cutAtGrapheme, toOneLine } from "../../src/request/one-line";
import { isZone } from "../../src/request/time/wall-time";

/** The zone that a client works in. */
export interface ClientZone {
  /** An IANA name that `Intl` accepts. */
  timeZone: string;
  /** What the client sent, if no one knows it. Times are in UTC then. */
  unknownZone?: string;
}

/** Longer than any zone's name. */
const MAX_SHOWN = 60;

const remember = createMemo<ClientZone>({ maxEntries: 200, maxKeyLength: 80 });

/**
 * Clients send IANA names, and some on Windows its own ids, such as "China Standard Time".
 *
 * @param country An ISO 3166 code. It decides which of the places in a Windows zone is meant.
 */
export function toClientZone(sent: string | undefined, country: string | undefined): ClientZone {
  if (sent === undefined) return { timeZone: "UTC" };
  return remember(`${sent}\n${country}`, () => {
    const timeZone = isZone(sent) ? sent : findWindowsZone(sent, country);
    if (timeZone !== undefined) return { timeZone };
    return { timeZone: "UTC", unknownZone: cutAtGrapheme(toOneLine(sent), MAX_SHOWN) };
  });
}

const mapZone = z
  .object({ _other: z.string(), _type: z.string(), _territory: z.string() })
  .transform(({ _other: windowsId, _type: places, _territory: territory }) => ({
    windowsId,
    places: places.split(" "),
    territory,
  }));
const mapTimezones = z.array(z.object({ mapZone }));
const windowsZonesSchema = z.object({
  supplemental: z.object({ windowsZones: z.object({ mapTimezones }) }),
});
/** CLDR's territory for everywhere else. */
const WORLD = "001";

/** https://cldr.unicode.org/translation/timezones: the first of a territory's places is its main one. */
function findWindowsZone(windowsId: string, country = WORLD): string | undefined {
  // Loaded on demand, because few clients send one.
  const { supplemental } = windowsZonesSchema.parse(
    require("cldr-core/supplemental/windowsZones.json"),
  );
  const zones = supplemental.windowsZones.mapTimezones.flatMap(({ mapZone: zone }) =>
    zone.windowsId.toLowerCase() === windowsId.toLowerCase() ? zone : [],
  );
  const zone =
    zones.find(({ territory }) => territory === country.toUpperCase()) ??
    zones.find(({ territory }) => territory === WORLD);
  return zone?.places.find(isZone);
}
