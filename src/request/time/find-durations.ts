import { findInOrder, spanOf } from "../masked-text";
import { LETTER, WORD_END, WORD_START } from "../word-edges";
import {
  ALPHABETIC_DURATIONS,
  DAY_DURATIONS,
  DURATIONS_AFTER_PREPOSITION,
  HAN_DURATIONS,
  type DurationForm,
} from "./duration-grammar";
import { HOUR_WORD, NUMBER_WORD } from "./number-word";
import type { Certainty, Match } from "./match";

const ABOUT = "(?:about |around |roughly |environ |около |примерно )?";
const FOR =
  "(?:for|lasting|duration:?|pendant|durant|pour|durée(?: de|:)?|" +
  "на|в течение|длительностью|продолжительностью)";
const IN = "(?:in|dans|d'ici|через)";
/** `5 minutes of fame`, `20 minutes a day`: a length in the subject. */
const NOT_OF_SUBJECT = String.raw`(?! ?(?:of|per|par|a day|each|every|or|au|ago|назад|в день)(?![${LETTER}])|-long)`;
/** `в 3 часа`, `с 3 часов` and `в 15 часов 30 минут` are clock times; `past 3 hours` is neither. */
const NOT_AFTER = String.raw`(?<!(?<![${LETTER}])(?:в|во|с|до|к|à|at|dès|vers|от|из|past|last|next|first|every|in|dans|через) )(?<!(?:\d|${HOUR_WORD}) (?:heures?|часов|часа) (?=(?:\d{1,2}|${NUMBER_WORD}) ?(?:min|мин)))`;
const NO_DAY_PART = "(?! (?:утра|дня|вечера|ночи|du |de l'après))";
/** `15h`, `9h30` and `1530 hours` are times; `2h` is a length, because few people meet at 2 AM. */
const NOT_AN_HOUR = String.raw`(?!(?:(?:[7-9]|0\d|1\d|2[0-4]) ?(?:h|heures?|ч|часов)|(?:sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt)[a-z -]{0,12} heures?|(?:семь|восемь|девять|десять|[а-я]{2,7}надцать|двадцать(?: [а-я]{2,6})?) часов|\d{3,4} ?(?:h|hrs|hours))(?![${LETTER}]))`;

interface Finder {
  kind: "length" | "relative";
  certainty: Certainty;
  forms: readonly DurationForm[];
  before: string;
  after: string;
}

/** Forms with a preposition come first, so that it isn't left over. */
const FINDERS: readonly Finder[] = [
  {
    kind: "relative",
    certainty: "likely",
    forms: DURATIONS_AFTER_PREPOSITION,
    before: `${WORD_START}${IN} ${ABOUT}`,
    after: WORD_END + NOT_OF_SUBJECT,
  },
  {
    kind: "relative",
    certainty: "likely",
    forms: ALPHABETIC_DURATIONS,
    before: WORD_START,
    after: ` from now${WORD_END}`,
  },
  {
    kind: "relative",
    certainty: "likely",
    forms: HAN_DURATIONS,
    before: "(?:再?过|再?過|約|约)?",
    after: " ?(?:之后|之後|以后|以後|后|後)(?:に|の|から)?",
  },
  {
    kind: "length",
    certainty: "sure",
    forms: [...DURATIONS_AFTER_PREPOSITION, ...DAY_DURATIONS],
    before: `${WORD_START}${FOR} ${ABOUT}`,
    after: WORD_END + NOT_OF_SUBJECT + NO_DAY_PART,
  },
  {
    kind: "length",
    certainty: "sure",
    forms: HAN_DURATIONS,
    before: "(?:持续|持續|为时|為時|时长|為期|为期)[约約]? ?",
    after: "(?:左右)?",
  },
  {
    kind: "length",
    certainty: "likely",
    forms: HAN_DURATIONS,
    before: "(?:[约約共开開] ?)?",
    after:
      "(?!前|以内|以上|ごと|おき|ずつ|遅れ)(?:間|程度|ほど|くらい|ぐらい|だけ|左右)?(?:の|的|で)?",
  },
  {
    kind: "length",
    certainty: "likely",
    forms: ALPHABETIC_DURATIONS,
    before: `${WORD_START}(?:de )?${NOT_AFTER}${NOT_AN_HOUR}`,
    after: WORD_END + NOT_OF_SUBJECT + NO_DAY_PART,
  },
];

const PATTERNS = FINDERS.flatMap(({ kind, certainty, forms, before, after }) =>
  forms.map(({ source, toMinutes }) => ({
    pattern: new RegExp(`${before}(?:${source})${after}`, "gu"),
    kind,
    certainty,
    toMinutes,
  })),
);

/** Lengths (`for 45 min`) and waits (`in 20 minutes`). */
export function findDurations(plain: string): Match[] {
  return findInOrder(plain, PATTERNS, (result, { kind, certainty, toMinutes }): Match => {
    const minutes = Math.round(toMinutes(result.slice(1)));
    return { ...spanOf(result), certainty, value: { kind, minutes } };
  });
}
