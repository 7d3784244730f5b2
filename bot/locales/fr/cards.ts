import type { cards as english } from "../en/cards";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const cards: Incomplete<typeof english> = {
  card: {
    join: "Rejoindre",
    refresh: "Actualiser",
    calendar: "Calendrier",
    addToCalendar: "Ajouter au calendrier",
    options: "Options",
    newLink: "Nouveau lien",
    cancelMeeting: "Annuler la réunion",
    untitled: "Réunion",
    others: plural("fr", "{count, plural, one {# autre} other {# autres}}"),
    comma: ", ",
    inRole: {
      presenter: ({ name }) => `${name} (présentateur)`,
      coorganizer: ({ name }) => `${name} (coorganisateur)`,
      host: ({ name }) => `${name} (organisateur)`,
    },
    somebody: "quelqu’un",
    phone: ({ number }) => `Téléphone : ${number}`,
    tollFree: ({ number }) => `Téléphone, numéro gratuit : ${number}`,
    conferenceId: ({ id }) => `ID de conférence : ${id}`,
    understood: ({ text }) => `Compris : ${text}`,
    expires: {
      standing: ({ date }) => `Le lien expire le ${date}. Choisissez Actualiser pour le conserver.`,
      scheduled: ({ date }) => `Le lien expire le ${date}. Déplacez la réunion pour le conserver.`,
    },
    noLink: "Teams n’a renvoyé aucun lien. Choisissez Actualiser pour réessayer.",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "Rejoindre la réunion",
    summary: ({ subject, when }) => `${subject} : ${when}`,
    preparingTitle: "En cours…",
    restarting: "Rendezvous a redémarré avant de pouvoir répondre. Réessayez dans une minute.",
    preparingText: "Cela prend un instant.",
    dialIn: "Numéro d’appel",
    noFixedTime: "Sans horaire fixe",
    timeInZone: ({ time, zone }) => `${time} (${zone})`,
    status: { "new-link": "Nouveau lien", cancelled: "Annulée" },
    moreNames: ({ count }) => `+${count}`,
    location: {
      "channel-untied": "Sa conversation est distincte de ce canal.",
      personal: "Votre propre réunion. Partagez le lien avec qui vous voulez.",
      person:
        "Votre propre réunion : Teams n’indique pas aux applications de quelle conversation il s’agit. Partagez le lien avec qui vous voulez.",
      elsewhere: "D’un autre canal ou d’une autre conversation",
      thread: "Réunion de ce fil",
    },
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
    separate: {
      text: ({ subject }) =>
        `Créer une réunion à part ou mettre à jour « ${subject} » pour tout le monde ?`,
      room: ({ name }) => `La réunion à part aura sa propre salle : #${name}.`,
      create: "Créer une réunion à part",
    },
  },
  confirmCard: {
    newLink: {
      title: ({ subject }) => `Un nouveau lien pour « ${subject} » ?`,
      text: ({ name }) =>
        `Tout le monde obtient le nouveau lien. L’ancien reste utilisable par les personnes qui l’ont.\nConfirmation possible pendant 10 minutes, uniquement par ${name}.`,
      confirm: "Créer un nouveau lien",
    },
    cancel: {
      title: ({ subject }) => `Annuler « ${subject} » ?`,
      text: ({ name }) =>
        `Le lien cesse de fonctionner pour tout le monde. La réunion reste dans les calendriers où elle figure déjà.\nConfirmation possible pendant 10 minutes, uniquement par ${name}.`,
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
    title: { channel: "Réunions de ce canal", chat: "Réunions de cette conversation" },
    none: "Il n’y a pas encore de réunion.",
    own: "Réunion principale",
    named: ({ name }) => `#${name}`,
    thread: "Réunion d’un fil",
    joinRoom: ({ room }) => `Rejoindre : ${room}`,
    more: plural("fr", "{count, plural, one {+# autre} other {+# autres}}"),
    zone: ({ zone }) => `Fuseau horaire : ${zone}`,
  },
  cancelledCard: {
    title: ({ subject }) => `Annulée : ${subject}`,
    byName: ({ name, when }) => `Annulée par ${name} · ${when}`,
    bySomebody: ({ when }) => `Annulée · ${when}`,
    startAgain: "Créer une nouvelle réunion",
  },
  echo: {
    nowFor: ({ length }) => `maintenant, ${length}`,
    here: "ce fil",
  },
  links: {
    copy: "Copier le lien",
    copyCard: {
      title: "Lien de la réunion",
      label: "Copiez ce lien",
      text: "Dans Teams, le lien affiche la carte de la réunion. Ailleurs, il ouvre la réunion.",
    },
    dead: {
      unknown: {
        title: "Ce lien n’ouvre aucune réunion",
        text: "Il n’a peut-être pas été copié en entier.",
        next: "Dans Teams, choisissez Copier le lien sur la carte de la réunion.",
      },
      ended: {
        title: "Ce lien n’est plus valable",
        text: "La réunion a été annulée, ou elle a un nouveau lien.",
        next: "Dans Teams, choisissez Actualiser sur la carte de la réunion.",
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
    posted: "Publié. Tout le monde voit maintenant la carte de la réunion.",
    notPosted:
      "Teams n’a pas pu publier la carte. Sélectionnez de nouveau Publier ici dans une minute.",
    postedBy: ({ name }: { name: string }) => `Carte publiée par ${name}.`,
    elsewhere:
      "Vous l’avez demandé en privé dans une autre conversation. Teams n’a pas pu vous l’y montrer à vous seul, la réponse est donc ici. Pour modifier la réunion, écrivez à « @Rendezvous » dans cette conversation.",
  },
};
