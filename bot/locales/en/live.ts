import { plural } from "../plural";

/** What happens in a meeting now, or last happened. `time` is a time of day such as "2:02 PM", `date` a day such as "Nov 30". */
export const live = {
  live: {
    inProgress: "In progress",
    /** After `inProgress`. */
    started: ({ time }: { time: string }) => `started ${time}`,
    startedOn: ({ date, time }: { date: string; time: string }) => `started ${date}, ${time}`,
    ended: ({ time }: { time: string }) => `Ended ${time}`,
    endedOn: ({ date, time }: { date: string; time: string }) => `Ended ${date}, ${time}`,
    people: plural("en", "{count, plural, one {# person} other {# people}}"),
    /** After “No fixed time”. */
    lastMetToday: "last met today",
    lastMetOn: ({ date }: { date: string }) => `last met ${date}`,
    /** How long they met. */
    lastMetFor: ({ when, length }: { when: string; length: string }) => `${when}, ${length}`,
  },
};
