import type { VagueWords } from "../vague-words";
import { each } from "../words";

export const frenchVagueness: VagueWords = {
  vagueDays: [
    "le dernier jour du mois|dernier jour du mois|le premier jour du mois|le mois prochain|dans la semaine|ce week-end|le week-end|le week-end prochain|sous quinzaine|dans le mois",
    each("début|fin|milieu", " de | du | d'", "|la ", "semaine|mois|année|journée"),
  ].join("|"),
  vagueBeforeMonth: "début|fin|mi|en|courant",
  vagueAfterMonth: "",
  unclearDays: [],
  upcomingDays: [
    each(
      "|dans |en début de |en fin de |début |fin |courant ",
      "la semaine prochaine|semaine prochaine|la semaine pro|semaine pro",
    ),
    each("|courant |début |fin ", "le mois prochain|mois prochain"),
    "cette semaine|ce mois-ci|ce week-end|ce weekend|le week-end prochain|le weekend prochain",
    each("en début de |en fin de |en milieu de |courant de la |dans la ", "semaine"),
    "fin de semaine|début de semaine|début de semaine prochaine|fin de semaine prochaine|en début de semaine prochaine|en fin de mois|en début de mois|dans le mois|sous quinzaine|dans les prochains jours|un de ces jours",
  ].join("|"),
  vagueTimes: [
    "bientôt|prochainement|sous huitaine|comme d'habitude|à l'heure habituelle|l'heure habituelle|à noël|pour noël|à pâques|lundi de pâques|toute la journée|toute la matinée|tout l'après-midi|dans quelques jours|dans quelques heures|dans une petite heure|dans une petite demi-heure|l'année prochaine|jusqu'à nouvel ordre",
    "dans quelques minutes|dans quelques instants|dans l'heure|au plus tôt|veille de noël|la veille de noël|le jour de noël|le jour de l'an|fin de journée|en fin de journée|en début de journée|dans la journée|plus tard|un peu plus tard|tout à l'heure",
    "à la première heure|première heure|asap|dès que possible|au plus vite|à la même heure|même heure",
    "pause déj|pause déjeuner|à la pause|entre midi et 2h|dans un instant|dans un moment",
  ].join("|"),
};
