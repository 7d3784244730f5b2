import type { Chrono } from "chrono-node";
import type * as En from "chrono-node/en";
import type * as Fr from "chrono-node/fr";
import type * as Ja from "chrono-node/ja";
import type * as Ru from "chrono-node/ru";
import type * as Zh from "chrono-node/zh";

/**
 * The chrono parsers we use: days with the name of a month, and days counted from today. The others find dates where
 * none is meant (`sat tests`, `24/7`, `2 days`), know fewer day names than `findDayWords` (`day after tomorrow`,
 * `来週の火曜日`), or take seconds for a few hundred Russian words.
 */
const PARSERS =
  /^(?:(?:EN|FR|RU)MonthName(?:Little|Middle)Endian|(?:EN|FR)TimeUnitWithinFormat|RUTimeUnitCasualRelativeFormat|JPStandard|ZHHansDate|ZHHansDeadlineFormat)Parser$/;

let parsers: Readonly<Record<string, Chrono>> | undefined;

/** By ISO 639 code. chrono loads with the first text, because no server needs it to start. */
export function chronoParsers(): Readonly<Record<string, Chrono>> {
  parsers ??= loadParsers();
  return parsers;
}

/** The package's main entry would load all its languages. */
function loadParsers(): Readonly<Record<string, Chrono>> {
  const en: typeof En = require("chrono-node/en");
  const fr: typeof Fr = require("chrono-node/fr");
  const ja: typeof Ja = require("chrono-node/ja");
  const ru: typeof Ru = require("chrono-node/ru");
  const zh: typeof Zh = require("chrono-node/zh");
  const onlyUsed = (all: Chrono) =>
    new en.Chrono({
      parsers: all.parsers.filter((parser) => PARSERS.test(parser.constructor.name)),
      refiners: all.refiners,
    });
  return {
    en: onlyUsed(en.casual),
    fr: onlyUsed(fr.casual),
    ja: onlyUsed(ja.casual),
    ru: onlyUsed(ru.casual),
    zh: onlyUsed(zh.hans.casual),
  };
}
