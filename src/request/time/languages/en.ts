import type { Language } from "./language";
import { englishRepetition } from "./repetition/en";
import { compound, each, numbered } from "./words";

const UNITS = numbered("one two three four five six seven eight nine");
const PERIOD = "week|month|year|quarter|day";

export const english: Language = {
  code: "en",
  ...englishRepetition,

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

  partsAfterHour: [
    ["morning", "in the morning"],
    ["afternoon", "in the afternoon"],
    ["evening", "in the evening"],
    ["night", "at night|in the night"],
  ],
  partsBeforeHour: [],
  partsAfterDay: [
    [
      "morning",
      each("|in the |early |late |early in the |in the early |in the late ", "morning|am") +
        "|first thing|first thing in the morning",
    ],
    ["midday", "at lunchtime|lunchtime"],
    [
      "afternoon",
      each("|in the |early |late |early in the |in the early |in the late ", "afternoon|pm"),
    ],
    ["evening", each("|in the |early |late |in the early |in the late ", "evening")],
    ["night", "night|at night"],
  ],
  partsAlone: [
    ["morning", each("in the |in the early |in the late |early in the ", "morning")],
    ["afternoon", each("in the |in the early |in the late |early in the ", "afternoon")],
    ["evening", each("in the |in the early |in the late ", "evening")],
    ["midday", "at lunchtime"],
  ],
  daysWithPart: [
    [[0, "night"], "tonight|2night|2nite|tonite|this night|this nite"],
    [[0, "evening"], "this evening"],
    [[0, "afternoon"], "this afternoon"],
    [[0, "morning"], "this morning"],
  ],

  weekdaysWithPart: [],

  days: [
    [-2, "day before yesterday|the day before yesterday"],
    [-1, "yesterday"],
    [0, "today|for today"],
    [
      1,
      each(
        "|for ",
        "tomorrow|tommorow|tommorrow|tomorow|tomorrrow|tmrw|tmr|tmw|2morrow|the next day",
      ),
    ],
    [2, "day after tomorrow|the day after tomorrow"],
  ],
  weekdays: numbered("monday tuesday wednesday thursday friday saturday sunday"),
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
    [1, "next"],
    [-1, "last"],
    ["coming", "this|coming|this coming"],
  ],
  afterWeekday: [
    [1, "next week|of next week"],
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
  vagueDays: [
    each("|on |over |on the |over the ", "this |next |the ", "week|month|weekend|quarter"),
    each("|the |at the ", "end|beginning|start|middle", " of ", "|the |next |this ", PERIOD),
    "fortnight|in a fortnight|a fortnight|within a fortnight|on the weekend|at the weekend",
  ].join("|"),
  vagueBeforeMonth: "early|late|mid|in",

  lengths: [
    [45, each("three|3", " quarters of an hour|-quarter of an hour")],
    [15, "quarter hour|a quarter hour|quarter of an hour|a quarter of an hour"],
    [30, "half an hour|half hour|a half hour|a half an hour"],
    [90, each("an|one|1", " hour and a half") + "|" + each("one|1", " and a half ", "hours|hour")],
  ],
  lengthsAfterPreposition: [],
  lengthUnits: [
    [1, "minutes|minute|mins|min"],
    [60, "hours|hour|hrs|hr|h"],
    [1440, "days|day"],
    [10080, "weeks|week"],
  ],
  lengthUnitsAfterPreposition: [[1, "m"]],
  monthUnits: "months|month",
  oneMonth: "",
  andHalf: "and a half",
  lasting: "for|lasting|duration|duration:",
  forWords: "",
  lengthEndings: "",
  notLengthAfter: "past|last|next|first|every",
  notLengthBefore: "of|per|a day|each|every|or|ago|long",
  inWords: "in|within",
  laterWords: "from now|later",

  at: "at|@",
  maybeAt: "",
  around: "around|about|approximately|approx|roughly|circa|ca|like",
  aroundAfter: "ish|or so",
  beforeClock: "starting at|beginning at|starting from|starting|beginning|for|as of|from",
  afterClock: "",
  from: "from",
  between: "between",
  rangeTo: "to|till|til|until|untill|through|thru",
  tightRangeTo: "to|till|until|untill",
  and: "and",
  or: "or",
  until: "until|untill|till|til",
  untilAfter: "",
  deadline: "by|before|after|since|past",
  deadlineAfter: "or later",
  articles: "the|a|an|our|your|my|this|that",
  onDay: "on|for",
  afterDay: "",
  now: "right now|starting now|from now",
  maybeNow: "now",

  nameBeforeDay: each("of|from|since|until|till|by|before|after|about", "| the"),
  aboutBeforeDate: each("of|about", "| the"),
  ofBeforeDate: "",
  continuesAfterDay: "with|in|at|about|to|on|for|and|via|over|re",
  numbered:
    "top|room|sprint|version|v|phase|step|level|part|chapter|week|day|floor|gate|team|group|release|build|ticket|issue|bug|pr|windows|iphone|formula|area|apollo|plan|episode|season|round|track|lane|page|section|article|unit|module|lesson|class|grade|tier|wave|batch|series|no|nr|number|building|stage|bus|line|station|terminal|highway|agenda|item|option|scenario|case|test|story|epic|milestone|iteration|cycle|q",
  counted:
    "people|persons|percent|points|items|seats|times|x|locations|years|year|kg|km|kilograms|pages|hosts",
  names: "high noon",
  connectors: "with|and|or|at|on|for|from|please|pls|plz|sharp|exactly",
};
