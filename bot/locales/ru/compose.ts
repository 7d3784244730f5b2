import type { compose as english } from "../en/compose";

export const compose: typeof english = {
  extension: {
    slow: "Rendezvous нужно больше времени, чем Teams ждёт ответа. Ничего не потеряно: повторите то же самое чуть позже.",
  },
};
