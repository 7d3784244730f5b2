import type { ReminderWords } from "../reminder-words";

export const frenchReminders: ReminderWords = {
  switchOff:
    "non|pas|plus|jamais|sans|aucun|arrête|arrêter|arrêtez|désactive|désactiver|désactivez|annule|annuler|annulez|supprime|supprimer|supprimez|enlève|enlever|enlevez|retire|retirer|retirez",
  switchOn: "oui|active|activer|activez|réactive|réactiver",
  nextOne: "prochain|prochaine",
};
