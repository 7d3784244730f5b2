import type { extensionCommands as english } from "../en/extension-commands";

export const extensionCommands: typeof english = {
  extensionCommands: {
    meet: {
      title: "Начать собрание",
      description: "Собрание этой беседы в сообщении: с названием, временем и участниками.",
    },
    meetAbout: {
      title: "Обсудить на собрании",
      description: "Собрание этой беседы: название из первой строки сообщения и его участники.",
    },
    meetings: {
      title: "Собрания",
      description:
        "Находит собрания этой беседы и ваши собственные или создаёт новое по вашему запросу.",
      parameter: {
        title: "Название или запрос",
        description: "Часть названия или запрос, например «обзор завтра в 15:00».",
      },
    },
  },
};
