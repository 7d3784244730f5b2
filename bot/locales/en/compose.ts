/** What the compose box says. */
export const compose = {
  extension: {
    slow: "Rendezvous needs longer than Teams waits for an answer. Nothing is lost: try the same again in a moment.",
  },
};
