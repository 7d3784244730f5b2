import { DAILY, MONTHLY, ON_WEEKENDS, ON_WORKDAYS, QUARTERLY, WEEKLY, YEARLY } from "../repeat";
import type { RepetitionWords } from "../repetition-words";
import { each, numbered } from "../words";

export const frenchRepetition: RepetitionWords = {
  every: [[1, "chaque|le chaque|tous les|toutes les"]],
  everyAfter: [
    [2, "sur deux|sur 2"],
    [3, "sur trois|sur 3"],
  ],
  repeatUnits: [
    [DAILY, "jour|jours"],
    [WEEKLY, "semaine|semaines"],
    [MONTHLY, "mois"],
    [QUARTERLY, "trimestre|trimestres"],
    [YEARLY, "an|ans|année|années"],
    [
      ON_WORKDAYS,
      "jours ouvrés|jour ouvré|jours de la semaine|jour de la semaine|jours de semaine",
    ],
    [ON_WEEKENDS, "week-end|week-ends"],
    [{ ...DAILY, part: "morning" }, "matin|matins"],
    [{ ...DAILY, part: "afternoon" }, "après-midi"],
    [{ ...DAILY, part: "evening" }, "soir|soirs"],
  ],
  beforePlurals: "les",
  weekdayPlurals: numbered("lundis mardis mercredis jeudis vendredis samedis dimanches"),
  repeatedDays: [
    [ON_WORKDAYS, "en semaine|les jours ouvrés|les jours de semaine"],
    [DAILY, "quotidiennement|une fois par jour"],
    [WEEKLY, "une fois par semaine"],
    [MONTHLY, "mensuellement|une fois par mois"],
    [QUARTERLY, "trimestriellement|une fois par trimestre"],
    [YEARLY, "annuellement|une fois par an"],
    [{ ...WEEKLY, interval: 2 }, "tous les quinze jours|tous les 15 jours"],
  ],
  repeats: [],
  placesInMonth: [
    ...numbered("premier|1er deuxième|2e|2ème|second troisième|3e|3ème quatrième|4e|4ème"),
    [-1, "dernier"],
  ],
  oftenWithoutDays:
    each("deux|2|trois|3|quatre|4|plusieurs", " fois par ", "jour|semaine|mois|trimestre|an") +
    "|bihebdomadaire|bimensuel",
  except: "sauf|sauf le|hormis|hormis le|excepté|excepté le|à part|à part le|hors",
  exceptAfter: "",
  namingPlurals: "",
  ofEveryMonth: "de chaque mois|de tous les mois|chaque mois|tous les mois",
  ofTheMonth: "du mois",
  repeatFrom: "à partir du|à partir de|dès|dès le|à compter du",
  repeatFromAfter: "",
  repeatFromNow: "désormais|dorénavant|à partir de maintenant|à partir d'aujourd'hui",
  repeatUntil: [
    ["before", "avant"],
    [
      "through",
      each(
        "jusqu'à|jusqu'en|jusqu'au|jusqu'a|jusque",
        "| fin| la fin de| la fin du| la fin du mois de",
      ),
    ],
  ],
  repeatUntilAfter: "",
  included: "inclus|compris",
  endOfMonth: "",
  thisMonthEnd: "mois|la fin du mois|fin du mois",
  yearEnd: "l'année|la fin de l'année|fin d'année|d'année",
  endless: "jusqu'à nouvel ordre|sans date de fin",
  times: "fois",
};
