import type { signIn as english } from "../en/sign-in";
import type { Incomplete } from "../messages";

export const signIn: Incomplete<typeof english> = {
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
  signInPage: {
    close: "Fermer",
    working: {
      title: "Un instant",
      text: "Rendezvous vous connecte par l’intermédiaire de Microsoft.",
      next: "Si rien ne se passe au bout d’une minute, fermez cette fenêtre et appuyez de nouveau sur « Se connecter » dans Teams.",
    },
    done: {
      title: "Vous êtes connecté",
      text: "Teams en est informé et poursuit votre demande.",
      next: "Vous pouvez fermer cette fenêtre.",
    },
    outside: {
      title: "Ouvrez cette page depuis Teams",
      text: "Cette page sert à se connecter à Rendezvous et ne fonctionne que lorsque Teams l’ouvre.",
      next: "Fermez cette fenêtre. Dans Teams, écrivez « connexion » à Rendezvous et appuyez sur « Se connecter ».",
    },
    unheard: {
      title: "Teams ne répond pas",
      text: "Vous vous êtes connecté avec Microsoft, mais Teams, qui doit en être informé, ne répond pas à cette fenêtre.",
      next: "Fermez cette fenêtre. Dans Teams, écrivez « connexion » à Rendezvous et appuyez encore une fois sur « Se connecter ».",
    },
    declined: {
      title: "Vous ne vous êtes pas connecté",
      text: "Rendezvous n’a pas été autorisé à créer des réunions en votre nom ; rien n’a donc été fait.",
      next: "Si vous le souhaitez, fermez cette fenêtre, appuyez de nouveau sur « Se connecter » dans Teams et acceptez.",
    },
    approval: {
      title: "Un administrateur doit d’abord donner son accord",
      text: "Dans votre organisation, cette autorisation ne peut pas être donnée par les utilisateurs. Rien n’a été fait en votre nom.",
      next: "Demandez à votre administrateur Teams de consentir aux autorisations de Rendezvous, puis appuyez de nouveau sur « Se connecter » dans Teams.",
    },
    mismatch: {
      title: "Cette connexion appartient à une autre fenêtre",
      text: "Elle a été commencée ailleurs ou est déjà terminée ; elle n’a donc pas été utilisée.",
      next: "Fermez cette fenêtre et appuyez de nouveau sur « Se connecter » dans Teams.",
    },
    refused: {
      title: "Microsoft ne vous a pas connecté",
      text: "Sa page de connexion a signalé une erreur ; rien n’a donc été fait en votre nom.",
      next: "Fermez cette fenêtre et appuyez de nouveau sur « Se connecter » dans Teams. Si l’erreur persiste, transmettez ce numéro à votre administrateur Teams :",
    },
    broken: {
      title: "La connexion ne fonctionne pas dans ce navigateur",
      text: "Il ne laisse pas cette page conserver ce qu’il faut pour une connexion sûre jusqu’à votre retour de Microsoft.",
      next: "Autorisez ce site à conserver des données, ou utilisez Teams dans un autre navigateur ou dans son application ; appuyez ensuite de nouveau sur « Se connecter ».",
    },
    scriptless: {
      title: "La connexion nécessite JavaScript",
      text: "Il est désactivé dans ce navigateur ; rien n’a donc été fait.",
      next: "Autorisez JavaScript pour ce site, fermez cette fenêtre et appuyez de nouveau sur « Se connecter » dans Teams.",
    },
  },
};
