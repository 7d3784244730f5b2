import type { extensionCommands as english } from "../en/extension-commands";

export const extensionCommands: typeof english = {
  extensionCommands: {
    meet: {
      title: "会議",
      description: "この会話の会議を、名前、日時、参加者とともにメッセージに入れます。",
    },
    meetAbout: {
      title: "この件で会議",
      description: "メッセージの最初の行を名前とし、関係者を招待する、この会話の会議です。",
    },
    meetings: {
      title: "会議を探す",
      description: "この会話の会議とご自分の会議を探すか、入力した内容で会議を作成します。",
      parameter: {
        title: "名前または依頼",
        description: "名前の一部、または「レビュー 明日15時」のような依頼。",
      },
    },
  },
};
