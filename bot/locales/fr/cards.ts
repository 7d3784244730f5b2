import type { cards as english } from "../en/cards";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const cards: Incomplete<typeof english> = {
  card: {
    join: "Rejoindre",
    refresh: "Actualiser",
    addToCalendar: "Au calendrier",
    options: "Options",
    newLink: "Nouveau lien",
    cancelMeeting: "Annuler la réunion",
    untitled: "Réunion",
    openAnyTime: "Ouverte à tout moment",
    hostedBy: ({ name }) => `Organisée par ${name}`,
    with: ({ people }) => `Avec ${people}`,
    alsoWith: ({ people }) => `Autres participants : ${people}`,
    others: plural("fr", "{count, plural, one {# autre} other {# autres}}"),
    comma: ", ",
    inRole: {
      presenter: ({ name }) => `${name} (présentateur)`,
      coorganizer: ({ name }) => `${name} (coorganisateur)`,
    },
    somebody: "quelqu’un",
    belongsTo: {
      channel: "Rattachée à ce canal",
      "channel-untied":
        "Pour ce canal, avec une conversation à part : Teams n’a pas rattaché la réunion au canal",
      "group-chat": "Pour cette conversation de groupe",
      "meeting-chat": "Pour la conversation de cette réunion",
      personal: "Votre propre réunion : partagez le lien avec qui vous voulez",
      person:
        "Votre propre réunion : Teams ne dit pas de quelle conversation il s’agit. Partagez le lien avec qui vous voulez",
    },
    roomBelongsTo: {
      channel: ({ name }) => `Salle #${name} de ce canal`,
      "channel-untied": ({ name }) =>
        `Salle #${name} de ce canal, avec une conversation à part : Teams n’a pas rattaché la réunion au canal`,
      "group-chat": ({ name }) => `Salle #${name} de cette conversation de groupe`,
      "meeting-chat": ({ name }) => `Salle #${name} de la conversation de cette réunion`,
      personal: ({ name }) => `Votre propre salle #${name} : partagez le lien avec qui vous voulez`,
      person: ({ name }) =>
        `Votre propre salle #${name} : Teams ne dit pas de quelle conversation il s’agit. Partagez le lien avec qui vous voulez`,
    },
    thread: "La réunion propre à ce fil",
    threadUntied:
      "La réunion propre à ce fil, avec une conversation à part : Teams ne l’a pas rattachée au canal",
    phone: ({ number }) => `Téléphone : ${number}`,
    tollFree: ({ number }) => `Téléphone, numéro gratuit : ${number}`,
    conferenceId: ({ id }) => `ID de conférence : ${id}`,
    understood: ({ text }) => `Compris : ${text}`,
    expires: {
      standing: ({ date }) =>
        `Ce lien cessera de fonctionner le ${date} si personne n’utilise cette carte d’ici là.`,
      scheduled: ({ date }) =>
        `Ce lien cessera de fonctionner le ${date} ; pour le conserver, tapez « @Rendezvous déplacer » suivi d’une nouvelle heure.`,
    },
    noLink:
      "Teams n’a fourni aucun lien que l’on puisse ouvrir sans risque. Appuyez sur « Actualiser » pour le redemander.",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "Rejoindre la réunion",
    summary: ({ subject, when }) => `${subject} : ${when}`,
    preparingTitle: "Votre réponse se prépare",
    restarting:
      "Rendezvous a redémarré avant d’avoir la réponse. Rien n’est perdu : réessayez dans une minute.",
    preparingText: "Elle apparaîtra ici dans un instant. Vous n’avez rien d’autre à faire.",
  },
  changeCard: {
    title: "Il y a déjà une réunion",
    text: ({ subject }) =>
      `Mettre à jour « ${subject} » pour tout le monde, ou conserver la réunion telle quelle ? Le lien reste le même.`,
    now: "Actuellement",
    asked: "Demandé",
    nobody: "Personne n’est encore invité",
    add: ({ people }) => `Ajouter ${people}`,
    update: "Mettre à jour",
    keep: "Conserver",
  },
  confirmCard: {
    newLink: {
      title: ({ subject }) => `Un nouveau lien pour « ${subject} » ?`,
      text: ({ name }) =>
        `Tout le monde ici obtiendra désormais le nouveau lien. L’ancien n’est pas fermé : les personnes qui l’ont encore peuvent s’y réunir, mais ce n’est plus la réunion de cette conversation.\nConfirmation possible pendant 10 minutes, uniquement par ${name}.`,
      confirm: "Créer un nouveau lien",
    },
    cancel: {
      title: ({ subject }) => `Annuler « ${subject} » ?`,
      text: ({ name }) =>
        `La réunion est supprimée et son lien cesse de fonctionner, pour tout le monde. Ce que chacun a ajouté à son calendrier y reste.\nConfirmation possible pendant 10 minutes, uniquement par ${name}.`,
      confirm: "Annuler la réunion",
    },
    whoAsked: "la personne qui a fait la demande",
    back: "Retour",
  },
  optionsCard: {
    title: "Options de réunion",
    notKnown: "Inconnu",
    lobby: {
      label: "Qui peut éviter la salle d’attente",
      choices: {
        everyone: "Tout le monde",
        organizationAndFederated: "Notre organisation, organisations approuvées et invités",
        organization: "Notre organisation et invités",
        organizationExcludingGuests: "Notre organisation, sans les invités",
        invited: "Uniquement les personnes conviées à la réunion",
        organizer: "Uniquement l’organisateur",
      },
    },
    presenters: {
      label: "Qui peut présenter",
      choices: {
        everyone: "Tout le monde",
        organization: "Notre organisation",
        roleIsPresenter: "Uniquement les présentateurs désignés",
        organizer: "Uniquement l’organisateur",
      },
    },
    chat: {
      label: "Conversation de réunion",
      choices: {
        enabled: "Activée",
        limited: "Uniquement pendant la réunion",
        disabled: "Désactivée",
      },
    },
    recording: {
      label: "Enregistrer automatiquement",
      choices: { true: "Oui", false: "Non" },
    },
    save: "Enregistrer",
    back: "Retour",
  },
  roomsCard: {
    title: "Réunions de cette conversation",
    none: "Cette conversation n’a pas encore de réunion. Tapez « @Rendezvous réunion » pour en avoir une, ou « @Rendezvous réunion #design » pour en avoir une dans une salle à part.",
    own: "Réunion principale",
    named: ({ name }) => `#${name}`,
    thread: "Réunion propre à un fil",
    joinRoom: ({ room }) => `Rejoindre : ${room}`,
    more: plural("fr", "{count, plural, one {Et # autre} other {Et # autres}}"),
    zone: ({ zone }) => `Fuseau horaire : ${zone}`,
  },
  cancelledCard: {
    title: "Réunion annulée",
    byName: ({ subject, name, when }) =>
      `La réunion « ${subject} » a été annulée par ${name} le ${when}.`,
    bySomebody: ({ subject, when }) => `La réunion « ${subject} » a été annulée le ${when}.`,
    when: ({ moment, zone }) => `${moment} (${zone})`,
    startAgain: "Relancer",
  },
  echo: {
    time: ({ time, zone }) => `${time} ${zone}`,
    nowFor: ({ length }) => `maintenant, ${length}`,
    here: "ce fil",
  },
  links: {
    elsewhere: "Réunion d’une autre conversation",
    roomElsewhere: ({ name }) => `Salle #${name} d’une autre conversation`,
    copy: "Copier le lien",
    copyCard: {
      title: "Lien de la réunion",
      label: "Lien à copier",
      text: "Copiez-le et transmettez-le. Collé dans Teams, il affiche la carte de la réunion ; ailleurs, il ouvre la réunion. « Nouveau lien » et « Annuler la réunion » y mettent fin.",
    },
    dead: {
      unknown: {
        title: "Ce lien n’ouvre aucune réunion",
        text: "Il n’a peut-être pas été copié en entier.",
      },
      ended: {
        title: "Ce lien n’est plus valable",
        text: "La réunion a été annulée, ou elle a un nouveau lien.",
      },
      unavailable: {
        title: "Impossible de vérifier le lien pour le moment",
        text: "Rien n’est perdu, et le lien reste le même.",
        next: "Ouvrez-le de nouveau dans une minute.",
      },
    },
  },
  privately: {
    postHere: "Publier ici",
    posted: "C’est publié : tout le monde ici a maintenant la carte de la réunion.",
    notPosted:
      "Teams n’a pas accepté la carte, donc rien n’a été publié. Appuyez de nouveau sur « Publier ici » dans une minute.",
    postedBy: ({ name }: { name: string }) => `Carte publiée par ${name}.`,
    elsewhere:
      "Vous l’avez demandé en privé dans une autre conversation. Teams n’a pas pu vous l’y montrer à vous seul, la réponse est donc ici. Pour modifier la réunion, écrivez à « @Rendezvous » dans cette conversation.",
  },
};
