import type { search as english } from "../en/search";

export const search: typeof english = {
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
