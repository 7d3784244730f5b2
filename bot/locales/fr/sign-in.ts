import type { signIn as english } from "../en/sign-in";

export const signIn: typeof english = {
  signIn: {
    ask: "Rendezvous crée les réunions en votre propre nom : vous devez donc d’abord vous connecter. Votre demande est ensuite traitée d’elle-même, si vous vous connectez dans les 15 minutes.",
    button: "Se connecter",
    waiting: ({ name }) => `${name} doit d’abord se connecter. La réponse arrivera ici ensuite.`,
    unreachable: ({ name }) =>
      `${name}, je n’ai pas pu vous proposer de vous connecter ici, donc rien n’a encore été fait. Écrivez-moi « connexion » dans une conversation entre nous deux, puis refaites votre demande ici.`,
    signedIn: "Vous êtes connecté.",
    signedInWithNothingToDo:
      "Vous êtes connecté. Si vous aviez demandé quelque chose auparavant, tapez-le de nouveau.",
    answered: "Vous êtes connecté, et la réponse se trouve là où vous avez fait votre demande.",
    notNeeded: "Aucune connexion n’est nécessaire ici : Rendezvous crée les réunions sans elle.",
    signedOut:
      "Vous êtes déconnecté : Rendezvous a oublié votre connexion. Les réunions que vous organisez restent telles quelles.",
    notSignedIn: "Vous n’étiez pas connecté, il n’y avait donc rien à oublier.",
    tooLate:
      "La connexion est arrivée trop tard, plus de 15 minutes après votre demande, donc rien n’a été fait. Tapez de nouveau votre demande.",
    notCompleted:
      "La connexion n’a pas abouti, donc rien n’a encore été fait. Appuyez de nouveau sur « Se connecter » ou tapez « @Rendezvous connexion ».",
    failures: {
      notInstalled:
        "Teams n’a pas pu vous connecter, car Rendezvous n’est pas ajouté pour vous. Rien n’a encore été fait. Ajoutez Rendezvous sous « Applications » dans Teams, puis appuyez sur « Se connecter ».",
      notAccepted:
        "Teams n’accepte pas la façon dont Rendezvous demande votre connexion. Rien n’a encore été fait. Appuyez sur « Se connecter » ; si cela n’aide pas, votre administrateur Teams doit vérifier l’inscription de l’application : sous « Exposer une API », l’URI d’ID d’application doit être celui du package de l’application.",
      other:
        "Teams n’a pas pu vous connecter de lui-même. Rien n’a encore été fait. Appuyez sur « Se connecter » ou tapez « @Rendezvous connexion » dans une minute.",
    },
  },
};
