import type { links as english } from "../en/links";

export const links: typeof english = {
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
        next: "Copiez de nouveau le lien entier, ou tapez « @Rendezvous réunion » dans la conversation, dans Teams : tout le monde y obtiendra sa réunion.",
      },
      ended: {
        title: "Ce lien n’est plus valable",
        text: "La réunion a été annulée, ou elle a un nouveau lien.",
        next: "Tapez « @Rendezvous réunion » dans sa conversation, dans Teams : tout le monde y obtiendra un lien valable.",
      },
      unavailable: {
        title: "Impossible de vérifier le lien pour le moment",
        text: "Rien n’est perdu, et le lien reste le même.",
        next: "Ouvrez-le de nouveau dans une minute.",
      },
    },
  },
};
