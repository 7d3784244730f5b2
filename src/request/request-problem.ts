/** Why a request is not carried out, with what its answer needs. Wall times are ISO 8601 without an offset. */
export type RequestProblem =
  /** `at` is a date alone when no hour was given. */
  | { reason: "past"; at: string }
  | { reason: "no-clock-time"; date: string }
  | { reason: "end-before-start"; at: string; endsAt: string }
  | { reason: "end-without-start"; endsAt: string }
  | { reason: "no-length" }
  | { reason: "too-long"; minutes: number; maxMinutes: number }
  | { reason: "nonexistent-time"; at: string; suggestion: string }
  | { reason: "doubled-time"; at: string; suggestion: string }
  | { reason: "two-times"; first: string; second: string }
  | { reason: "two-lengths"; first: string; second: string }
  | { reason: "vague-day"; day: string }
  /** What looks like a date and is none, as it was typed. */
  | { reason: "no-such-day"; day: string }
  /** A day that is not said beside the time, and may be part of the topic; both as they were typed. */
  | { reason: "stray-day"; day: string; time: string }
  | { reason: "unknown-zone"; zone: string }
  | { reason: "room-too-long"; room: string; maxCharacters: number }
  /** What was entered as a room's name and is none. */
  | { reason: "room-unreadable"; room: string }
  /** What was entered as an address and is none. */
  | { reason: "no-address"; typed: string }
  | { reason: "two-rooms"; first: string; second: string }
  | { reason: "room-and-here"; room: string }
  | { reason: "too-many-people"; count: number; maxPeople: number };
