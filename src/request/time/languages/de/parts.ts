import type { PartWords } from "../part-words";
import { each } from "../words";

const WEEKDAYS = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"];
const PARTS = [
  ["morning", "morgen"],
  ["morning", "vormittag"],
  ["midday", "mittag"],
  ["afternoon", "nachmittag"],
  ["evening", "abend"],
] as const;

export const germanParts: PartWords = {
  partsAfterHour: [
    ["morning", "morgens|vormittags|früh|in der früh|am morgen|am vormittag|nachts|in der nacht"],
    ["midday", "mittags"],
    ["afternoon", "nachmittags|am nachmittag"],
    ["evening", "abends|am abend"],
  ],
  partsBeforeHour: [],
  partsAfterDay: [
    ["morning", each("|am |am frühen |am späten ", "morgen|vormittag") + "|früh|in der früh"],
    ["midday", "mittag|mittags|am mittag|in der mittagspause"],
    ["afternoon", each("|am |am frühen |am späten ", "nachmittag")],
    ["evening", each("|am |am frühen |am späten ", "abend")],
    ["night", "nacht|in der nacht"],
  ],
  partsAlone: [
    ["morning", "am morgen|am vormittag|vormittags|morgens"],
    ["midday", "am mittag|mittags"],
    ["afternoon", "am nachmittag|nachmittags"],
    ["evening", "am abend|abends"],
  ],
  daysWithPart: [
    [[0, "morning"], "heute morgen|heute früh|heute vormittag"],
    [[0, "evening"], "heute abend"],
    [[0, "night"], "heute nacht"],
    [[1, "morning"], "morgen früh|morgen vormittag"],
  ],
  weekdaysWithPart: WEEKDAYS.flatMap((weekday, index) =>
    PARTS.map(([part, word]) => [[index + 1, part], weekday + word] as const),
  ),
};
