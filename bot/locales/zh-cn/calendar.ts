import type { calendar as english } from "../en/calendar";
import type { Incomplete } from "../messages";

export const calendar: Incomplete<typeof english> = {
  /** The card of a meeting that was created elsewhere. */
  attachedCard: {
    by: ({ name }) => `由 ${name} 关联`,
    ofChat: "此聊天的会议",
    /** The button. */
    detach: "取消关联",
    setElsewhere: "此会议不是通过 Rendezvous 创建的，请在其所在的日历中更改。",
  },
};
