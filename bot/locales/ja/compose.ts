import type { compose as english } from "../en/compose";

export const compose: typeof english = {
  extension: {
    slow: "Teams が待つ時間内に Rendezvous が応答できませんでした。何も失われていません。少し待ってから、もう一度お試しください。",
  },
};
