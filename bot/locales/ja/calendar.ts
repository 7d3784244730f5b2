import type { calendar as english } from "../en/calendar";
import type { Incomplete } from "../messages";
import { toPoliteName } from "./polite-name";

export const calendar: Incomplete<typeof english> = {
  /** The card of a meeting that was created elsewhere. */
  attachedCard: {
    by: ({ name }) => `${toPoliteName(name)}が関連付けた会議`,
    ofChat: "このチャットの会議",
    /** The button. */
    detach: "関連付けを解除",
    setElsewhere:
      "この会議は Rendezvous の外で作成されています。変更するには、元の予定表で編集してください。",
  },
};
