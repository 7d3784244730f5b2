import type { privately as english } from "../en/private";

export const privately: typeof english = {
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
