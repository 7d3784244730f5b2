import type { VagueWords } from "../vague-words";
import { each } from "../words";

const PERIOD = "der woche|des monats|des jahres|des quartals";

export const germanVagueness: VagueWords = {
  vagueDays: [
    each("ende|anfang|mitte", " ", PERIOD),
    "am wochenende|dieses wochenende|nächstes wochenende|nächsten monat|diesen monat",
  ].join("|"),
  vagueBeforeMonth: "anfang|ende|mitte|im",
  vagueAfterMonth: "",
  unclearDays: [],
  upcomingDays: [
    each(
      "|anfang |ende |mitte |irgendwann ",
      "nächste woche|nächster woche|kommende woche|diese woche|dieser woche",
    ),
    each("|anfang |ende |mitte ", "nächsten monat|nächsten monats|des monats|der woche"),
    "am wochenende|dieses wochenende|nächstes wochenende|in den nächsten tagen",
  ].join("|"),
  vagueTimes: [
    "feierabend|zum feierabend|nach feierabend|später|nachher|gleich|baldmöglichst|so bald wie möglich|asap",
    "am ende des tages|gegen ende des tages|nach dem mittagessen|in der mittagspause|zur selben zeit",
  ].join("|"),
};
