import { DAILY, MONTHLY, ON_WEEKENDS, ON_WORKDAYS, QUARTERLY, WEEKLY, YEARLY } from "../repeat";
import type { RepetitionWords } from "../repetition-words";
import { each, numbered } from "../words";

export const englishRepetition: RepetitionWords = {
  every: [
    [1, "every|each|every single"],
    [2, "every other|every second|every 2nd|alternate|alternating"],
    [3, "every third|every 3rd"],
    [4, "every fourth|every 4th"],
  ],
  everyAfter: [],
  repeatUnits: [
    [DAILY, "day|days"],
    [WEEKLY, "week|weeks|wk|wks"],
    [MONTHLY, "month|months"],
    [QUARTERLY, "quarter|quarters"],
    [YEARLY, "year|years"],
    [ON_WORKDAYS, "weekday|weekdays|workday|workdays|working day|business day"],
    [ON_WEEKENDS, "weekend"],
    [{ ...DAILY, part: "morning" }, "morning"],
    [{ ...DAILY, part: "afternoon" }, "afternoon"],
    [{ ...DAILY, part: "evening" }, "evening"],
  ],
  beforePlurals: "",
  weekdayPlurals: numbered("mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
  repeatedDays: [
    [ON_WORKDAYS, "weekdays|workdays"],
    [ON_WEEKENDS, "weekends|at weekends"],
  ],
  repeats: [
    [DAILY, "daily|once a day"],
    [WEEKLY, "weekly|once a week"],
    [MONTHLY, "monthly|once a month"],
    [QUARTERLY, "quarterly|once a quarter"],
    [YEARLY, "yearly|annually|once a year"],
    [{ ...WEEKLY, interval: 2 }, "biweekly|bi-weekly|fortnightly|every fortnight"],
  ],
  placesInMonth: [...numbered("first|1st second|2nd third|3rd fourth|4th"), [-1, "last"]],
  oftenWithoutDays:
    each(
      "twice|two times|2 times|2x|three times|3 times|3x|four times|several times|a few times|once or twice",
      " a | per | every | each ",
      "day|week|month|quarter|year",
    ) +
    "|semiweekly|semi-weekly|semimonthly|semi-monthly|m/w/f|mwf|t/th|tu/th|tth|twice weekly|twice daily|twice monthly|3x weekly|2x weekly",
  except: "except|except for|except on|but not|but not on|excluding|other than|apart from|bar",
  exceptAfter: "",
  namingPlurals:
    "casual|manic|taco|throwback|meatless|fun|funky|happy|freaky|focus|feature|free|thirsty|tech|wellness|motivation|motivational|no-meeting|meeting-free|quiet|silent|pizza|donut|bagel|demo|formal|feelgood|flashback|wacky|wisdom|black",
  ofEveryMonth: "of every month|of each month|every month|each month",
  ofTheMonth: "of the month|of a month",
  repeatFrom: "from|starting|starting from|starting on|beginning|as of",
  repeatFromAfter: "",
  repeatFromNow: "from now on|from today on|going forward|starting now",
  repeatUntil: [
    ["before", "until|untill|till|til"],
    ["through", each("through|thru|until the end of|till the end of|until end of", "| the end of")],
  ],
  repeatUntilAfter: "",
  included: "included|inclusive",
  endOfMonth: "",
  thisMonthEnd: "the end of the month|end of month|the month",
  yearEnd: "the end of the year|end of year|the year",
  endless: "until further notice|till further notice|indefinitely|forever",
  times: "times|occurrences",
};
