import { plural } from "../plural";

/** What's asked when a request can't be carried out as it is. */
export const problems = {
  /** On a card, the title is the heading. In a dialog, both are shown below the field. */
  problems: {
    past: { title: "That time has passed", text: "Pick a future time." },
    "no-clock-time": {
      today: "What time today?",
      tomorrow: "What time tomorrow?",
      day: ({ day }: { day: string }) => `What time on ${day}?`,
      todayIn: {
        morning: "What time this morning?",
        midday: "What time around noon?",
        afternoon: "What time this afternoon?",
        evening: "What time tonight?",
      },
      tomorrowIn: {
        morning: "What time tomorrow morning?",
        midday: "What time around noon tomorrow?",
        afternoon: "What time tomorrow afternoon?",
        evening: "What time tomorrow evening?",
      },
      dayIn: {
        morning: ({ day }: { day: string }) => `What time on ${day}, in the morning?`,
        midday: ({ day }: { day: string }) => `What time on ${day}, around noon?`,
        afternoon: ({ day }: { day: string }) => `What time on ${day}, in the afternoon?`,
        evening: ({ day }: { day: string }) => `What time on ${day}, in the evening?`,
      },
      text: ({ example }: { example: string }) => `For example, ${example}.`,
    },
    /** Words of time that the bot couldn’t read, and that would be part of the name. */
    "time-in-name": {
      title: "When is the meeting?",
      text: ({ words, name }: { words: string; name: string }) =>
        `“${words}” looks like a time. Pick one, or keep it in the name “${name}”.`,
    },
    "end-before-start": {
      title: "The end is before the start",
      text: ({ start, end }: { start: string; end: string }) =>
        `It would start ${start} and end ${end}.`,
    },
    "end-without-start": {
      title: "When does it start?",
      text: ({ end }: { end: string }) => `It ends ${end}.`,
    },
    "no-length": { title: "How long is it?", text: "A meeting lasts at least a minute." },
    "no-rule": {
      title: "How does it repeat?",
      text: ({ example }: { example: string }) => `Enter a rule, such as “${example}”.`,
    },
    "no-name": { title: "Enter a name", text: "Every meeting has a name." },
    "time-needed": {
      title: "When is the meeting?",
      text: "A meeting with a time can’t go back to having none. Pick a date and time.",
    },
    "too-long": {
      title: "That’s too long",
      /** `count` is in hours. */
      text: plural("en", "A meeting can last up to {count, plural, one {# hour} other {# hours}}."),
    },
    "nonexistent-time": {
      title: "That time doesn’t exist",
      text: ({ time, suggestion }: { time: string; suggestion: string }) =>
        `The clocks skip ${time}. How about ${suggestion}?`,
    },
    "doubled-time": {
      title: "That time comes twice",
      text: ({ time, suggestion }: { time: string; suggestion: string }) =>
        `The clocks go back over ${time}. How about ${suggestion}?`,
    },
    "two-times": {
      title: "Which time?",
      text: ({ first, second }: { first: string; second: string }) =>
        `You gave two: “${first}” and “${second}”.`,
    },
    "two-lengths": {
      title: "How long is it?",
      text: ({ first, second }: { first: string; second: string }) =>
        `You gave two durations: “${first}” and “${second}”.`,
    },
    "vague-day": {
      title: "Which day?",
      text: ({ day }: { day: string }) => `“${day}” could be several days.`,
    },
    "no-such-day": {
      title: "Which day?",
      text: ({ day }: { day: string }) => `“${day}” isn’t in the calendar.`,
    },
    /** A day and a time with other words between them. */
    "stray-day": {
      title: "When is the meeting?",
      text: ({ day, time }: { day: string; time: string }) => `You said “${day}” and “${time}”.`,
    },
    /** `zone` is an abbreviation after a time that stands for several time zones. */
    "unknown-zone": {
      title: "Which time zone?",
      text: ({ zone }: { zone: string }) =>
        `“${zone}” isn’t clear. Pick the time in your own time zone.`,
    },
    "room-unreadable": {
      title: "That room name doesn’t work",
      text: "Use letters, digits, “-” and “_”, such as #design.",
    },
    "no-address": {
      title: ({ typed }: { typed: string }) => `“${typed}” isn’t an email address`,
      text: "Use full addresses, such as bo@contoso.com, with commas between them.",
    },
    "room-too-long": {
      title: "That room name is too long",
      text: plural(
        "en",
        "It can have up to {count, plural, one {# character} other {# characters}}.",
      ),
    },
    "two-rooms": {
      title: "Which room?",
      text: ({ first, second }: { first: string; second: string }) =>
        `You named #${first} and #${second}.`,
    },
    "room-and-here": {
      title: "Room or thread?",
      text: ({ room }: { room: string }) => `You named #${room} and this thread.`,
    },
    "too-many-people": {
      title: "That’s a lot of people",
      text: plural(
        "en",
        "You can invite up to {count, plural, one {# person} other {# people}} at once. Others can join with the link.",
      ),
    },
  },
  /** The fields and buttons of a card about a problem. */
  solve: {
    day: "Date",
    time: "Time",
    minutes: "Duration",
    setTime: "Set time",
    setLength: "Set duration",
    withoutTime: "Meet without a time",
    useName: "Create with this name",
    thread: "This thread",
    room: ({ name }: { name: string }) => `Use #${name}`,
    firstPeople: plural(
      "en",
      "{count, plural, one {Invite the first one} other {Invite the first #}}",
    ),
  },
  rename: {
    title: ({ subject }: { subject: string }) => `New name for “${subject}”?`,
    text: "Enter a name for the meeting.",
    name: "Name",
    button: "Rename",
  },
  move: {
    title: ({ subject }: { subject: string }) => `New time for “${subject}”?`,
    text: "Pick a date and time.",
    button: "Move",
  },
  thread: {
    title: "This isn’t a thread",
    none: "Reply in a thread to use “here”.",
    noneInChat: "Only channels have threads.",
    meet: {
      channel: "Meet in this channel",
      chat: "Meet in this chat",
    },
    /** For other commands than “meet”. */
    use: {
      channel: "Use this channel’s meeting",
      chat: "Use this chat’s meeting",
    },
  },
};
