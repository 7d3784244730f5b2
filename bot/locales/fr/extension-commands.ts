import type { extensionCommands as english } from "../en/extension-commands";

export const extensionCommands: typeof english = {
  extensionCommands: {
    meet: {
      title: "Se réunir",
      description:
        "La réunion de cette conversation dans un message, avec un nom, une heure et des participants.",
    },
    meetAbout: {
      title: "Se réunir à ce sujet",
      description:
        "La réunion de cette conversation, avec la première ligne du message pour nom, et ses participants.",
    },
    meetings: {
      title: "Réunions",
      description:
        "Trouve les réunions de cette conversation et les vôtres, ou en crée une d’après votre saisie.",
      parameter: {
        title: "Nom ou demande",
        description: "Une partie du nom, ou une demande comme « point demain 15h ».",
      },
    },
  },
};
