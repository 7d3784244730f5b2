import { plural } from "../plural";

/** The title, summary and buttons of the setup check. Its details are for admins, and in English only: `src/check/check-words.ts`. */
export const check = {
  check: {
    title: "Setup check",
    /** For people who can't see the details. */
    sound: "Rendezvous works. All checks passed.",
    unsound:
      "There’s a problem with the setup. Ask your admin to send “check” to Rendezvous in a personal chat.",
    detailsElsewhere: "To see the details, send “check” to Rendezvous in a personal chat.",
    allInOrder: "All checks passed.",
    notInOrder: plural("en", "{count, plural, one {Found 1 problem.} other {Found # problems.}}"),
    /** Shows the checks without a problem. */
    others: ({ count }: { count: string }) => `Other checks (${count})`,
    open: "Open page",
    again: "Check again",
  },
};
