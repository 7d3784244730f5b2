import type { Language } from "../language";
import { englishRepetition } from "./repetition";
import { englishParts } from "./parts";
import { englishReminders } from "./reminders";
import { englishShifts } from "./shifts";
import { englishVagueness } from "./vagueness";
import { compound, each, numbered } from "../words";
import { englishZones } from "./zones";

const UNITS = numbered("one two three four five six seven eight nine");

export const english: Language = {
  code: "en",
  ...englishRepetition,
  ...englishVagueness,
  ...englishParts,
  ...englishReminders,
  ...englishShifts,
  zones: englishZones,

  numbers: [
    ...numbered(
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    ),
    [20, "twenty"],
    [30, "thirty"],
    [40, "forty"],
    [50, "fifty"],
    [60, "sixty"],
    [90, "ninety"],
    ...compound(
      [
        [20, "twenty"],
        [30, "thirty"],
        [40, "forty"],
        [50, "fifty"],
      ],
      UNITS,
      " ",
    ),
  ],
  counts: [
    [1, "a|an"],
    [2, "a couple of|couple of"],
  ],
  ordinals: [
    ...numbered(
      "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    ),
    ...compound(
      [[20, "twenty"]],
      numbered("first second third fourth fifth sixth seventh eighth ninth"),
      " ",
    ),
    [30, "thirtieth"],
    [31, "thirty first"],
  ],
  ordinalEndings: "st|nd|rd|th",

  hours: "o'clock|oclock|o clock",
  lateHours: "",
  oneOClock: "",
  minutes: "minutes|minute|mins|min",
  meridiems: [
    ["morning", "am|a.m.|a.m|a. m.|a m|a"],
    ["afternoon", "pm|p.m.|p.m|p. m.|p m|p"],
  ],
  clockWords: [
    ["12:00", "noon|midday|12 noon|twelve noon"],
    ["24:00", "midnight|12 midnight|twelve midnight"],
  ],
  halfHours: [],
  fractions: [
    [15, "quarter|a quarter"],
    [30, "half"],
  ],
  past: "past|after",
  to: "to|before",
  toAfterFraction: "till|til|of",
  plus: "",
  minus: "",
  lacking: "",
  minutesBefore: "",
  halfOf: "",
  halfPast: "half",
  nextHours: [],
  zero: "oh|o|zero",

  days: [
    [-2, "day before yesterday|the day before yesterday"],
    [-1, "yesterday"],
    [0, "today|for today|later today|2day"],
    [
      1,
      each(
        "|for ",
        "tomorrow|tommorow|tommorrow|tomorow|tomorrrow|tomarrow|tommorw|tomorrw|tmrw|tmr|tmw|tmrrw|tomo|tmoro|2morrow|2moro|2mrw|2mro|tomorrowat|the next day",
      ),
    ],
    [2, each("|the ", "day after ", "tomorrow|tomorow|tommorow|tmrw|tmr") + "|overmorrow"],
  ],
  weekdays: numbered(
    "monday|monady|mondy tuesday|tuseday|teusday|tueday wednesday|wendesday|wensday|wedsnesday|wednsday|wedensday thursday|thrusday|thurday|thursdy friday|firday|fryday saturday|saterday|satuday|saturdy sunday|sundy",
  ),
  shortWeekdays: [
    [2, "tues|tue"],
    [3, "wed|weds"],
    [4, "thurs|thur|thu"],
    [5, "fri"],
  ],
  doubtfulWeekdays: [
    [1, "mon"],
    [6, "sat"],
    [7, "sun"],
  ],
  bracketWeekdays: [],
  beforeWeekday: [
    [1, "next|nxt"],
    [2, "next next"],
    [-1, "last"],
    ["coming", "this|coming|this coming"],
  ],
  afterWeekday: [
    [1, "next week|of next week"],
    [2, "after next"],
    [0, "this week|of this week"],
    ["in eight days", "week"],
  ],
  weeks: [
    [0, "this week"],
    [1, "next week|the next week"],
  ],
  fromDay: "from",
  months: numbered(
    "january february march april may june july august september october november december",
  ),
  shortMonths: [
    [1, "jan"],
    [2, "feb"],
    [3, "mar"],
    [4, "apr"],
    [6, "jun"],
    [7, "jul"],
    [8, "aug"],
    [9, "sep|sept"],
    [10, "oct"],
    [11, "nov"],
    [12, "dec"],
  ],
  ofMonth: "of",
  nearMonths: [
    [0, "this month"],
    [1, "next month"],
  ],
  yearMarks: "",
  monthMarks: "",
  dayMarks: "",
  dayArticles: "the",

  lengths: [
    [45, each("three|3", " quarters of an hour|-quarter of an hour")],
    [15, "quarter hour|a quarter hour|quarter of an hour|a quarter of an hour"],
    [
      30,
      "half an hour|half hour|a half hour|a half an hour|half an hr|half hr|1/2 hour|1/2 an hour|1/2 hr",
    ],
    [90, each("an|one|1", " hour and a half") + "|" + each("one|1", " and a half ", "hours|hour")],
  ],
  lengthsAfterPreposition: [],
  lengthUnits: [
    [1, "minutes|minute|mins|min"],
    [60, "hours|hour|hrs|hr|h"],
    [1440, "days|day"],
    [10080, "weeks|week|wks|wk"],
    [20160, "fortnight|fortnights"],
  ],
  lengthUnitsAfterPreposition: [
    [1, "m"],
    [1440, "d"],
  ],
  monthUnits: "months|month",
  oneMonth: "",
  andHalf: "and a half",
  lasting: "for|for the next|for the following|lasting|duration|duration:",
  forWords: "",
  lengthEndings: "or so|max|tops|at most",
  notLengthAfter: "past|last|next|first|every",
  notLengthBefore: "of|per|a day|each|every|or|ago|long",
  inWords: "in|within",
  unitsBeforeIn: [],
  laterWords: "from now|later",

  at: "at|@",
  maybeAt: "",
  around: "around|about|approximately|approx|roughly|circa|ca|like",
  aroundAfter: "ish|-ish|or so|or thereabouts|approx|roughly",
  beforeClock:
    "starting at|beginning at|starting from|starting|beginning|starts|starts at|start at|begins|begins at|begin at|for|as of|from",
  afterClock: "",
  from: "from",
  between: "between|b/w|btwn|betw",
  rangeTo: "to|till|til|until|untill|through|thru",
  tightRangeTo: "to|till|til|until|untill|thru",
  and: "and",
  or: "or",
  until: "until|untill|till|til|ends at|ending at|end at|ending",
  untilAfter: "",
  deadline:
    "by|due|due by|due at|before|after|since|past|no later than|no earlier than|not before|not after|not later than|not earlier than|any time after|anytime after|sometime after|anytime before|any time before",
  deadlineAfter: "or later",
  notBefore:
    "after|no earlier than|not before|not earlier than|any time after|anytime after|sometime after",
  articles: "the|a|an|our|your|my|this|that",
  onDay: "on|for",
  weekOf: "the week of|week of|the week commencing|week commencing|w/c",
  afterDay: "",
  now: "right now|starting now|from now|rn|straight away|right away|immediately",
  nowBeforeName: "",
  maybeNow: "now",

  nameBeforeDay: each("of|from|since|until|till|by|before|after|about", "| the"),
  aboutBeforeDate: each("of|about", "| the"),
  ofBeforeDate: "",
  continuesAfterDay: "with|in|at|about|to|on|for|and|via|over|re",
  numbered:
    "top|room|sprint|version|v|phase|step|level|part|chapter|week|day|floor|gate|team|group|release|build|ticket|issue|bug|pr|windows|iphone|formula|area|apollo|plan|episode|season|round|track|lane|page|section|article|unit|module|lesson|class|grade|tier|wave|batch|series|no|nr|number|building|stage|bus|line|station|terminal|highway|agenda|item|option|scenario|case|test|story|epic|milestone|iteration|cycle|q",
  counted:
    "people|persons|percent|points|items|seats|times|x|locations|years|year|kg|km|kilograms|pages|hosts",
  names:
    "sooner or later|buy now pay later|buy now, pay later|coming soon|see you later|high noon|christmas in july|now, next, later|now next later|now/next/later",
  connectors: "with|and|or|at|on|for|from|please|pls|plz|sharp|exactly",
};
