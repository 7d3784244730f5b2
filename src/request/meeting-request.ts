import type { Recurrence } from "./recurrence";

/** A person mentioned in a Teams message. */
export interface Mention {
  mentionId: string;
  name: string;
  aadId?: string;
}

/** A message in typed order: plain text, and mentions of people. */
export type RequestText = readonly (string | Mention)[];

/** A person's role in a meeting beyond attending it. */
export type RequestedRole = "presenter" | "coorganizer";

export type RequestedPerson =
  /** `aadId` and `upn` are set once the person was looked up. */
  | ({ kind: "mention"; upn?: string; role?: RequestedRole } & Mention)
  | { kind: "address"; upn: string; role?: RequestedRole };

/** Instants are ISO 8601 in UTC, as `Date.toISOString` writes them, in whole minutes. */
export type RequestedTime =
  | { kind: "start"; startsAt: string }
  | { kind: "span"; startsAt: string; endsAt: string }
  /** Starts when the meeting is created. */
  | { kind: "length"; minutes: number };

/** What someone asked for, parsed from their message. */
export interface MeetingRequest {
  /** The subject as typed; empty when none was given. */
  topic: string;
  wasTopicCut: boolean;
  time?: RequestedTime;
  /** How the meeting repeats. `time` is then its first time. */
  recurrence?: Recurrence;
  /** Each person once, in order of first mention. */
  people: readonly RequestedPerson[];
  /** `DEFAULT_ROOM`, or a name from `readRoomName`. */
  room: string;
  /** Whether the meeting belongs to the reply thread where it was requested. */
  isHere: boolean;
}

/** The request of a command that is typed alone, for a room. */
export function toBareRequest({ room }: Pick<MeetingRequest, "room">): MeetingRequest {
  return { topic: "", wasTopicCut: false, people: [], room, isHere: false };
}
