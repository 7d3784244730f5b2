import type { PartWords } from "../part-words";
import { each } from "../words";

export const englishParts: PartWords = {
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
        "|first thing|first thing in the morning|mid-morning|before lunch|before noon",
    ],
    ["midday", "at lunchtime|lunchtime|over lunch|at lunch"],
    [
      "afternoon",
      each(
        "|in the |early |late |mid |early in the |in the early |in the late ",
        "afternoon|pm|arvo",
      ) + "|after lunch|end of day|eod|cob|close of business",
    ],
    ["evening", each("|in the |early |late |in the early |in the late ", "evening|eve")],
    ["night", "night|at night"],
  ],
  partsAlone: [
    [
      "morning",
      each("in the |in the early |in the late |early in the |mid |in the mid |late ", "morning") +
        "|first thing|first thing in the morning|before lunch",
    ],
    [
      "afternoon",
      each("in the |in the early |in the late |early in the |mid |in the mid |late ", "afternoon") +
        "|after lunch",
    ],
    ["evening", each("in the |in the early |in the late ", "evening")],
    ["midday", "at lunchtime|over lunch|at lunch"],
    ["night", "at night|in the night"],
  ],
  daysWithPart: [
    [[0, "night"], "tonight|2night|2nite|tonite|this night|this nite"],
    [[0, "evening"], "this evening|this eve"],
    [[0, "afternoon"], "this afternoon|this arvo|this aft|this pm"],
    [[0, "morning"], "this morning|this am"],
  ],
  weekdaysWithPart: [],
};
