/** A person's role in a meeting beyond attending it. */
export type RequestedRole = "presenter" | "coorganizer";

export type RequestedPerson =
  | {
      kind: "mention";
      mentionId: string;
      name: string;
      /** Both are set once the person was looked up. */
      aadId?: string;
      upn?: string;
      role?: RequestedRole;
    }
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
  /** Each person once, in order of first mention. */
  people: readonly RequestedPerson[];
  /** `DEFAULT_ROOM`, or a name from `readRoomName`. */
  room: string;
  /** Whether the meeting belongs to the reply thread where it was requested. */
  isHere: boolean;
}
