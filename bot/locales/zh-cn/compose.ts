import type { compose as english } from "../en/compose";

export const compose: typeof english = {
  extension: {
    slow: "Rendezvous 需要的时间超过了 Teams 的等待时间。没有丢失任何内容：请稍后重试同样的操作。",
  },
};
