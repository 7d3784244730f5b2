/** What a person does in a meeting beyond attending it. */
export type RequestedRole = "presenter" | "coorganizer";

export type RequestedPerson =
  | {
      kind: "mention";
      mentionId: string;
      name: string;
      /** Both once the person was looked up. */
      aadId?: string;
      upn?: string;
      role?: RequestedRole;
    }
  | { kind: "address"; upn: string; role?: RequestedRole };

/** Instants are ISO 8601 in UTC, as `Date.toISOString` writes them, in whole minutes. */
export type RequestedTime =
  | { kind: "start"; startsAt: string }
  | { kind: "span"; startsAt: string; endsAt: string }
  /** A length alone: it runs from the moment the meeting is made. */
  | { kind: "length"; minutes: number };

/** What somebody asked for, read from their words. */
export interface MeetingRequest {
  /** In its own spelling; empty when none was given. */
  topic: string;
  wasTopicCut: boolean;
  time?: RequestedTime;
  /** Each person once, in the order of their first naming. */
  people: readonly RequestedPerson[];
  /** `DEFAULT_ROOM`, or a name as `readRoomName` returns it. */
  room: string;
  /** Whether the meeting belongs to the reply thread in which it was asked for. */
  isHere: boolean;
}
