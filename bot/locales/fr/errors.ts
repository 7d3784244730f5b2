import type { errors as english } from "../en/errors";
import type { Incomplete } from "../messages";

export const errors: Incomplete<typeof english> = {
  reference: ({ reference }) => `Référence pour le support : ${reference}`,
  errors: {
    badTimes: () => "La fin de la réunion doit être après son début. Rien n’a été modifié.",
    refused: () =>
      "Teams a refusé cette demande. Réessayez. Si le problème persiste, envoyez la référence ci-dessous à votre administrateur.",
    appNotTrusted: () =>
      "Rendezvous n’a pas pu se connecter à Microsoft 365. Demandez à votre administrateur de vérifier ses informations d’identification, puis réessayez.",
    signInNeeded: () =>
      "Votre connexion a expiré. Envoyez « connexion » à Rendezvous, puis réessayez.",
    signInRefused: () =>
      "Microsoft 365 a refusé votre connexion. Envoyez « connexion » à Rendezvous et utilisez votre compte Teams. Si le problème persiste, envoyez la référence ci-dessous à votre administrateur.",
    consentMissing: () =>
      "Rendezvous a besoin de votre autorisation pour créer des réunions. Envoyez « connexion » à Rendezvous, sélectionnez « Se connecter » et acceptez. Réessayez ensuite.",
    onlyHost: () =>
      "Seul l’organisateur peut le faire. Rien n’a été modifié. Adressez-vous à cette personne, ou envoyez « nouveau » à Rendezvous pour devenir l’organisateur.",
    permissionMissing: () =>
      "Rendezvous n’est pas encore autorisé à créer des réunions. Demandez à votre administrateur d’accorder OnlineMeetings.ReadWrite.All, puis réessayez.",
    policyMissing: () =>
      "Vous ne pouvez pas encore organiser de réunions avec Rendezvous. Demandez à votre administrateur de vous accorder la stratégie d’accès aux applications, qui prend effet sous 30 minutes. Ou demandez à un collègue de créer la réunion.",
    notParticipant: () =>
      "Teams n’a pas donné à l’organisateur l’accès à cette réunion. Réessayez. Si le problème persiste, envoyez la référence ci-dessous à votre administrateur.",
    organizerUnknown: () =>
      "Votre compte ne permet pas d’organiser des réunions : les invités et les personnes sans licence Teams ne le peuvent pas. Demandez à un collègue de créer la réunion, puis rejoignez-la.",
    serviceOrganizerRefused: () =>
      "Le compte qui organise les réunions de votre organisation ne fonctionne pas. Demandez à votre administrateur de vérifier le compte indiqué dans ORGANIZER, puis réessayez.",
    hostRefused: () =>
      "L’organisateur de cette réunion ne peut plus la gérer. Rien n’a été modifié. Envoyez « réunion » à Rendezvous pour devenir l’organisateur et obtenir un nouveau lien.",
    meetingGone: () =>
      "Cette réunion n’existe plus dans Teams, et Rendezvous n’a pas pu en créer une autre. Réessayez dans une minute.",
    throttled: ({ wait = "une minute" }) =>
      `Microsoft 365 est très sollicité. Réessayez dans ${wait}.`,
    tooFast: ({ wait = "une minute" }) => `Vous allez trop vite. Réessayez dans ${wait}.`,
    graphUnavailable: () => "Rendezvous n’a pas pu joindre Teams. Réessayez dans une minute.",
    microsoftDown: () => "Microsoft 365 ne répond pas pour le moment. Réessayez dans une minute.",
    graphSlow: () => "Teams a mis trop de temps à répondre. Réessayez dans une minute.",
    badAnswer: () =>
      "Teams n’a pas renvoyé de lien de réunion valide. Réessayez dans une minute. Si le problème persiste, envoyez la référence ci-dessous à votre administrateur.",
    rosterUnavailable: () =>
      "Rendezvous n’a pas pu vérifier qui peut modifier cette réunion. Rien n’a été modifié. Réessayez dans une minute, ou adressez-vous à l’organisateur.",
    recordUnreadable: () =>
      "Rendezvous n’a pas pu lire les données de cette réunion. Rien n’a été modifié. Envoyez la référence ci-dessous à votre administrateur.",
    storeUnavailable: () =>
      "Rendezvous n’a pas pu accéder à ses données. Réessayez dans une minute. Si le problème persiste, envoyez la référence ci-dessous à votre administrateur.",
    unexpected: () =>
      "Un problème est survenu. Réessayez. Si le problème persiste, envoyez la référence ci-dessous à votre administrateur.",
  },
};
