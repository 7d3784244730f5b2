import { plural } from "../plural";

/** The title, summary and buttons of the setup check. Its details are for admins, and in English only: `src/check/check-words.ts`. */
export const check = {
  check: {
    title: "Set-up of Rendezvous",
    /** For people who can't see the details. */
    sound: "Rendezvous works: everything that was looked at is in order.",
    unsound:
      "Something in the set-up is not in order, so Rendezvous may not work. Tell whoever runs it in your organization, or your Teams administrator: they see what it is when they type “check” in a chat with Rendezvous alone.",
    detailsElsewhere: "You see the details when you type “check” in a chat with Rendezvous alone.",
    allInOrder: "Everything that was looked at is in order.",
    notInOrder: plural(
      "en",
      "{count, plural, one {One thing is not in order.} other {# things are not in order.}}",
    ),
    copy: "To copy",
    open: "Open the page",
    again: "Look again",
  },
};
