import type { VagueWords } from "../vague-words";
import { each } from "../words";

const PERIOD = "week|month|year|quarter|day";

export const englishVagueness: VagueWords = {
  vagueDays: [
    each("|on |over |on the |over the ", "this |next |the ", "week|month|weekend|quarter"),
    each("|the |at the ", "end|beginning|start|middle", " of ", "|the |next |this ", PERIOD),
    "the last day of the month|last day of the month|on the last day of the month|the first day of the month|fortnight|in a fortnight|a fortnight|within a fortnight|on the weekend|at the weekend",
  ].join("|"),
  vagueBeforeMonth:
    each("|the |at the |towards the ", "end of|beginning of|start of|middle of") +
    "|early|late|mid|in",
  vagueAfterMonth: "",
  unclearDays: [],
  upcomingDays: [
    each("|early |late |later |sometime |some time ", "next week|this week"),
    each("|sometime |some time ", "next month|this month"),
    each("early |late ", "next month|this month"),
    each("|over |on |at ", "next weekend|this weekend"),
    each("over |on |at ", "the weekend"),
    each(
      "at the |towards the |the |",
      "end|beginning|start|middle",
      " of ",
      "|the |next |this ",
      "week|month",
    ),
    "the week after next|eow|eom|in the coming days|in the next few days|one of these days",
  ].join("|"),
  vagueTimes: [
    "christmas eve|christmas day|boxing day|new year's eve|new year's day|easter monday|good friday|half past|quarter past|quarter to|lunchtime|lunch time|eod|eob|cob|close of business|close of play|asap",
    each("|at |at the |the ", "end of day|end of the day|end of business"),
    each("|at |at around |around ", "the same time|same time"),
    "in a bit|in a while|in a moment|within the hour|at the top of the hour|top of the hour|later today|later on|sometime|some time|at some point",
  ].join("|"),
};
