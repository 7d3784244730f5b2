import type { Language } from "../language";
import { germanRepetition } from "./repetition";
import { germanParts } from "./parts";
import { germanReminders } from "./reminders";
import { germanShifts } from "./shifts";
import { germanVagueness } from "./vagueness";
import { each, numbered } from "../words";
import { germanZones } from "./zones";

const UNITS = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
const TENS = [
  [20, "zwanzig"],
  [30, "dreißig"],
  [40, "vierzig"],
  [50, "fünfzig"],
] as const;
const TEN_ORDINALS =
  "ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften";

export const german: Language = {
  code: "de",
  ...germanRepetition,
  ...germanVagueness,
  ...germanParts,
  ...germanReminders,
  ...germanShifts,
  zones: germanZones,

  numbers: [
    ...numbered(
      "eins|ein zwei|zwo drei vier fünf|fuenf sechs sieben acht neun zehn elf zwölf|zwoelf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    ),
    ...TENS,
    [30, "dreissig"],
    [60, "sechzig"],
    [90, "neunzig"],
    ...TENS.flatMap(([ten, word]) =>
      UNITS.map((unit, index) => [ten + index + 1, `${unit}und${word}`] as const),
    ),
  ],
  counts: [[1, "eine|einem|einer|einen"]],
  ordinals: numbered(TEN_ORDINALS),
  ordinalEndings: ".|ten|te",

  hours: "uhr|h",
  lateHours: "",
  oneOClock: "",
  minutes: "minuten|minute|min",
  meridiems: [],
  clockWords: [
    ["12:00", "mittag|zwölf uhr mittags|12 uhr mittags"],
    ["24:00", "mitternacht"],
  ],
  halfHours: [],
  fractions: [
    [15, "viertel"],
    [45, "dreiviertel"],
  ],
  past: "nach",
  to: "vor",
  toAfterFraction: "",
  plus: "",
  minus: "",
  lacking: "",
  minutesBefore: "",
  halfOf: "halb",
  halfPast: "",
  nextHours: [],
  zero: "",

  days: [
    [-2, "vorgestern"],
    [-1, "gestern"],
    [0, each("|für ", "heute")],
    [1, each("|für ", "morgen")],
    [2, each("|für ", "übermorgen|uebermorgen")],
  ],
  weekdays: numbered("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"),
  shortWeekdays: [],
  doubtfulWeekdays: numbered("mo di mi do fr sa so"),
  bracketWeekdays: [],
  beforeWeekday: [
    [1, "nächsten|naechsten|nächster|nächste woche|nächste woche am"],
    [-1, "letzten|vergangenen"],
    ["coming", "diesen|kommenden|den kommenden"],
  ],
  afterWeekday: [
    [1, "nächster woche|nächste woche|der nächsten woche"],
    [0, "dieser woche|diese woche"],
    ["in eight days", "in einer woche|in acht tagen"],
  ],
  weeks: [
    [0, "diese woche"],
    [1, "nächste woche|kommende woche"],
  ],
  fromDay: "",
  months: numbered(
    "januar|jänner februar|feber märz|maerz april mai juni juli august september oktober november dezember",
  ),
  shortMonths: [
    [1, "jan"],
    [2, "feb"],
    [3, "mär"],
    [4, "apr"],
    [6, "jun"],
    [7, "jul"],
    [8, "aug"],
    [9, "sep|sept"],
    [10, "okt"],
    [11, "nov"],
    [12, "dez"],
  ],
  ofMonth: "",
  nearMonths: [
    [0, "dieses monats|diesen monat"],
    [1, "nächsten monats|nächsten monat"],
  ],
  yearMarks: "",
  monthMarks: "",
  dayMarks: "",
  dayArticles: "den|der",

  lengths: [
    [15, "viertelstunde|eine viertelstunde"],
    [30, "halbe stunde|eine halbe stunde|einer halben stunde"],
    [45, "dreiviertelstunde|eine dreiviertelstunde"],
    [90, each("anderthalb|eineinhalb", " stunden")],
    [150, "zweieinhalb stunden"],
  ],
  lengthsAfterPreposition: [],
  lengthUnits: [
    [1, "minuten|minute|min"],
    [60, "stunden|stunde|std|std.|h"],
    [1440, "tage|tagen|tag"],
    [10080, "wochen|woche"],
  ],
  lengthUnitsAfterPreposition: [],
  monthUnits: "monate|monaten|monat",
  oneMonth: "",
  andHalf: "",
  lasting: "für|lang|dauer|dauer:",
  forWords: "",
  lengthEndings: "lang",
  notLengthAfter: "",
  notLengthBefore: "pro",
  inWords: "in",
  unitsBeforeIn: [],
  laterWords: "später",

  at: "um",
  maybeAt: "",
  around: "gegen|ca.|ca|circa|etwa|ungefähr|um circa|so gegen",
  aroundAfter: "",
  beforeClock: "ab|von",
  afterClock: "",
  from: "von|vom|ab",
  between: "zwischen",
  rangeTo: "bis|bis zum",
  tightRangeTo: "bis",
  and: "und",
  or: "oder",
  until: "bis",
  untilAfter: "",
  deadline: "vor|nach|seit",
  deadlineAfter: "oder später",
  notBefore: "nach|nicht vor|frühestens um|frühestens",
  articles: "der|die|das|den|ein|eine|unser|unsere",
  onDay: "am|für|für den|den|der|zum|vom|bis zum",
  weekOf: "in der woche vom|die woche vom|woche vom",
  afterDay: "",
  now: "ab sofort|jetzt gleich|sofort",
  nowBeforeName: "",
  maybeNow: "jetzt",

  nameBeforeDay: "von|vom|seit|bis|vor|nach|über",
  aboutBeforeDate: "über",
  ofBeforeDate: "",
  continuesAfterDay: "mit|in|im|am|über|zu|zum|zur|auf|für|und|bei",
  numbered:
    "raum|zimmer|version|phase|stufe|teil|kapitel|gruppe|etage|gebäude|halle|gleis|linie|seite|nr|nummer|artikel|punkt",
  counted: "personen|leute|prozent|punkte|seiten|plätze|jahre|mal|kg|km|kilo",
  names: "",
  connectors: "mit|und|oder|um|am|bitte|punkt|genau",
};
