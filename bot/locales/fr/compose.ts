import type { compose as english } from "../en/compose";

export const compose: typeof english = {
  extension: {
    slow: "Rendezvous met plus de temps à répondre que Teams n’attend. Rien n’est perdu : réessayez dans un instant.",
  },
};
