import type { calendar as english } from "../en/calendar";
import type { Incomplete } from "../messages";

export const calendar: Incomplete<typeof english> = {
  /** The card of a meeting that was created elsewhere. */
  attachedCard: {
    by: ({ name }) => `Associée par ${name}`,
    ofChat: "Réunion de cette conversation",
    /** The button. */
    detach: "Dissocier",
    setElsewhere:
      "Cette réunion n’a pas été créée avec Rendezvous : modifiez-la dans le calendrier dont elle provient.",
  },
  attach: {
    button: "Utiliser cette réunion",
    offer: {
      title: "Utiliser cette réunion Teams ici ?",
      text: ({ name }) =>
        `Toute personne qui envoie « réunion » obtient ce lien.\nConfirmation possible pendant 10 minutes, par ${name} uniquement.`,
    },
    replace: {
      title: ({ subject }) => `Utiliser cette réunion à la place de « ${subject} » ?`,
      text: ({ name }) =>
        `Tout le monde obtient le nouveau lien. Pour revenir à la réunion actuelle, sélectionnez « Dissocier ».\nConfirmation possible pendant 10 minutes, par ${name} uniquement.`,
    },
    already: "Cette réunion est déjà utilisée ici.",
    chatUnknown:
      "Teams n’a pas indiqué la réunion de cette conversation : une réunion distincte a été créée.",
    nothingAttached: "Aucune réunion n’est associée à ce canal ou à cette conversation.",
    detached: ({ name }) => `Dissociée par ${name}.`,
    isOfChat:
      "C’est la réunion de cette conversation : elle ne peut pas être dissociée. Pour en avoir une autre, utilisez une #salle.",
    onlyMembers:
      "Seuls les membres de cette organisation peuvent associer une réunion. Adressez-vous à l’un d’eux.",
    problems: {
      none: {
        title: "Quelle réunion ?",
        text: "Collez son lien après la commande : associer https://…",
      },
      "safe-link": {
        title: "Ce lien a été modifié par un filtre de sécurité",
        text: "Ouvrez-le, puis copiez le lien affiché par votre navigateur.",
      },
      "not-teams": {
        title: "Ce lien ne mène pas à une réunion Teams",
        text: "Copiez le lien de participation depuis l’invitation. Les réunions de Teams pour un usage personnel ne peuvent pas être associées.",
      },
    },
  },
  calendarLinks: {
    outlook: "Outlook",
    file: "Fichier de calendrier",
    subscribe: "S’abonner",
    label: "Adresse du calendrier",
    text: "Contrairement à un fichier, un abonnement suit les modifications. Dans Google Agenda ou Outlook, collez l’adresse pour vous abonner.",
    onlyNext:
      "Outlook n’ajoute que la prochaine réunion. Le fichier et l’abonnement les contiennent toutes.",
  },
};
