import type { signIn as english } from "../en/sign-in";
import type { Incomplete } from "../messages";

export const signIn: Incomplete<typeof english> = {
  signIn: {
    ask: "Connectez-vous pour que Rendezvous crée des réunions en votre nom. Si vous vous connectez dans les 15 minutes, votre demande sera traitée automatiquement.",
    button: "Se connecter",
    waiting: ({ name }) => `En attente de la connexion de ${name}.`,
    unreachable: ({ name }) =>
      `${name}, connectez-vous d’abord : envoyez « connexion » à Rendezvous dans une conversation privée. Refaites ensuite votre demande.`,
    signedIn: "Connexion réussie.",
    signedInWithNothingToDo:
      "Connexion réussie. Si vous aviez fait une demande, envoyez-la de nouveau.",
    answered: "Connexion réussie. La réponse vous attend là où vous avez fait votre demande.",
    notNeeded:
      "Vous n’avez pas besoin de vous connecter : dans votre organisation, Rendezvous fonctionne sans connexion.",
    signedOut: "Déconnexion réussie. Les réunions que vous organisez ne changent pas.",
    notSignedIn: "Vous n’étiez pas connecté à Rendezvous.",
    tooLate: "Votre demande a expiré au bout de 15 minutes. Envoyez-la de nouveau.",
    notCompleted: "La connexion n’a pas abouti. Sélectionnez de nouveau « Se connecter ».",
    failures: {
      notInstalled:
        "Teams n’a pas pu vous connecter, car vous n’avez pas l’application Rendezvous. Ajoutez-la sous « Applications » dans Teams, puis sélectionnez « Se connecter ».",
      notAccepted:
        "Teams n’a pas pu vous connecter. Sélectionnez « Se connecter » pour réessayer. Si le problème persiste, demandez à votre administrateur de vérifier l’URI d’ID d’application sous « Exposer une API ».",
      other: "Teams n’a pas pu vous connecter automatiquement. Sélectionnez « Se connecter ».",
    },
  },
  signInPage: {
    close: "Fermer",
    working: {
      title: "Connexion en cours…",
      text: "Cela ne prend qu’un instant.",
      next: "Si rien ne se passe au bout d’une minute, fermez cette fenêtre et sélectionnez de nouveau « Se connecter » dans Teams.",
    },
    done: {
      title: "Connexion réussie",
      text: "Rendezvous poursuit votre demande dans Teams.",
      next: "Vous pouvez fermer cette fenêtre.",
    },
    outside: {
      title: "Ouvrez cette page depuis Teams",
      text: "La connexion à Rendezvous se fait uniquement depuis Teams.",
      next: "Fermez cette fenêtre. Dans Teams, envoyez « connexion » à Rendezvous, puis sélectionnez « Se connecter ».",
    },
    unheard: {
      title: "Teams ne répond pas",
      text: "La connexion avec Microsoft a réussi, mais cette fenêtre n’a pas pu en informer Teams.",
      next: "Fermez cette fenêtre. Dans Teams, envoyez « connexion » à Rendezvous, puis sélectionnez de nouveau « Se connecter ».",
    },
    declined: {
      title: "Connexion annulée",
      text: "Rendezvous a besoin de votre autorisation pour créer des réunions en votre nom.",
      next: "Pour réessayer, fermez cette fenêtre, sélectionnez « Se connecter » dans Teams et acceptez.",
    },
    approval: {
      title: "L’accord de votre administrateur est nécessaire",
      text: "Dans votre organisation, seul un administrateur peut accorder cette autorisation à Rendezvous.",
      next: "Demandez à votre administrateur d’approuver les autorisations de Rendezvous. Sélectionnez ensuite de nouveau « Se connecter » dans Teams.",
    },
    mismatch: {
      title: "Cette connexion n’est plus valide",
      text: "Elle a été lancée dans une autre fenêtre, ou elle est déjà terminée.",
      next: "Fermez cette fenêtre et sélectionnez de nouveau « Se connecter » dans Teams.",
    },
    refused: {
      title: "Microsoft n’a pas pu vous connecter",
      text: "La page de connexion de Microsoft a signalé une erreur.",
      next: "Fermez cette fenêtre et sélectionnez de nouveau « Se connecter » dans Teams. Si le problème persiste, envoyez ce code à votre administrateur :",
    },
    broken: {
      title: "Ce navigateur bloque la connexion",
      text: "Il ne permet pas à cette page d’enregistrer les données nécessaires à une connexion sécurisée.",
      next: "Autorisez ce site à enregistrer des données, ou utilisez un autre navigateur ou l’application Teams. Sélectionnez ensuite de nouveau « Se connecter ».",
    },
    scriptless: {
      title: "Activez JavaScript pour vous connecter",
      text: "JavaScript est désactivé dans ce navigateur.",
      next: "Autorisez JavaScript pour ce site, fermez cette fenêtre, puis sélectionnez de nouveau « Se connecter » dans Teams.",
    },
  },
};
