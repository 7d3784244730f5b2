import type { links as english } from "../en/links";

export const links: typeof english = {
  links: {
    elsewhere: "別の会話の会議",
    roomElsewhere: ({ name }) => `別の会話のルーム #${name}`,
    copy: "リンクをコピー",
    copyCard: {
      title: "この会議のリンク",
      label: "コピーするリンク",
      text: "コピーして共有してください。Teams に貼り付けると会議のカードが表示され、それ以外の場所では会議が開きます。「新しいリンク」または「会議をキャンセル」を実行すると、このリンクは使えなくなります。",
    },
    dead: {
      unknown: {
        title: "このリンクで開ける会議はありません",
        text: "リンクが最後までコピーされていない可能性があります。",
        next: "リンク全体をもう一度コピーするか、Teams の会話で「@Rendezvous 会議」と入力してください。会話の全員が同じ会議を使えます。",
      },
      ended: {
        title: "このリンクは無効になりました",
        text: "会議がキャンセルされたか、新しいリンクに変わりました。",
        next: "Teams の元の会話で「@Rendezvous 会議」と入力してください。会話の全員が、使えるリンクを受け取れます。",
      },
      unavailable: {
        title: "現在リンクを確認できません",
        text: "失われたものはなく、リンクも変わりません。",
        next: "1 分ほど待ってから、もう一度開いてください。",
      },
    },
  },
};
