import type { reminders as english } from "../en/reminders";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const reminders: Incomplete<typeof english> = {
  reminders: {
    minutes: plural("fr", "{count, plural, one {# minute} other {# minutes}}"),
    hours: plural("fr", "{count, plural, one {# heure} other {# heures}}"),
    hoursAndMinutes: ({ hours, minutes }) => `${hours} ${minutes}`,
    startsIn: ({ subject, lead }) => `${subject} commence dans ${lead}`,
    startsNow: ({ subject }) => `${subject} commence maintenant`,
    started: ({ subject, time }) => `${subject} a commencé il y a ${time}`,
    past: ({ subject }) => `Rappel passé : ${subject}`,
    line: ({ lead }) => `Rappel ${lead} avant`,
    set: ({ name, lead }) => `${name} a défini un rappel : ${lead} avant le début.`,
    turnedOff: ({ name }) => `${name} a désactivé les rappels.`,
    noTime: "Il prendra effet dès que la réunion aura un horaire.",
    state: {
      on: ({ subject, lead }) => `${subject} : rappel ${lead} avant le début.`,
      off: ({ subject }) => `${subject} : les rappels sont désactivés.`,
    },
    how: "Pour le modifier, tapez « rappel 10 », « rappel 1 heure » ou « rappel off ».",
    unclear:
      "Quand dois-je envoyer le rappel ? Tapez « rappel 10 », « rappel 1 heure » ou « rappel off ».",
    tooLong: "Un rappel peut être envoyé au plus tôt 24 heures avant le début.",
    off: "Votre administrateur a désactivé les rappels.",
    help: {
      typed: "rappel 10",
      text: "Envoyer un rappel à tout le monde 10 minutes avant le début. Pour le désactiver, tapez rappel off.",
    },
  },
};
