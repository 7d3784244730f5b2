import type { cards as english } from "../en/cards";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const cards: Incomplete<typeof english> = {
  card: {
    join: "Rejoindre",
    refresh: "Actualiser",
    calendar: "Calendrier",
    addToCalendar: "Ajouter au calendrier",
    edit: "Modifier",
    options: "Options",
    newLink: "Nouveau lien",
    cancelMeeting: "Annuler la réunion",
    untitled: "Réunion",
    others: plural("fr", "{count, plural, one {# autre} other {# autres}}"),
    comma: ", ",
    inRole: {
      presenter: ({ name }) => `${name} (présentateur)`,
      coorganizer: ({ name }) => `${name} (co-organisateur)`,
      host: ({ name }) => `${name} (organisateur)`,
    },
    somebody: "quelqu’un",
    phone: ({ number }) => `Téléphone : ${number}`,
    tollFree: ({ number }) => `Numéro gratuit : ${number}`,
    conferenceId: ({ id }) => `ID de conférence téléphonique : ${id}`,
    understood: ({ text }) => `J’ai compris : ${text}`,
    expires: {
      standing: ({ date }) =>
        `Le lien expire le ${date}. Sélectionnez « Actualiser » pour le conserver.`,
      scheduled: ({ date }) => `Le lien expire le ${date}. Déplacez la réunion pour le conserver.`,
    },
    notNotified: {
      one: ({ name }) => `${name} n’a pas reçu de notification.`,
      several: ({ names }) => `${names} n’ont pas reçu de notification.`,
      someone: "Une personne invitée n’a pas reçu de notification.",
      email: "Envoyer un e-mail",
      joinByEmail: ({ link }) => `Rejoindre la réunion : ${link}`,
    },
    invitedBy: ({ name }) => `${name} vous invite à une réunion.`,
    invited: "Vous avez reçu une invitation à une réunion.",
    noLink: "Teams n’a pas renvoyé de lien. Sélectionnez « Actualiser » pour réessayer.",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "Rejoindre la réunion",
    summary: ({ subject, when }) => `${subject} : ${when}`,
    preparingTitle: "Un instant…",
    restarting: "Rendezvous a redémarré avant de pouvoir répondre. Réessayez dans une minute.",
    preparingText: "Votre demande est en cours de traitement.",
    preparingOrTryAgain:
      "Votre demande est en cours de traitement. Si rien ne change, sélectionnez « Réessayer ».",
    dialIn: "Rejoindre par téléphone",
    noFixedTime: "Sans horaire fixe",
    timeInZone: ({ time, zone }) => `${time} (${zone})`,
    status: { "new-link": "Nouveau lien", cancelled: "Annulée" },
    moreNames: ({ count }) => `+${count}`,
    location: {
      "channel-untied": "La réunion a sa propre conversation, en dehors du canal.",
      personal: "Votre réunion personnelle. Partagez le lien avec qui vous voulez.",
      person:
        "Votre réunion personnelle : Teams n’indique pas aux applications de quelle conversation il s’agit. Partagez le lien avec qui vous voulez.",
      elsewhere: "D’un autre canal ou d’une autre conversation",
      thread: "Réunion de ce fil",
    },
  },
  changeCard: {
    title: "Il y a déjà une réunion",
    text: ({ subject }) =>
      `Mettre à jour « ${subject} » pour tout le monde ? Le lien ne change pas.`,
    now: "Actuellement",
    asked: "Votre demande",
    nobody: "Aucune personne invitée",
    add: ({ people }) => `Ajouter ${people}`,
    update: "Mettre à jour",
    keep: "Ne rien changer",
    separate: {
      text: ({ subject }) =>
        `Créer une réunion distincte ou mettre à jour « ${subject} » pour tout le monde ?`,
      room: ({ name }) => `La réunion distincte aura sa propre salle : #${name}.`,
      create: "Créer une réunion distincte",
    },
  },
  confirmCard: {
    newLink: {
      title: ({ subject }) => `Créer un nouveau lien pour « ${subject} » ?`,
      text: ({ name }) =>
        `Tout le monde aura le nouveau lien. L’ancien restera utilisable par les personnes qui l’ont.\nConfirmation possible pendant 10 minutes, par ${name} uniquement.`,
      confirm: "Créer le lien",
    },
    cancel: {
      title: ({ subject }) => `Annuler « ${subject} » ?`,
      text: ({ name }) =>
        `Le lien ne fonctionnera plus pour personne. La réunion restera dans les calendriers.\nConfirmation possible pendant 10 minutes, par ${name} uniquement.`,
      confirm: "Annuler la réunion",
    },
    whoAsked: "l’auteur de la demande",
    back: "Retour",
  },
  scheduleCard: { title: "Planifier une réunion" },
  editCard: {
    title: "Modifier la réunion",
    invited: "Personnes invitées",
    remove: "Pour retirer une personne, décochez son nom.",
  },
  optionsCard: {
    title: "Options de réunion",
    notKnown: "Inconnu",
    lobby: {
      label: "Qui peut éviter la salle d’attente",
      choices: {
        everyone: "Tout le monde",
        organizationAndFederated: "Mon org., org. approuvées et invités",
        organization: "Mon organisation et les invités",
        organizationExcludingGuests: "Mon organisation uniquement",
        invited: "Personnes invitées à la réunion",
        organizer: "Organisateur uniquement",
      },
    },
    presenters: {
      label: "Qui peut présenter",
      choices: {
        everyone: "Tout le monde",
        organization: "Mon organisation et les invités",
        roleIsPresenter: "Personnes spécifiques",
        organizer: "Organisateur uniquement",
      },
    },
    chat: {
      label: "Conversation de réunion",
      choices: {
        enabled: "Activée",
        limited: "Pendant la réunion uniquement",
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
    none: "Aucune réunion pour le moment.",
    own: "Réunion principale",
    named: ({ name }) => `#${name}`,
    thread: "Réunion d’un fil",
    joinRoom: ({ room }) => `Rejoindre : ${room}`,
    more: plural("fr", "{count, plural, one {+# autre} other {+# autres}}"),
    zone: ({ zone }) => `Fuseau horaire : ${zone}`,
    unknownZone: ({ zone }) =>
      `Les heures sont en UTC, car le fuseau horaire « ${zone} » est inconnu.`,
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
        title: "Ce lien ne fonctionne pas",
        text: "Il est peut-être incomplet.",
        next: "Copiez le lien en entier, ou sélectionnez « Copier le lien » sur la carte de la réunion dans Teams.",
      },
      ended: {
        title: "Ce lien n’est plus valide",
        text: "La réunion a été annulée ou son lien a été remplacé.",
        next: "Pour obtenir le lien actuel, sélectionnez « Actualiser » sur la carte de la réunion dans Teams.",
      },
      unavailable: {
        title: "Ce lien est indisponible pour le moment",
        text: "Rendezvous n’a pas pu le vérifier. Le lien n’a pas changé.",
        next: "Réessayez dans une minute.",
      },
    },
  },
  privately: {
    postHere: "Publier ici",
    posted: "Carte publiée. Tout le monde peut maintenant la voir.",
    notPosted:
      "Teams n’a pas pu publier la carte. Sélectionnez de nouveau « Publier ici » dans une minute.",
    postedBy: ({ name }: { name: string }) => `Carte publiée par ${name}.`,
    elsewhere:
      "Teams n’a pas pu vous répondre en privé là où vous avez fait la demande. Pour modifier la réunion, retournez dans ce canal ou cette conversation.",
    notSaved: ({ problems }) =>
      `Rien n’a été enregistré. Rouvrez-y le formulaire, puis corrigez ceci :\n${problems}`,
  },
};
