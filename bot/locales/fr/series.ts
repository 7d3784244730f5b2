import type { series as english } from "../en/series";
import type { Incomplete } from "../messages";

export const series: Incomplete<typeof english> = {
  series: {
    next: ({ day }) => `prochaine : ${day}`,
    dayOn: ({ day, date }) => `${day}, ${date}`,
    dayAt: ({ day, time }) => `${day}, ${time}`,
    now: "en cours",
    paused: "en pause",
    over: "terminée",
    skipped: ({ day }) => `Ignorée : ${day}`,
    buttons: {
      skipNext: "Ignorer la prochaine",
      undoSkip: "Rétablir",
      pause: "Suspendre",
      resume: "Reprendre",
      only: ({ day }) => `Seulement ${day}`,
      all: "Toutes",
      stop: "Ne plus répéter",
    },
    done: {
      skipped: ({ name, day }) => `${name} a ignoré la réunion du ${day}.`,
      restored: ({ name, day }) => `${name} a rétabli la réunion du ${day}.`,
      paused: ({ name }) => `Suspendue par ${name}.`,
      resumed: ({ name }) => `Reprise par ${name}.`,
    },
    move: {
      title: ({ subject }) => `Déplacer « ${subject} »`,
      text: ({ day }) =>
        `Déplacer seulement la réunion du ${day}, ou toutes à partir de celle-ci ?`,
    },
    change: ({ subject }) =>
      `« ${subject} » se répète. Que faut-il modifier pour tout le monde ? Le lien reste le même.`,
    cancel: {
      text: ({ day, name }) =>
        `Ignorer seulement la réunion du ${day}, ou annuler toutes les réunions ? Dans ce cas, le lien ne fonctionnera plus pour personne.\nSeul ${name} peut les annuler, dans les 10 minutes.`,
      all: "Tout annuler",
    },
    notSkipped: {
      unclear: ({ typed, next }) =>
        `Je ne sais pas quelle réunion est « ${typed} ». Prochaines : ${next}.`,
      notOnDay: ({ day, next }) => `Il n’y a pas de réunion (${day}). Prochaines : ${next}.`,
      already: ({ day, next }) => `Déjà ignorée : ${day}. Prochaines : ${next}.`,
      over: "Il n’y a plus de réunion à ignorer.",
      and: ({ first, second }) => `${first} et ${second}`,
    },
    help: {
      repeat: {
        typed: "réunion Point du jour chaque jour ouvré 9h30 pendant 15 min",
        text: "Obtenir une réunion qui se répète, toujours avec le même lien.",
      },
      skip: { typed: "ignorer demain", text: "Ignorer une des réunions qui se répètent." },
      pause: {
        typed: "suspendre",
        text: "Suspendre les réunions qui se répètent. Pour continuer, tapez reprendre.",
      },
    },
    once: ({ subject }) =>
      `« ${subject} » ne se répète pas. Pour la répéter, indiquez une règle, par exemple « déplacer chaque lundi 9h30 ».`,
    isPaused: "Les réunions sont en pause. Choisissez Reprendre pour continuer.",
    notPaused: "Les réunions ne sont pas en pause.",
    form: {
      scope: "Modifier l’heure de",
      one: ({ day }) => `Seulement ${day}`,
      all: "Toutes les réunions",
      wrongDay:
        "Pour toutes ces réunions, seule l’heure peut changer. Pour changer les jours, indiquez une règle, par exemple « déplacer chaque lundi 9h30 ».",
    },
  },
};
