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
    each("|sometime |some time ", "next month|this month|next quarter|next year"),
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
    "as soon as possible|in the new year|from now|later|a bit later|soon|sometime soon|someday|some day|noonish|after work|all day|all day long|the whole day|on the hour|next hour|until further notice",
    each("in |for ", "a few minutes|a few hours|a few days|several days|a couple of minutes"),
    each("|at ", "the usual time|usual time|the usual hour"),
    each("on |at |over |for ", "christmas|thanksgiving|easter|new year|new year's"),
    each("|at ", "5|five|10|ten|20|twenty|25", " past| to"),
    "in a sec|in a second|in the next hour|in the next few minutes|in a bit|in a while|in a moment|within the hour|at the top of the hour|top of the hour|later today|later on|sometime|some time|at some point",
  ].join("|"),
};
