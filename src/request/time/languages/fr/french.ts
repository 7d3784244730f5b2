import type { Language } from "../language";
import { frenchRepetition } from "./repetition";
import { frenchParts } from "./parts";
import { frenchReminders } from "./reminders";
import { frenchShifts } from "./shifts";
import { frenchVagueness } from "./vagueness";
import { compound, each, numbered } from "../words";
import { frenchZones } from "./zones";

const UNITS = numbered("un|une deux trois quatre cinq six sept huit neuf");
const TENS = [
  [20, "vingt"],
  [30, "trente"],
  [40, "quarante"],
  [50, "cinquante"],
] as const;

export const french: Language = {
  code: "fr",
  ...frenchRepetition,
  ...frenchVagueness,
  ...frenchParts,
  ...frenchReminders,
  ...frenchShifts,
  zones: frenchZones,

  numbers: [
    ...numbered(
      "une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    ),
    ...TENS,
    [60, "soixante"],
    [90, "quatre-vingt-dix"],
    ...compound(TENS, UNITS, " "),
    ...compound(TENS, [[1, "un|une"]], " et "),
  ],
  counts: [[1, "un"]],
  ordinals: [[1, "1er|premier"]],
  ordinalEndings: "er|e|ème|eme|ième",

  hours: "h|heures|heure|hres|hre",
  lateHours: "",
  oneOClock: "",
  minutes: "minutes|minute|min|mn",
  meridiems: [],
  clockWords: [
    ["12:00", "midi|ce midi|douze heures midi"],
    ["24:00", "minuit"],
  ],
  halfHours: [],
  fractions: [
    [15, "quart|un quart|le quart"],
    [30, "demi|demie"],
    [45, "trois quarts|trois-quarts"],
  ],
  past: "",
  to: "avant",
  toAfterFraction: "",
  plus: "et",
  minus: "moins",
  lacking: "",
  minutesBefore: "",
  halfOf: "",
  halfPast: "",
  nextHours: [],
  zero: "zéro",

  days: [
    [-2, "avant-hier"],
    [-1, "hier"],
    [0, each("|pour ", "aujourd'hui|aujourdhui|aujourd hui|auj|ajd")],
    [1, each("|pour ", "demain|2main|2m1|demainà|dmain|demin|lendemain|le lendemain")],
    [2, "après-demain|surlendemain|le surlendemain"],
  ],
  weekdays: numbered(
    "lundi mardi mercredi|mercrdi|mercedi|mercerdi|mecredi|mercrei jeudi|jeuid|jeudy vendredi|vendrdi|vendedi|venredi|vendrei samedi|samdi dimanche|dimance|dimanch",
  ),
  shortWeekdays: [
    [1, "lun"],
    [5, "ven"],
  ],
  doubtfulWeekdays: [
    [2, "mar"],
    [3, "mer"],
    [4, "jeu"],
    [6, "sam"],
    [7, "dim"],
  ],
  bracketWeekdays: [],
  beforeWeekday: [
    ["coming", "ce"],
    [1, "le prochain|prochain"],
  ],
  afterWeekday: [
    [
      1,
      each("|de ", "la semaine prochaine|la semaine pro") +
        "|prochain|pro|suivant|d'après|de la semaine qui vient",
    ],
    [0, "de cette semaine|cette semaine"],
    [-1, "dernier|passé|de la semaine dernière"],
    ["coming", "qui vient|qui arrive"],
    ["in eight days", "en huit|en 8"],
    ["in fifteen days", "en quinze|en 15"],
  ],
  weeks: [
    [0, "cette semaine"],
    [1, "la semaine prochaine|la semaine pro|semaine prochaine|semaine pro"],
  ],
  fromDay: "",
  months: numbered(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  ),
  shortMonths: [
    [1, "janv"],
    [2, "fév|févr"],
    [4, "avr"],
    [7, "juil|juill"],
    [12, "déc"],
  ],
  ofMonth: "de|du mois de|d'",
  nearMonths: [
    [0, "du mois|de ce mois|de ce mois-ci|ce mois|ce mois-ci|du mois courant|courant"],
    [1, "mois prochain|du mois prochain|le mois prochain"],
  ],
  yearMarks: "",
  monthMarks: "",
  dayMarks: "",
  dayArticles: "le",

  lengths: [
    [45, each("trois|3", " quarts d'heure| quart d'heure") + "|3/4 d'heure"],
    [15, "quart d'heure|un quart d'heure"],
    [30, "demi-heure|une demi-heure|demie-heure|une demie-heure"],
    [90, each("une |1 |1", "heure|h", " et demie| et demi")],
  ],
  lengthsAfterPreposition: [],
  lengthUnits: [
    [1, "minutes|minute|min|mn"],
    [60, "heures|heure|h"],
    [1440, "jours|jour"],
    [10080, "semaines|semaine"],
  ],
  lengthUnitsAfterPreposition: [[1440, "j"]],
  monthUnits: "mois",
  oneMonth: "",
  andHalf: "et demie|et demi",
  lasting: "pendant|pendant les prochains|pendant les prochaines|durant|durée de|durée|durée:",
  forWords: "pour",
  lengthEndings: "",
  notLengthAfter: "",
  notLengthBefore: "par|au",
  inWords: "dans|d'ici",
  unitsBeforeIn: [],
  laterWords: "plus tard",

  at: "",
  maybeAt: "à|a",
  around:
    "vers|vers les|sur les|environ|autour de|aux alentours de|à environ|vers environ|aux environs de|approximativement",
  aroundAfter: "environ|à peu près|ou environ|et quelques|ish|-ish",
  beforeClock: "à partir de|dès|pour",
  afterClock: "",
  from: "de|du|dès",
  between: "entre",
  rangeTo: "à|a|au|jusqu'à|jusqu'au|jusque",
  tightRangeTo: "jusqu'à",
  and: "et",
  or: "ou",
  until: "jusqu'à|jusqu'au|jusqu'a|jusque",
  untilAfter: "",
  deadline: "avant|après|depuis|pas avant|pas après|au plus tôt à|au plus tard à",
  deadlineAfter: "ou plus tard",
  notBefore: "après|pas avant|au plus tôt à|à partir de",
  articles: "le|la|les|un|une|notre|ce",
  onDay: "le|pour|pour le|sur|sur le|en",
  weekOf: "la semaine du|semaine du",
  afterDay: "",
  now: "tout de suite|dès maintenant|immédiatement|à l'instant|de suite",
  nowBeforeName: "",
  maybeNow: "maintenant|là maintenant|mtn|là tout de suite",

  nameBeforeDay: each("de|du|d'|des|depuis|avant|après", "| le"),
  aboutBeforeDate: "",
  ofBeforeDate: "du|de",
  continuesAfterDay: "avec|à|au|aux|dans|sur|pour|chez|et|re|via",
  numbered:
    "salle|bureau|étage|chapitre|partie|niveau|groupe|équipe|lot|phase|étape|numéro|n°|quai|porte|bâtiment|ligne|article|page|module|semaine|plan|ticket|option|atelier|version",
  counted: "jours|ans|personnes|personne|points|pages|places|fois|années|pour cent|participants",
  names:
    "mardi gras|le mardi gras|vendredi saint|lundi de pâques|lundi de pentecôte|vendredi noir|du midi|midi libre|projet midi",
  connectors:
    "avec|et|ou|à|le|de|pour|svp|stp|s'il te plaît|s'il te plait|s'il vous plaît|s'il vous plait|pile|précises|précise|tapantes|tapante",
};
