import type { talk as english } from "../en/talk";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const talk: Incomplete<typeof english> = {
  commands: {
    meet: {
      title: "réunion",
      description:
        "La réunion de cette conversation. Ajoutez un nom, une heure, des personnes ou une #salle.",
    },
    rooms: { title: "salles", description: "Toutes les réunions de cette conversation." },
    new: {
      title: "nouveau",
      description: "Un nouveau lien pour la réunion de cette conversation (avec confirmation).",
    },
    rename: { title: "renommer", description: "Donne un autre nom à la réunion." },
    move: { title: "déplacer", description: "Déplace la réunion à un autre moment." },
    options: {
      title: "options",
      description: "Qui patiente dans la salle d’attente, et qui peut présenter.",
    },
    cancel: { title: "annuler", description: "Annule la réunion (avec confirmation)." },
    signin: {
      title: "connexion",
      description: "Vous connecte, là où les réunions sont créées en votre nom.",
    },
    signout: { title: "déconnexion", description: "Rendezvous oublie votre connexion." },
    check: {
      title: "vérifier",
      description: "Vérifie si Rendezvous est bien configuré, et dit que faire sinon.",
    },
    help: { title: "aide", description: "Affiche ce que vous pouvez taper." },
  },
  aliases: {
    meet: "rejoindre",
    move: "reporter",
    cancel: "supprimer",
    signin: "login",
    signout: "logout",
    help: "commandes",
  },
  meet: {
    button: "Se réunir",
    subjects: {
      channel: "Réunion du canal",
      "group-chat": "Réunion de la conversation de groupe",
      "meeting-chat": "Réunion de suivi",
      personal: "Ma réunion",
      person: "Ma réunion",
      thread: "Réunion du fil",
    },
    named: ({ name }) => `Réunion ${name}`,
    organizerReplaced: ({ name }) =>
      `Le lien est nouveau : la personne qui organisait cette réunion ne peut plus le faire, et c’est désormais ${name} qui l’organise. Les anciens liens ne mènent plus à la réunion de cette conversation.`,
    organizerReplacedBySomebody:
      "Le lien est nouveau : la personne qui organisait cette réunion ne peut plus le faire, et un autre membre l’organise désormais. Les anciens liens ne mènent plus à la réunion de cette conversation.",
    meetingGone:
      "Le lien est nouveau : Teams n’avait plus l’ancienne réunion. Les anciens liens ne fonctionnent peut-être plus.",
    newLinkBy: ({ name }) =>
      `Cette réunion a un nouveau lien, créé par ${name}. Les anciens liens n’y mènent plus.`,
    topicCut: "Le nom dépassait 255 caractères ; la fin n’a donc pas été reprise.",
    notInvited: ({ names }) =>
      `Non invités, car Teams ne leur connaît aucun compte dans votre organisation : ${names}. Envoyez-leur le lien.`,
    notAsked: ({ names }) =>
      `Non invités, car Teams n’a pas répondu à leur sujet : ${names}. Invitez-les de nouveau dans une minute ou envoyez-leur le lien.`,
    notCoOrganizers: ({ names }) =>
      `Teams n’a pas accepté ces coorganisateurs : ${names}. Tout le reste est enregistré ; l’organisateur peut attribuer les rôles dans les options de la réunion.`,
  },
  changed: {
    updated: ({ name }) => `Mise à jour par ${name}.`,
    renamed: ({ name }) => `Renommée par ${name}.`,
    moved: ({ name }) => `Déplacée par ${name}.`,
    optionsSaved: ({ name }) => `Options enregistrées par ${name}.`,
    startedAgain: ({ name }) => `Relancée par ${name}, avec un nouveau lien.`,
  },
  noMeeting: {
    unknown:
      "Il n’y a pas encore de réunion ici, donc rien n’a été modifié. Appuyez sur « Se réunir » pour en créer une.",
    unfinished:
      "Cette réunion a été demandée, mais pas encore créée, donc rien n’a été modifié. Appuyez sur « Se réunir » pour la créer.",
    superseded:
      "La réunion de cette conversation a désormais un autre lien, donc rien n’a été modifié. La voici :",
  },
  rename: {
    noName:
      "Tapez le nouveau nom à la suite, par exemple « @Rendezvous renommer Revue de sprint ». Rien n’a été modifié.",
  },
  move: {
    noTime:
      "Tapez la nouvelle heure à la suite, par exemple « @Rendezvous déplacer demain 15h pendant 45 min ». Rien n’a été modifié.",
  },
  thread: {
    none: "Ce message n’est dans aucun fil, donc aucune réunion n’a été créée. Répondez à une publication d’un canal par « @Rendezvous réunion ici ».",
  },
  permission: {
    manageOwners: ({ names }) =>
      `Seuls l’organisateur, la personne qui a fait la première demande et les propriétaires de l’équipe peuvent le faire, donc rien n’a été modifié. Adressez-vous à ${names}.`,
    manageOrganizer: ({ names }) =>
      `Seuls l’organisateur et la personne qui a fait la première demande peuvent le faire, donc rien n’a été modifié. Adressez-vous à ${names}.`,
    manageMembers: ({ names }) =>
      `Seuls les membres de l’organisation peuvent le faire, donc rien n’a été modifié. Adressez-vous à ${names}.`,
    change: ({ names }) =>
      `Seuls les membres de l’organisation à laquelle appartient cette conversation peuvent modifier sa réunion, donc rien n’a été modifié. Adressez-vous à ${names}.`,
    onlyHost: ({ name }) =>
      `Seul l’organisateur, ${name}, peut le faire, car cela se fait en son propre nom. Rien n’a été modifié. Adressez-vous à ${name} ; ou, si cette personne est partie, tapez « @Rendezvous nouveau » pour un nouveau lien dont vous serez l’organisateur.`,
    onlyHostUnnamed:
      "Seul l’organisateur peut le faire, car cela se fait en son propre nom. Rien n’a été modifié. Adressez-vous à lui ; ou, s’il est parti, tapez « @Rendezvous nouveau » pour un nouveau lien dont vous serez l’organisateur.",
    somebodyElse: "un collègue de cette organisation",
  },
  confirmation: {
    notYours: ({ name }) =>
      `Seule la personne à l’origine de la demande, ${name}, peut la confirmer. Rien n’a été modifié. Tapez la commande vous-même si vous le souhaitez aussi.`,
    notYoursUnnamed:
      "Seule la personne à l’origine de la demande peut la confirmer. Rien n’a été modifié. Tapez la commande vous-même si vous le souhaitez aussi.",
    expired:
      "Cette question a plus de 10 minutes, donc rien n’a été modifié. Tapez de nouveau la commande.",
  },
  problems: {
    title: "Je n’ai encore rien fait",
    past: ({ time }) => `Ce moment est déjà passé : ${time}. Indiquez un moment à venir.`,
    "no-clock-time": ({ day }) =>
      `Je comprends le jour (${day}), mais il manque l’heure. Ajoutez-la, par exemple « 15h » ; ou mettez le nom entre guillemets si ce n’est pas un jour.`,
    "end-before-start": ({ start, end }) =>
      `La fin (${end}) n’est pas après le début (${start}). Indiquez une fin plus tardive, ou une durée, par exemple « pendant 45 min ».`,
    "end-without-start": ({ end }) =>
      `Je comprends la fin (${end}), mais il manque le début. Ajoutez-le, par exemple « de 15h à 16h15 ».`,
    "no-length":
      "Une réunion doit durer au moins une minute. Indiquez une durée, par exemple « pendant 45 min ».",
    "too-long": plural(
      "fr",
      "Dans Teams, une réunion dure au plus {count, plural, one {# heure} other {# heures}}. Indiquez une durée plus courte.",
    ),
    "nonexistent-time": ({ time, suggestion }) =>
      `Cette heure n’existe pas : ${time}. On avance les horloges à ce moment-là. Indiquez une autre heure, par exemple ${suggestion}.`,
    "doubled-time": ({ time, suggestion }) =>
      `Cette heure existe deux fois : ${time}. On recule les horloges à ce moment-là. Indiquez une autre heure, par exemple ${suggestion}.`,
    "two-times": ({ first, second }) =>
      `J’ai lu deux moments : « ${first} » et « ${second} ». Retirez-en un, ou mettez le nom entre guillemets s’il en contient un.`,
    "two-lengths": ({ first, second }) =>
      `J’ai lu deux durées : « ${first} » et « ${second} ». Retirez-en une, ou mettez le nom entre guillemets s’il en contient une.`,
    "vague-day": ({ day }) =>
      `J’ai lu « ${day} » et ne sais pas de quel jour il s’agit. Indiquez un jour, par exemple « demain » ou « 24 novembre » ; ou mettez le nom entre guillemets si ce n’est pas un jour.`,
    "no-such-day": ({ day }) =>
      `J’ai lu « ${day} » comme une date, mais ce jour n’existe pas. Indiquez un jour qui existe, par exemple « 24 novembre » ; ou mettez le nom entre guillemets si ce n’est pas une date.`,
    "stray-day": ({ day, time }) =>
      `J’ai lu « ${day} » et, séparément, « ${time} ». Si la réunion a lieu ce jour-là, écrivez les deux côte à côte ; si le jour fait partie du nom, mettez le nom entre guillemets.`,
    "unknown-zone": ({ zone }) =>
      `J’ai lu « ${zone} » comme fuseau horaire et ne sais pas duquel il s’agit. Ne l’indiquez pas s’il s’agit de votre heure locale, ou donnez l’heure UTC, par exemple « 15:00 UTC ».`,
    "room-unreadable": ({ room }) =>
      `« ${room} » n’est pas un nom de salle : il se compose de lettres, de chiffres, de « - » et de « _ », comme « #design ». Tapez-en un autre.`,
    "no-address": ({ typed }) =>
      `« ${typed} » n’est pas une adresse. Tapez des adresses complètes, comme « bo@contoso.com », séparées par des virgules.`,
    "room-too-long": plural(
      "fr",
      "Le nom d’une salle compte au plus {count, plural, one {# caractère} other {# caractères}}. Tapez un nom plus court.",
    ),
    "two-rooms": ({ first, second }) =>
      `J’ai lu deux salles : #${first} et #${second}. N’en nommez qu’une.`,
    "room-and-here": ({ room }) =>
      `Une réunion appartient à la salle #${room} ou à ce fil (« ici »), mais pas aux deux. N’indiquez que l’un des deux.`,
    "too-many-people": plural(
      "fr",
      "On peut inviter au plus {count, plural, one {# personne} other {# personnes}} à la fois. Nommez-en moins ; les autres rejoindront la réunion grâce au lien.",
    ),
  },
  refresh: {
    superseded:
      "La carte que vous regardiez avait un lien plus ancien. Voici la réunion actuelle de cette conversation.",
    gone: "Teams n’a plus cette réunion ; le lien risque donc de ne pas s’ouvrir. Tapez « @Rendezvous réunion », et tout le monde en obtiendra une nouvelle.",
    notChecked:
      "Impossible d’interroger Teams pour le moment. Voici la réunion telle qu’elle était la dernière fois ; le lien reste le même.",
    unknown:
      "Cette conversation n’a plus de réunion. Tapez « @Rendezvous réunion », et tout le monde en obtiendra une.",
    unfinished:
      "Cette réunion a été demandée, mais jamais créée. Tapez « @Rendezvous réunion » pour la créer.",
    slow: "Teams tarde à répondre. Rien n’a changé ; appuyez de nouveau sur « Actualiser » dans un instant.",
  },
  actions: {
    buttonNotOurs:
      "Ce bouton n’appartient à aucune réunion d’ici, donc rien n’a été fait. Tapez « @Rendezvous réunion » pour la réunion de cette conversation.",
    buttonUnknown:
      "Ce bouton vient d’une autre version de Rendezvous, donc rien n’a été fait. Tapez « @Rendezvous réunion » pour une nouvelle carte.",
  },
  help: {
    button: "Aide",
    title: "Une conversation, une réunion",
    text: "Ici, tout le monde obtient la même réunion, à chaque fois.",
    examples: {
      meet: {
        typed: "réunion",
        text: "La réunion de cette conversation. @Rendezvous tout seul fait la même chose.",
      },
      plan: {
        typed: "réunion Revue de sprint demain 15h pendant 45 min avec @Ana",
        text: "Nom, heure, durée, personnes : dans n’importe quel ordre. Entre guillemets, un nom n’est pas lu comme une heure.",
      },
      people: {
        typed: "réunion avec @Ana comme présentatrice et bo@contoso.com",
        text: "Invite des personnes ; si vous le précisez, comme présentateur ou coorganisateur.",
      },
      room: {
        typed: "réunion #design",
        text: "Une salle : une autre réunion de cette conversation. « annuler #design » et les autres marchent aussi.",
      },
      here: { typed: "réunion ici", text: "La réunion propre à ce fil." },
      rooms: { typed: "salles", text: "Toutes les réunions de cette conversation." },
      rename: { typed: "renommer Démo de sprint", text: "Donne un autre nom à la réunion." },
      move: { typed: "déplacer demain 15h", text: "Déplace la réunion à un autre moment." },
      options: {
        typed: "options",
        text: "Qui patiente dans la salle d’attente, et qui peut présenter.",
      },
      new: {
        typed: "nouveau",
        text: "Un nouveau lien ; l’ancien n’est plus le nôtre. Demande confirmation.",
      },
      cancel: { typed: "annuler", text: "Supprime la réunion. Demande confirmation." },
      signin: {
        typed: "connexion",
        text: "Vous connecte, là où les réunions sont créées en votre nom.",
      },
      signout: { typed: "déconnexion", text: "Rendezvous oublie votre connexion." },
      check: { typed: "vérifier", text: "Vérifie si Rendezvous est bien configuré." },
      help: { typed: "aide", text: "Affiche cette liste." },
    },
  },
  greeting: {
    title: "Réunissez-vous tout de suite, au même endroit",
    text: "Tapez « @Rendezvous réunion », et tout le monde ici obtient une seule et même réunion, à chaque fois.",
  },
  unknownText: {
    title: "Je ne connais pas cette commande",
    understood: ({ text }) =>
      `Je n’ai encore rien fait. Comme réunion, je le lirais ainsi : ${text}\nAppuyez sur « Se réunir » si c’est bien cela, ou sur « Aide » pour voir ce que vous pouvez taper.`,
    unreadable: ({ text }) =>
      `J’ai lu « ${text} » et n’ai encore rien fait. Appuyez sur « Se réunir » pour la réunion de cette conversation, ou sur « Aide » pour voir ce que vous pouvez taper.`,
    nothing:
      "Je n’ai trouvé aucun texte dans votre message. Appuyez sur « Se réunir » pour la réunion de cette conversation, ou sur « Aide » pour voir ce que vous pouvez taper.",
  },
  turnProblems: {
    "no-tenant":
      "Teams n’a pas dit à quelle organisation appartient cette conversation, donc aucune réunion n’a été créée. Essayez dans un canal ou une conversation de votre organisation.",
    "unknown-conversation":
      "Je ne connais pas ce type de conversation, donc aucune réunion n’a été créée. Essayez dans un canal, dans une conversation de groupe ou dans une conversation avec moi seul.",
    "no-sender":
      "Teams n’a pas dit qui vous êtes, donc aucune réunion n’a été créée. Connectez-vous avec votre compte professionnel et réessayez.",
  },
};
