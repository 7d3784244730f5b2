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
        `Toute personne qui envoie « réunion » obtient ce lien.\nSeul(e) ${name} peut confirmer, dans les 10 minutes.`,
    },
    replace: {
      title: ({ subject }) => `Utiliser cette réunion à la place de « ${subject} » ?`,
      text: ({ name }) =>
        `Tout le monde obtient le nouveau lien. « Dissocier » rétablit la réunion actuelle.\nSeul(e) ${name} peut confirmer, dans les 10 minutes.`,
    },
    already: "C’est déjà la réunion utilisée ici.",
    chatUnknown:
      "Teams n’indique pas la réunion de cette conversation, celle-ci est donc distincte.",
    nothingAttached: "Aucune réunion n’est associée ici.",
    detached: ({ name }) => `Dissociée par ${name}.`,
    isOfChat:
      "C’est la réunion de cette conversation, elle ne peut donc pas être dissociée. Pour en avoir une autre, utilisez une #salle.",
    onlyMembers:
      "Seuls les membres de cette organisation peuvent associer une réunion. Adressez-vous à l’un d’eux.",
    problems: {
      none: {
        title: "Quelle réunion ?",
        text: "Collez son lien après la commande : associer https://…",
      },
      "safe-link": {
        title: "Ce lien est encapsulé par un filtre de sécurité",
        text: "Ouvrez-le, puis copiez le lien affiché par votre navigateur.",
      },
      "not-teams": {
        title: "Ce lien ne mène pas à une réunion Teams",
        text: "Copiez le lien de participation depuis l’invitation. Les réunions de Teams pour un usage personnel ne peuvent pas être associées.",
      },
    },
  },
  calendarLinks: {
    label: "Adresse du calendrier",
    text: "Collez-la dans Google Agenda, Calendrier d’Apple ou Outlook pour vous abonner. Le calendrier suit les modifications.",
    file: "Fichier de calendrier",
  },
};
