import type { series as english } from "../en/series";
import type { Incomplete } from "../messages";

export const series: Incomplete<typeof english> = {
  series: {
    next: ({ day }) => `prochaine : ${day}`,
    dayOn: ({ day, date }) => `${day}, ${date}`,
    dayAt: ({ day, time }) => `${day}, ${time}`,
    now: "en cours",
    paused: "suspendue",
    over: "terminée",
    skipped: ({ day }) => `Pas de réunion : ${day}`,
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
      skipped: ({ name, day }) => `Pas de réunion : ${day} (${name}).`,
      restored: ({ name, day }) => `Réunion rétablie : ${day} (${name}).`,
      paused: ({ name }) => `Suspendue par ${name}.`,
      resumed: ({ name }) => `Reprise par ${name}.`,
    },
    move: {
      title: ({ subject }) => `Déplacer « ${subject} »`,
      text: ({ day }) =>
        `Déplacer seulement cette réunion (${day}), ou celle-ci et toutes les suivantes ?`,
    },
    edit: ({ day }) =>
      `Appliquer le nouvel horaire uniquement à cette réunion (${day}) ou aussi à toutes les suivantes ?`,
    change: ({ subject }) =>
      `« ${subject} » se répète. Que faut-il modifier pour tout le monde ? Le lien reste le même.`,
    cancel: {
      text: ({ day, name }) =>
        `Ignorer seulement la prochaine réunion (${day}), ou annuler toutes les réunions ? Si vous les annulez toutes, le lien ne fonctionnera plus pour personne.\nAnnulation possible pendant 10 minutes, par ${name} uniquement.`,
      all: "Annuler toutes les réunions",
    },
    notSkipped: {
      unclear: ({ typed, next }) =>
        `Impossible de savoir à quelle réunion « ${typed} » correspond. À venir : ${next}`,
      notOnDay: ({ day, next }) =>
        `Aucune réunion n’est prévue ce jour-là (${day}). À venir : ${next}`,
      already: ({ day, next }) => `Réunion déjà ignorée (${day}). À venir : ${next}`,
      noneThen: ({ next }) => `Aucune réunion n’est prévue à ce moment-là. À venir : ${next}`,
      over: "Il n’y a plus de réunion à ignorer.",
      and: ({ first, second }) => `${first} et ${second}`,
      through: ({ first, last }) => `${first} – ${last}`,
    },
    help: {
      repeat: {
        typed: "réunion Stand-up chaque jour ouvré à 9h30 pendant 15 min",
        text: "Obtenir une réunion périodique, toujours avec le même lien.",
      },
      skip: { typed: "ignorer demain", text: "Ignorer une occurrence d’une réunion périodique." },
      pause: {
        typed: "suspendre",
        text: "Suspendre une réunion périodique. Pour la reprendre, tapez reprendre.",
      },
    },
    once: ({ subject }) =>
      `« ${subject} » ne se répète pas. Pour qu’elle se répète, tapez par exemple « déplacer chaque lundi à 9h30 ».`,
    isPaused: "Les réunions sont suspendues. Sélectionnez « Reprendre » pour continuer.",
    notPaused: "Les réunions ne sont pas suspendues.",
    nothingSkipped: "Aucune réunion n’est ignorée.",
  },
};
