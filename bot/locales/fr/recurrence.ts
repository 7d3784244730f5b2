import type { recurrence as english } from "../en/recurrence";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const recurrence: Incomplete<typeof english> = {
  recurrence: {
    weekdays: {
      1: "lundis",
      2: "mardis",
      3: "mercredis",
      4: "jeudis",
      5: "vendredis",
      6: "samedis",
      7: "dimanches",
    },
    workdays: "Tous les jours ouvrés",
    every: ({ days }) => `Tous les ${days}`,
    days: plural("fr", "{count, plural, one {Tous les jours} other {Tous les # jours}}"),
    weeks: plural("fr", "{count, plural, one {Toutes les semaines} other {Toutes les # semaines}}"),
    weeksOn: ({ weeks, days }) => `${weeks}, les ${days}`,
    months: plural("fr", "{count, plural, one {Tous les mois} other {Tous les # mois}}"),
    monthsOn: ({ months, when }) => `${months}, ${when}`,
    dayOfMonth: plural("fr", "{count, selectordinal, one {le #er} other {le #}}"),
    places: { 1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième" },
    weekdaysInMonth: {
      1: "lundi",
      2: "mardi",
      3: "mercredi",
      4: "jeudi",
      5: "vendredi",
      6: "samedi",
      7: "dimanche",
    },
    inMonth: ({ place, weekday }) => `le ${place} ${weekday}`,
    lastInMonth: {
      1: "le dernier lundi",
      2: "le dernier mardi",
      3: "le dernier mercredi",
      4: "le dernier jeudi",
      5: "le dernier vendredi",
      6: "le dernier samedi",
      7: "le dernier dimanche",
    },
    at: ({ rule, clock }) => `${rule} ${clock}`,
    detailed: ({ rule, detail }) => `${rule}, ${detail}`,
    until: ({ day }) => `jusqu’au ${day.replace(/^1(?=\s)/u, "1er")}`,
    times: plural("fr", "{count, plural, other {# fois}}"),
  },
};
