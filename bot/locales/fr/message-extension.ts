import type { messageExtension as english } from "../en/message-extension";
import type { Incomplete } from "../messages";

export const messageExtension: Incomplete<typeof english> = {
  extensionCommands: {
    meet: {
      title: "Démarrer une réunion",
      description: "Ajouter la réunion de ce canal ou de cette conversation à un message.",
    },
    meetAbout: {
      title: "En parler en réunion",
      description: "Créer une réunion à propos de ce message.",
    },
    meetings: {
      title: "Réunions",
      description: "Trouver une réunion, ou en créer une à partir de votre texte.",
      parameter: {
        title: "Rechercher ou créer",
        description: "Le nom d’une réunion ou une demande, par exemple « point demain 15h ».",
      },
    },
  },
  extension: {
    slow: "L’opération prend plus de temps que d’habitude. Réessayez dans un instant.",
    preparingTitle: "Encore un instant…",
    preparingText: "Teams tarde à répondre. Sélectionnez « Actualiser » dans un instant.",
    unknown:
      "Cette fenêtre vient d’une autre version de Rendezvous. Fermez-la, puis ouvrez-la de nouveau.",
  },
  meetForm: {
    title: "Réunion",
    existing: "Il y a déjà une réunion. Modifiez ce que vous voulez.",
    topic: { label: "Nom", hint: "Revue de sprint" },
    day: "Date",
    time: "Début",
    minutes: { label: "Durée en minutes", hint: "60" },
    otherLength: "Autre…",
    repeat: {
      label: "Périodicité",
      hint: "chaque lundi et jeudi jusqu’au 30 juin",
      once: "Ne se répète pas",
      other: "Personnaliser…",
    },
    invited: ({ names }) => `Personnes déjà invitées : ${names}`,
    buttons: { continue: "Continuer", insert: "Insérer la carte" },
    people: { label: "Inviter des personnes", hint: "Rechercher des personnes" },
    addresses: {
      label: "Ou inviter par adresse e-mail",
      hint: "luc@contoso.com, zoe@contoso.com",
    },
    room: { label: "Salle", hint: "#projet" },
  },
  install: {
    title: "Ajouter Rendezvous ici ?",
    text: "La réunion est prête. Ajoutez Rendezvous pour qu’il publie la carte et la tienne à jour.",
    button: "Continuer",
  },
  preview: {
    notYours:
      "Seule la personne qui a ouvert cette fenêtre peut envoyer la carte, et uniquement dans le même canal ou la même conversation. Ouvrez la fenêtre vous-même.",
    expired: "Cet aperçu a expiré au bout d’une heure. Ouvrez de nouveau la fenêtre.",
    posted: "Cette carte est déjà publiée.",
    cancelled:
      "Cette réunion a été annulée entre-temps. Ouvrez de nouveau la fenêtre pour en créer une autre.",
    perhapsPosted:
      "La réunion est prête, mais Teams n’a pas confirmé la publication de sa carte. Si vous ne la voyez pas, ouvrez de nouveau la fenêtre.",
    notPosted:
      "La réunion est prête, mais Teams n’a pas pu publier sa carte. Sélectionnez de nouveau « Envoyer » dans une minute.",
  },
  search: {
    nothing:
      "Aucune réunion pour le moment. Pour en créer une, tapez un nom et une heure, par exemple « Revue de sprint demain 15h ».",
    noMatch:
      "Aucune réunion trouvée. Pour en créer une, tapez un nom et une heure, par exemple « Revue de sprint demain 15h ».",
    offer: {
      title: ({ text }) => `Créer : ${text}`,
      text: "Sélectionnez cette ligne pour créer la réunion.",
      card: "Cette réunion n’a pas encore été créée. Sélectionnez « Créer une réunion ».",
      bare: "Cette réunion n’a pas été créée. Sélectionnez-la de nouveau dans Teams sur un ordinateur.",
    },
    places: {
      channel: "Un autre canal",
      "group-chat": "Une autre conversation de groupe",
      "meeting-chat": "La conversation d’une autre réunion",
      personal: "Votre conversation avec Rendezvous",
      person: "Personnelle",
    },
    asked: ({ time }) => `demandée ${time}`,
    notOurs:
      "Ce résultat ne vous est pas destiné, ou vient d’un autre canal ou d’une autre conversation. Relancez la recherche.",
    expired: "Ce résultat a expiré au bout de 10 minutes. Relancez la recherche.",
    unchanged: {
      conversation:
        "Il y a déjà une réunion. Rien n’a été modifié. Pour la modifier, ajoutez Rendezvous, puis sélectionnez de nouveau ce résultat.",
      own: "Vous avez déjà cette réunion. Rien n’a été modifié. Pour en créer une autre, ajoutez une salle, par exemple « #design ».",
    },
    slow: "Votre réunion sera prête dans un instant. Ouvrez de nouveau « Réunions » pour la trouver dans la liste.",
  },
};
