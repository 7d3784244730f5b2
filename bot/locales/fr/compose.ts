import type { compose as english } from "../en/compose";

export const compose: typeof english = {
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
};
