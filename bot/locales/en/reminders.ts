import { plural } from "../plural";

/** Reminders before a meeting starts. A lead is the time from the reminder to the start. */
export const reminders = {
  reminders: {
    minutes: plural("en", "{count, plural, one {# minute} other {# minutes}}"),
    hours: plural("en", "{count, plural, one {# hour} other {# hours}}"),
    hoursAndMinutes: ({ hours, minutes }: { hours: string; minutes: string }) =>
      `${hours} ${minutes}`,
    /** What the message says, and its notification. */
    startsIn: ({ subject, lead }: { subject: string; lead: string }) =>
      `${subject} starts in ${lead}`,
    startsNow: ({ subject }: { subject: string }) => `${subject} starts now`,
    started: ({ subject, time }: { subject: string; time: string }) =>
      `${subject} started ${time} ago`,
    /** Replaces a message that Teams doesn't let the bot delete. */
    past: ({ subject }: { subject: string }) => `Past reminder: ${subject}`,
    /** On the meeting’s card. */
    line: ({ lead }: { lead: string }) => `Reminder ${lead} before`,
    set: ({ name, lead }: { name: string; lead: string }) =>
      `${name} set a reminder: ${lead} before the start.`,
    turnedOff: ({ name }: { name: string }) => `${name} turned reminders off.`,
    /** Added for a meeting that has no reminders yet. */
    noTime: "It works once the meeting has a time.",
    state: {
      on: ({ subject, lead }: { subject: string; lead: string }) =>
        `${subject}: reminder ${lead} before the start.`,
      off: ({ subject }: { subject: string }) => `${subject}: reminders are off.`,
    },
    how: "To change it, type “remind 10”, “remind 1 hour” or “remind off”.",
    unclear: "When should I remind you? Type “remind 10”, “remind 1 hour” or “remind off”.",
    tooLong: "A reminder can come up to 24 hours before the start.",
    /** No one can turn them on. */
    off: "Your admin turned reminders off.",
    help: {
      typed: "remind 10",
      text: "Remind everyone 10 minutes before the start. To stop, type remind off.",
    },
  },
};
