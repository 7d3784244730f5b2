/** Meetings that repeat. `day` is a day such as "tomorrow, Dec 1" or "Fri, Dec 4". */
export const series = {
  series: {
    /** After the rule: when the next meeting is. */
    next: ({ day }: { day: string }) => `next ${day}`,
    /** `day` is a word such as "tomorrow". */
    dayOn: ({ day, date }: { day: string; date: string }) => `${day}, ${date}`,
    dayAt: ({ day, time }: { day: string; time: string }) => `${day}, ${time}`,
    now: "now",
    paused: "paused",
    over: "over",
    skipped: ({ day }: { day: string }) => `Skipped: ${day}`,
    buttons: {
      skipNext: "Skip next",
      undoSkip: "Restore",
      pause: "Pause",
      resume: "Resume",
      only: ({ day }: { day: string }) => `Only ${day}`,
      all: "All",
      /** The meeting then takes place once. */
      stop: "Stop repeating",
    },
    done: {
      skipped: ({ name, day }: { name: string; day: string }) => `${name} skipped ${day}.`,
      restored: ({ name, day }: { name: string; day: string }) => `${name} restored ${day}.`,
      paused: ({ name }: { name: string }) => `Paused by ${name}.`,
      resumed: ({ name }: { name: string }) => `Resumed by ${name}.`,
    },
    move: {
      title: ({ subject }: { subject: string }) => `Move “${subject}”`,
      text: ({ day }: { day: string }) =>
        `Move only the next meeting (${day}), or all from then on?`,
    },
    /** For a form, which can also change the name and the people. */
    edit: ({ day }: { day: string }) =>
      `Is the new time only for the next meeting (${day}), or for all from then on?`,
    change: ({ subject }: { subject: string }) =>
      `“${subject}” repeats. What should change for everyone? The link stays the same.`,
    cancel: {
      text: ({ day, name }: { day: string; name: string }) =>
        `Skip only the next meeting (${day}), or cancel all of them? Then the link stops working for everyone.\nOnly ${name} can cancel them, within 10 minutes.`,
      all: "Cancel all",
    },
    notSkipped: {
      unclear: ({ typed, next }: { typed: string; next: string }) =>
        `I can’t tell which meeting “${typed}” is. Next: ${next}.`,
      notOnDay: ({ day, next }: { day: string; next: string }) =>
        `There’s no meeting that day (${day}). Next: ${next}.`,
      already: ({ day, next }: { day: string; next: string }) =>
        `That meeting (${day}) is already skipped. Next: ${next}.`,
      noneThen: ({ next }: { next: string }) => `There’s no meeting then. Next: ${next}.`,
      over: "All meetings are over, so there’s nothing to skip.",
      /** Between the next two days. */
      and: ({ first, second }: { first: string; second: string }) => `${first}, and ${second}`,
      /** Between the first and the last of more days, also within a sentence. */
      through: ({ first, last }: { first: string; last: string }) => `${first} – ${last}`,
    },
    help: {
      repeat: {
        typed: "meet Stand-up every weekday 9:30 for 15 min",
        text: "Get a meeting that repeats, with the same link every time.",
      },
      skip: { typed: "skip tomorrow", text: "Leave out one of the meetings that repeat." },
      pause: { typed: "pause", text: "Pause meetings that repeat. To continue, type resume." },
    },
    /** For commands that need a meeting that repeats. */
    once: ({ subject }: { subject: string }) =>
      `“${subject}” doesn’t repeat. To make it repeat, type a rule, such as “move to every Monday 9:30”.`,
    isPaused: "The meetings are paused. Choose Resume to continue.",
    notPaused: "The meetings aren’t paused.",
    nothingSkipped: "No meeting is skipped.",
  },
};
