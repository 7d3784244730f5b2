import type { Words } from "./words";

/** Names of time zones by their IANA names. */
export type ZoneNames = Readonly<Partial<Record<string, Words>>>;

/** How a language names time zones next to a time: `Paris time`, `heure de Paris`, `по Москве`, `日本時間`. */
export interface ZoneWords {
  /** Alternatives before and after each name, with their spaces. */
  readonly before: Words;
  readonly after: Words;
  readonly names: ZoneNames;
  /** Before a city of the time zone database, if the language uses its English names: `heure de Tokyo`. */
  readonly beforeCity?: Words;
  /** Regions between the same words, which `Intl` names in this language: `Eastern time`. */
  readonly regions: Words;
  /** Names that stand alone: `московского времени`. */
  readonly phrases: ZoneNames;
  /** The sender's own zone. */
  readonly own: Words;
}
