import type { live as english } from "../en/live";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const live: Incomplete<typeof english> = {
  live: {
    inProgress: "En cours",
    started: ({ time }) => `commencée à ${time}`,
    startedOn: ({ date, time }) => `commencée le ${date} à ${time}`,
    ended: ({ time }) => `Terminée à ${time}`,
    endedOn: ({ date, time }) => `Terminée le ${date} à ${time}`,
    people: plural("fr", "{count, plural, one {# personne} other {# personnes}}"),
    lastMetToday: "dernière réunion : aujourd’hui",
    lastMetOn: ({ date }) => `dernière réunion le ${date}`,
    lastMetFor: ({ when, length }) => `${when}, ${length}`,
  },
};
