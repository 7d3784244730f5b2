import type { messageExtension as english } from "../en/message-extension";
import type { Incomplete } from "../messages";

export const messageExtension: Incomplete<typeof english> = {
  extensionCommands: {
    meet: {
      title: "Se réunir",
      description:
        "La réunion de cette conversation dans un message, avec un nom, une heure et des participants.",
    },
    meetAbout: {
      title: "Se réunir à ce sujet",
      description:
        "La réunion de cette conversation, avec la première ligne du message pour nom, et ses participants.",
    },
    meetings: {
      title: "Réunions",
      description:
        "Trouve les réunions de cette conversation et les vôtres, ou en crée une d’après votre saisie.",
      parameter: {
        title: "Nom ou demande",
        description: "Une partie du nom, ou une demande comme « point demain 15h ».",
      },
    },
  },
  extension: {
    slow: "Rendezvous met plus de temps à répondre que Teams n’attend. Rien n’est perdu : réessayez dans un instant.",
    preparingTitle: "Votre réunion est encore en préparation",
    preparingText:
      "Teams met plus de temps que d’habitude. Appuyez sur Actualiser dans un instant : la réunion n’est créée qu’une fois, même si vous le demandez souvent.",
    unknown:
      "Cette boîte de dialogue provient d’une autre version de Rendezvous, rien n’a donc été fait. Ouvrez-la de nouveau.",
  },
  meetForm: {
    title: "Se réunir",
    existing:
      "La réunion de cette conversation. Appuyez sur Se réunir pour sa carte, ou changez d’abord ce que vous voulez.",
    topic: { label: "Objet", hint: "Revue de sprint" },
    day: "Jour",
    time: "Début",
    minutes: { label: "Durée en minutes", hint: "60" },
    otherLength: "Autre…",
    people: { label: "Inviter des personnes", hint: "Rechercher des personnes" },
    addresses: {
      label: "Ou inviter par adresse",
      hint: "luc@contoso.com, zoe@contoso.com",
    },
    room: { label: "Salle", hint: "par ex. #design" },
  },
  install: {
    title: "Ajouter Rendezvous à cette conversation ?",
    text: "La réunion est prête. Une fois Rendezvous présent ici, il peut publier la carte de la réunion et la tenir à jour pour tout le monde. Appuyez sur Continuer pour l’ajouter.",
    button: "Continuer",
  },
  preview: {
    notYours:
      "Seule la personne qui a rempli la boîte de dialogue peut envoyer cette carte, et seulement dans la même conversation. Rien n’a été publié. Ouvrez vous-même la boîte de dialogue.",
    expired:
      "Cet aperçu date de plus d’une heure, rien n’a donc été publié. Ouvrez de nouveau la boîte de dialogue.",
    posted: "Cette carte a déjà été publiée, elle ne l’a donc pas été une seconde fois.",
    cancelled:
      "Cette réunion a été annulée entre-temps, rien n’a donc été publié. Ouvrez de nouveau la boîte de dialogue pour en créer une autre.",
    perhapsPosted:
      "Teams n’a pas dit si la carte a été publiée. Regardez si elle est là ; sinon, ouvrez de nouveau la boîte de dialogue. La réunion est comme vous l’avez demandée.",
    notPosted:
      "La carte n’a pas pu être publiée pour le moment. La réunion est comme vous l’avez demandée : appuyez de nouveau sur Envoyer dans une minute, ou tapez « @Rendezvous meet ».",
  },
  search: {
    nothing:
      "Il n’y a pas encore de réunion ici, ni aucune que vous ayez demandée récemment. Tapez un nom et une heure, comme « Revue de sprint demain 15h », et choisissez-la pour la créer.",
    noMatch:
      "Aucune réunion visible pour vous ici n’a tous ces mots dans son nom. Tapez-en moins, ou un nom et une heure, comme « Revue de sprint demain 15h », pour en créer une.",
    offer: {
      title: ({ text }) => `Se réunir : ${text}`,
      text: "Choisissez ceci pour créer la réunion, ou pour obtenir celle qui existe déjà ici. Rien n’est créé avant.",
      card: "Rien n’a encore été créé. Appuyez sur « Se réunir » pour créer la réunion, ou pour obtenir celle qui existe déjà ici.",
      bare: "Rien n’a été créé : Teams a seulement mis cette entrée dans le message. Choisissez-la de nouveau dans Teams sur un ordinateur.",
    },
    places: {
      channel: "Un autre canal",
      "group-chat": "Une autre conversation de groupe",
      "meeting-chat": "La conversation d’une autre réunion",
      personal: "Votre conversation avec Rendezvous",
      person: "La vôtre",
    },
    asked: ({ time }) => `demandée ${time}`,
    notOurs:
      "Ce résultat n’a pas été préparé pour vous dans cette conversation : rien n’a été fait. Refaites la recherche ici et choisissez parmi ce que vous trouvez.",
    expired:
      "Ce résultat date de plus de 10 minutes : rien n’a été fait. Refaites la recherche et choisissez parmi ce que vous trouvez.",
    unchanged: {
      conversation:
        "Il y a déjà une réunion ici : rien n’a été modifié. Pour la modifier, ajoutez Rendezvous à cette conversation et choisissez de nouveau la même chose.",
      own: "Vous avez déjà cette réunion : rien n’a été modifié. Pour en avoir une autre, ajoutez le nom d’une salle, comme « #design », à ce que vous tapez.",
    },
    slow: "Votre réunion est en cours de création, ce qui prend encore un instant. Rouvrez ensuite « Réunions » : elle est dans la liste.",
  },
};
