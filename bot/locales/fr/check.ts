import { plural } from "../plural";
import type { check as english } from "../en/check";
import type { Incomplete } from "../messages";

export const check: Incomplete<typeof english> = {
  check: {
    title: "Configuration de Rendezvous",
    sound: "Rendezvous fonctionne : tout ce qui a été vérifié est en ordre.",
    unsound:
      "Quelque chose n’est pas en ordre dans la configuration, et Rendezvous risque de ne pas fonctionner. Prévenez la personne qui s’en occupe dans votre organisation, ou votre administrateur Teams : le détail s’affiche en tapant « vérifier » en tête-à-tête avec Rendezvous.",
    detailsElsewhere:
      "Le détail s’affiche lorsque vous tapez « vérifier » en tête-à-tête avec Rendezvous.",
    allInOrder: "Tout ce qui a été vérifié est en ordre.",
    notInOrder: plural(
      "fr",
      "{count, plural, one {# point n’est pas en ordre.} other {# points ne sont pas en ordre.}}",
    ),
    copy: "À copier",
    open: "Ouvrir la page",
    again: "Vérifier à nouveau",
  },
};
