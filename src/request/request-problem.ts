import type { DayPart } from "./time/match";

/** Why a request can't be carried out, with the facts for the reply. Local times are ISO 8601 without an offset. */
export type RequestProblem =
  /** `at` is only a date when no time was given. */
  | { reason: "past"; at: string }
  /** `part` is the part of the day that was named. */
  | { reason: "no-clock-time"; date: string; part?: DayPart }
  /** Words of time that weren't understood and are part of the name; as typed, and the whole name. */
  | { reason: "time-in-name"; words: string; name: string }
  | { reason: "end-before-start"; at: string; endsAt: string }
  | { reason: "end-without-start"; endsAt: string }
  | { reason: "no-length" }
  /** It isn't clear how the meeting repeats. */
  | { reason: "no-rule" }
  /** The name of a meeting was emptied. */
  | { reason: "no-name" }
  /** The time of a scheduled meeting was emptied. */
  | { reason: "time-needed" }
  | { reason: "too-long"; minutes: number; maxMinutes: number }
  | { reason: "nonexistent-time"; at: string; suggestion: string }
  | { reason: "doubled-time"; at: string; suggestion: string }
  | { reason: "two-times"; first: string; second: string }
  | { reason: "two-lengths"; first: string; second: string }
  /** `meanings`: what the words can mean, in other words. */
  | { reason: "vague-day"; day: string; meanings?: readonly string[] }
  /** Looks like a date but isn't in the calendar; as typed. */
  | { reason: "no-such-day"; day: string }
  /** A day away from the time that may belong to the subject; both as typed. */
  | { reason: "stray-day"; day: string; time: string }
  | { reason: "unknown-zone"; zone: string }
  | { reason: "room-too-long"; room: string; maxCharacters: number }
  /** Entered as a room name, but not a valid one. */
  | { reason: "room-unreadable"; room: string }
  /** Entered as an address, but not a valid one. */
  | { reason: "no-address"; typed: string }
  | { reason: "two-rooms"; first: string; second: string }
  | { reason: "room-and-here"; room: string }
  | { reason: "too-many-people"; count: number; maxPeople: number };

export interface Refused {
  ok: false;
  problem: RequestProblem;
}

export function refuse(problem: RequestProblem): Refused {
  return { ok: false, problem };
}
