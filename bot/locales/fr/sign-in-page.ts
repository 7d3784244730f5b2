import type { signInPage as english } from "../en/sign-in-page";

export const signInPage: typeof english = {
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
