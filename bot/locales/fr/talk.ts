import type { talk as english } from "../en/talk";
import type { Incomplete } from "../messages";

export const talk: Incomplete<typeof english> = {
  commands: {
    meet: {
      title: "réunion",
      description:
        "Obtenir la réunion de ce canal ou de cette conversation. Ajoutez un nom, une heure, des personnes ou une #salle.",
    },
    rooms: {
      title: "salles",
      description: "Voir toutes les réunions de ce canal ou de cette conversation.",
    },
    new: {
      title: "nouveau",
      description: "Remplacer le lien de la réunion (avec confirmation).",
    },
    rename: { title: "renommer", description: "Donner un autre nom à la réunion." },
    move: { title: "déplacer", description: "Déplacer la réunion à un autre moment." },
    options: {
      title: "options",
      description: "Choisir qui évite la salle d’attente, qui peut présenter, etc.",
    },
    cancel: { title: "annuler", description: "Annuler la réunion (avec confirmation)." },
    signin: {
      title: "connexion",
      description: "Se connecter pour que Rendezvous crée des réunions en votre nom.",
    },
    signout: { title: "déconnexion", description: "Se déconnecter de Rendezvous." },
    check: {
      title: "vérifier",
      description: "Vérifier que Rendezvous est bien configuré.",
    },
    help: { title: "aide", description: "Voir ce que Rendezvous sait faire." },
    invite: {
      title: "inviter",
      description: "Inviter des personnes à la réunion. Pour retirer quelqu’un, tapez « retirer ».",
    },
  },
  aliases: {
    meet: "rejoindre",
    invite: "inviter invite invitez ajouter ajoute ajoutez",
    uninvite: "désinviter désinvite désinvitez retirer retire retirez enlever enlève enlevez",
    rename: "renomme renommez",
    move: "déplace déplacez reporter reporte reportez décaler décale décalez",
    cancel: "annule annulez supprimer supprime supprimez",
    attach: "associer associe associez rattacher",
    detach: "dissocier dissocie dissociez détacher",
    skip: "sauter saute sautez ignorer ignore ignorez",
    restore: "rétablir rétablis rétablissez",
    pause: "pause suspendre suspends suspendez",
    resume: "reprendre reprends reprenez",
    signin: "login",
    signout: "logout",
    remind:
      "rappel rappels rappeler rappelle rappelez rappelle-moi rappelle-nous rappelez-moi rappelez-nous",
    help: "commandes",
  },
  meet: {
    button: "Démarrer une réunion",
    now: "Démarrer",
    schedule: "Planifier…",
    subjects: {
      channel: "Réunion du canal",
      "group-chat": "Réunion de groupe",
      "meeting-chat": "Réunion de suivi",
      personal: "Ma réunion",
      person: "Ma réunion",
      thread: "Réunion du fil",
    },
    named: ({ name }) => `Réunion ${name}`,
    organizerReplaced: ({ name }) =>
      `L’organisateur ne peut plus gérer cette réunion. ${name} l’organise désormais, avec un nouveau lien.`,
    organizerReplacedBySomebody:
      "L’organisateur ne peut plus gérer cette réunion. Un autre membre l’organise désormais, avec un nouveau lien.",
    meetingGone:
      "Cette réunion n’existait plus dans Teams : son lien a été remplacé. L’ancien risque de ne plus fonctionner.",
    newLinkBy: ({ name }) =>
      `Nouveau lien créé par ${name}. L’ancien reste utilisable par les personnes qui l’ont.`,
    topicCut: "Le nom a été raccourci à 255 caractères.",
    notInvited: ({ names }) =>
      `Impossible d’inviter ${names} : aucun compte trouvé dans votre organisation. Envoyez plutôt le lien.`,
    notAsked: ({ names }) =>
      `Impossible d’inviter ${names} : Teams ne répond pas. Réessayez dans une minute ou envoyez le lien.`,
    notCoOrganizers: ({ names }) =>
      `Impossible d’ajouter comme co-organisateurs : ${names}. Ces personnes sont invitées comme participants. L’organisateur peut changer les rôles dans les options de réunion.`,
    create: "Créer une réunion",
  },
  changed: {
    updated: ({ name }) => `Mise à jour par ${name}.`,
    renamed: ({ name }) => `Renommée par ${name}.`,
    moved: ({ name }) => `Déplacée par ${name}.`,
    optionsSaved: ({ name }) => `Options enregistrées par ${name}.`,
    startedAgain: ({ name }) => `Recréée par ${name}, avec un nouveau lien.`,
    createdNext: ({ name }) => `Nouvelle réunion créée par ${name}. La précédente a été annulée.`,
  },
  permission: {
    manageOwners: ({ names }) =>
      `Seuls l’organisateur, la personne qui a créé la réunion et les propriétaires de l’équipe peuvent le faire. Rien n’a été modifié. Adressez-vous à ${names}.`,
    manageOrganizer: ({ names }) =>
      `Seuls l’organisateur et la personne qui a créé la réunion peuvent le faire. Rien n’a été modifié. Adressez-vous à ${names}.`,
    manageMembers: ({ names }) =>
      `Seuls les membres de l’organisation peuvent le faire. Rien n’a été modifié. Adressez-vous à ${names}.`,
    change: ({ names }) =>
      `Seuls les membres de l’organisation de cette réunion peuvent la modifier. Rien n’a été modifié. Adressez-vous à ${names}.`,
    onlyHost: ({ name }) =>
      `Seul l’organisateur, ${name}, peut le faire. Rien n’a été modifié. Adressez-vous à ${name}. Si cette personne est partie, envoyez « nouveau » à Rendezvous pour devenir l’organisateur.`,
    onlyHostUnnamed:
      "Seul l’organisateur peut le faire. Rien n’a été modifié. Adressez-vous à cette personne. Si elle est partie, envoyez « nouveau » à Rendezvous pour devenir l’organisateur.",
    somebodyElse: "la personne qui a créé la réunion",
  },
  confirmation: {
    notYours: ({ name }) =>
      `La confirmation est réservée à ${name}. Rien n’a été modifié. Pour le faire vous-même, envoyez la commande.`,
    notYoursUnnamed:
      "La confirmation est réservée à la personne qui a fait la demande. Rien n’a été modifié. Pour le faire vous-même, envoyez la commande.",
    expired:
      "Cette demande a expiré au bout de 10 minutes. Rien n’a été modifié. Refaites-la si nécessaire.",
  },
  refresh: {
    superseded: "Le lien de la réunion a été remplacé. Voici le lien actuel.",
    gone: "Cette réunion n’existe plus dans Teams : son lien risque de ne pas fonctionner.",
    notChecked:
      "Rendezvous n’a pas pu joindre Teams : ces informations ne sont peut-être pas à jour. Le lien n’a pas changé.",
    unknown: "Cette réunion n’existe plus.",
    unfinished: "Cette réunion n’a pas encore été créée.",
    slow: "Teams tarde à répondre. Sélectionnez de nouveau « Actualiser » dans un instant.",
  },
  actions: {
    tryAgain: "Réessayer",
    buttonNotOurs:
      "Ce bouton ne fonctionne pas dans ce canal ou cette conversation. Envoyez « réunion » à Rendezvous pour obtenir la bonne carte.",
    buttonUnknown:
      "Ce bouton vient d’une autre version de Rendezvous. Envoyez « réunion » à Rendezvous pour obtenir une nouvelle carte.",
  },
  help: {
    button: "Aide",
    title: "Comment puis-je vous aider ?",
    meet: {
      title: "Démarrer une réunion",
      text: {
        channel: "Tout le monde dans ce canal rejoint la même réunion.",
        chat: "Tout le monde dans cette conversation rejoint la même réunion.",
        personal: "C’est votre réunion personnelle. Partagez le lien avec qui vous voulez.",
      },
    },
    schedule: "Choisissez un nom, une heure et des participants.",
    rooms: {
      button: "Afficher tout",
      title: "Retrouver une réunion",
      text: {
        channel: "Affichez toutes les réunions de ce canal.",
        chat: "Affichez toutes les réunions de cette conversation.",
        personal: "Affichez vos réunions dans cette conversation.",
      },
    },
    type: {
      title: "Ou tapez votre demande",
      typed: ({ time }) => `réunion Revue de sprint demain à ${time} pendant 45 min avec @Ana`,
    },
    more: "Autres commandes",
    room: {
      typed: "réunion #design",
      text: "Créer une deuxième réunion, dans une salle. Les autres commandes y fonctionnent aussi : « annuler #design ».",
    },
    here: {
      typed: "réunion ici",
      text: "Créer une réunion propre au fil dans lequel vous tapez cette commande.",
    },
    attach: {
      typed: "associer https://…",
      text: "Utiliser ici une réunion d’un calendrier. Pour revenir en arrière, tapez dissocier.",
    },
    examples: {
      invite: "inviter @Ana comme présentatrice",
      rename: "renommer Démo de sprint",
      move: ({ time }) => `déplacer demain à ${time}`,
    },
  },
  greeting: {
    title: "Bonjour, je suis Rendezvous",
    text: "Avec moi, chaque canal et chaque conversation a sa propre réunion : tout le monde rejoint la même.",
    hint: ({ typed }) => `Tapez « ${typed} » pour voir tout ce que je sais faire.`,
  },
  turnProblems: {
    "no-tenant":
      "Teams n’a pas indiqué à quelle organisation appartient cette conversation. Essayez dans un canal ou une conversation de votre organisation.",
    "unknown-conversation":
      "Rendezvous ne fonctionne pas ici. Essayez dans un canal, dans une conversation de groupe ou dans une conversation privée avec Rendezvous.",
    "no-sender":
      "Teams n’a pas indiqué qui vous êtes. Connectez-vous avec votre compte professionnel, puis réessayez.",
  },
  noMeeting: {
    none: {
      channel: "Ce canal n’a pas encore de réunion.",
      "group-chat": "Cette conversation n’a pas encore de réunion.",
      "meeting-chat": "Cette conversation n’a pas encore de réunion de suivi.",
      personal: "Vous n’avez pas encore de réunion dans cette conversation.",
      person: "Vous n’avez pas encore de réunion.",
      thread: "Ce fil n’a pas encore de réunion.",
    },
    noRoom: ({ room }) => `La salle ${room} n’existe pas.`,
    createRoom: ({ room }) => `Créer ${room}`,
    superseded: "Le lien de cette réunion a été remplacé. Rien n’a été modifié.",
  },
  invite: {
    who: "Qui inviter ?",
    how: "Tapez @ et choisissez un nom, ou tapez une adresse e-mail, par exemple « inviter bo@contoso.com ».",
    howAlone:
      "Tapez une adresse e-mail, par exemple « inviter bo@contoso.com », ou sélectionnez « Modifier ».",
    unclear: ({ typed }) => `Impossible de savoir qui est « ${typed} ».`,
  },
  uninvite: {
    hostStays: "L’organisateur ne peut pas être retiré. Rien n’a été modifié.",
    who: "Qui retirer ?",
    how: "Tapez @ et choisissez un nom, ou tapez une adresse e-mail, par exemple « retirer bo@contoso.com ».",
    howAlone:
      "Tapez une adresse e-mail, par exemple « retirer bo@contoso.com », ou sélectionnez « Modifier ».",
    notInvited: ({ name }) => `${name} ne fait pas partie des personnes invitées.`,
    noneInvited: ({ names }) => `Ces personnes ne sont pas invitées : ${names}.`,
  },
  unknownText: {
    didYouMean: ({ text }) => `Vouliez-vous dire « ${text} » ?`,
    yes: "Oui",
    question: "Voulez-vous créer cette réunion ?",
    nothing:
      "Désolé, je n’ai pas compris. Sélectionnez « Démarrer une réunion » pour obtenir la réunion, ou « Aide » pour voir ce que je sais faire.",
  },
  smallTalk: {
    hello: {
      channel: ({ typed }) => `Bonjour ! Tapez « ${typed} » pour obtenir la réunion de ce canal.`,
      "group-chat": ({ typed }) =>
        `Bonjour ! Tapez « ${typed} » pour obtenir la réunion de cette conversation.`,
      "meeting-chat": ({ typed }) =>
        `Bonjour ! Tapez « ${typed} » pour obtenir une réunion de suivi.`,
      personal: ({ typed }) => `Bonjour ! Tapez « ${typed} » pour obtenir une réunion.`,
      person: ({ typed }) => `Bonjour ! Tapez « ${typed} » pour obtenir une réunion.`,
    },
    welcome: "Avec plaisir !",
    okay: "D’accord. Je suis là si besoin.",
  },
};
