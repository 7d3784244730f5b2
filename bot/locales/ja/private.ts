import type { privately as english } from "../en/private";
import { toPoliteName } from "./polite-name";

export const privately: typeof english = {
  privately: {
    postHere: "ここに投稿",
    posted: "投稿しました。ここにいる全員に会議のカードが表示されます。",
    notPosted:
      "Teams がカードを受け付けなかったため、何も投稿されませんでした。1 分ほどしてからもう一度「ここに投稿」を押してください。",
    postedBy: ({ name }: { name: string }) => `${toPoliteName(name)}が投稿しました。`,
    elsewhere:
      "別の会話で非公開で依頼された内容です。Teams がその会話であなただけに表示できなかったため、ここでお答えします。会議を変更するには、その会話で「@Rendezvous」に送信してください。",
  },
};
