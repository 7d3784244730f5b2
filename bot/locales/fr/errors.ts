import type { errors as english } from "../en/errors";
import type { Incomplete } from "../messages";

export const errors: Incomplete<typeof english> = {
  reference: ({ reference }) => `Référence pour l’assistance : ${reference}`,
  errors: {
    badTimes: () =>
      "Ces heures ne vont pas ensemble, donc rien n’a été modifié. Indiquez un début, puis une fin qui vient après.",
    refused: () =>
      "Teams n’a pas accepté de créer une réunion pour cette conversation. Rien n’a été modifié. Réessayez et, si cela persiste, transmettez à votre administrateur Teams la référence ci-dessous.",
    appNotTrusted: () =>
      "Rendezvous n’a pas pu se connecter à Microsoft 365, donc rien n’a été modifié. Votre administrateur Teams doit vérifier les identifiants de l’application ; réessayez ensuite.",
    signInNeeded: () =>
      "Cela se fait en votre nom, et votre connexion n’était plus valable. Rien n’a été modifié. Tapez « @Rendezvous connexion », puis réessayez.",
    signInRefused: () =>
      "Cette connexion n’était pas la vôtre, ou Microsoft 365 ne l’a pas acceptée, donc rien n’a été modifié. Tapez « @Rendezvous connexion » et connectez-vous avec le compte que vous utilisez dans Teams ; si cela persiste, transmettez à votre administrateur Teams la référence ci-dessous.",
    consentMissing: () =>
      "Ni vous ni votre administrateur Teams n’avez encore autorisé Rendezvous à créer des réunions en votre nom. Rien n’a été modifié. Tapez « @Rendezvous connexion », appuyez sur « Se connecter » et acceptez ; réessayez ensuite.",
    onlyHost: () =>
      "Seul l’organisateur peut le faire, car cela se fait en son propre nom. Rien n’a été modifié. Adressez-vous à lui ; ou, si vous y êtes autorisé, tapez « @Rendezvous nouveau » pour un nouveau lien dont vous serez l’organisateur.",
    permissionMissing: () =>
      "Votre organisation n’a pas encore autorisé Rendezvous à créer des réunions. Rien n’a été modifié. Votre administrateur Teams doit consentir à l’autorisation OnlineMeetings.ReadWrite.All ; réessayez ensuite.",
    policyMissing: () =>
      "Votre organisation n’a pas encore autorisé Rendezvous à créer des réunions en votre nom. Rien n’a été modifié. Votre administrateur Teams doit vous accorder la stratégie d’accès aux applications, qui met jusqu’à 30 minutes à prendre effet ; ou demandez à un collègue qui en dispose de taper « @Rendezvous réunion » en premier.",
    notParticipant: () =>
      "Teams n’a pas voulu montrer cette réunion à son organisateur. Rien n’a été modifié. Tapez de nouveau « @Rendezvous réunion » et, si cela persiste, transmettez à votre administrateur Teams la référence ci-dessous.",
    organizerUnknown: () =>
      "Teams ne permet pas à votre compte d’organiser une réunion : c’est impossible pour les invités et les personnes sans licence Teams. Rien n’a été modifié. Demandez à un membre de votre organisation de taper « @Rendezvous réunion » ; vous pourrez alors rejoindre la réunion, vous aussi.",
    serviceOrganizerRefused: () =>
      "Le compte qui organise toutes les réunions ici ne peut pas en organiser pour le moment. Rien n’a été modifié. Votre administrateur Teams doit vérifier ce compte, que désigne le paramètre ORGANIZER ; réessayez ensuite.",
    hostRefused: () =>
      "Teams ne laisse plus l’organisateur de cette réunion agir en son nom : son compte n’existe plus, n’a pas de licence Teams ou n’y est plus autorisé. Rien n’a été modifié. Tapez « @Rendezvous réunion » : la réunion continue, vous en devenez l’organisateur et le lien est nouveau.",
    meetingGone: () =>
      "Teams n’a plus la réunion de cette conversation et n’a pas accepté d’en créer une autre. Rien n’a été modifié. Réessayez dans une minute.",
    throttled: ({ wait = "une minute" }) =>
      `Teams est très sollicité et demande un peu de patience. Rien n’a été modifié. Réessayez dans ${wait}.`,
    graphUnavailable: () =>
      "Impossible de joindre Teams pour le moment. Rien n’est perdu : réessayez dans une minute.",
    graphSlow: () =>
      "Teams a mis trop de temps à répondre. Rien n’est perdu : réessayez dans une minute.",
    badAnswer: () =>
      "Teams a répondu sans lien de réunion utilisable. Rien n’a été modifié. Réessayez dans une minute et, si cela persiste, transmettez à votre administrateur Teams la référence ci-dessous.",
    rosterUnavailable: () =>
      "Teams n’a pas pu dire qui peut modifier cette réunion. Rien n’a été modifié. Réessayez dans une minute ; en attendant, l’organisateur peut le faire.",
    recordUnreadable: () =>
      "Cette version de Rendezvous ne peut pas lire ce qui a été enregistré pour cette conversation. Rien n’a été modifié ; votre administrateur Teams peut vous aider grâce à la référence ci-dessous.",
    storeUnavailable: () =>
      "Rendezvous n’a pas pu accéder à ses propres données. Rien n’est perdu : réessayez dans une minute et, si cela persiste, transmettez à votre administrateur Teams la référence ci-dessous.",
    unexpected: () =>
      "Un problème est survenu de notre côté. Rien n’est perdu : réessayez et, si cela persiste, transmettez à votre administrateur Teams la référence ci-dessous.",
  },
};
