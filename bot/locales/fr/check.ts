import { plural } from "../plural";
import type { check as english } from "../en/check";
import type { Incomplete } from "../messages";

export const check: Incomplete<typeof english> = {
  check: {
    title: "Vérification de la configuration",
    sound: "Rendezvous fonctionne. Aucun problème détecté.",
    unsound:
      "Il y a un problème de configuration. Demandez à votre administrateur d’envoyer « vérifier » à Rendezvous dans une conversation privée.",
    detailsElsewhere:
      "Pour voir les détails, envoyez « vérifier » à Rendezvous dans une conversation privée.",
    allInOrder: "Aucun problème détecté.",
    notInOrder: plural(
      "fr",
      "{count, plural, one {# problème détecté.} other {# problèmes détectés.}}",
    ),
    others: ({ count }) => `Autres vérifications (${count})`,
    open: "Ouvrir la page",
    again: "Vérifier à nouveau",
  },
};
