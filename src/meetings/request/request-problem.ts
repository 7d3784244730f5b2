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
  | { reason: "unknown-zone"; zone: string }
  | { reason: "room-too-long"; room: string; maxCharacters: number }
  | { reason: "two-rooms"; first: string; second: string }
  | { reason: "room-and-here"; room: string }
  | { reason: "too-many-people"; count: number; maxPeople: number };
