import type { JoinableRecord } from "../record/attached-record";

/** Something that happened in a call, as one of the sources tells it. Sources repeat events, and deliver them in any order. */
export interface LiveEvent {
  tenantId: string;
  /** How the source names the meeting: its whole link, or Teams' id of it, or both. */
  joinWebUrl?: string | undefined;
  teamsMeetingId?: string | undefined;
  kind: "started" | "ended" | "people";
  /** ISO 8601. When it happened, by the source's clock. */
  at: string;
  /** For `people`: who joined, who left, and who waits in the lobby. */
  joined?: readonly CallPerson[];
  left?: readonly CallPerson[];
  waiting?: readonly CallPerson[];
  /** For `ended`, when a report tells them: how many people took part, and when the call started (ISO 8601). */
  peopleCount?: number;
  startedAt?: string;
}

/** Someone in a call. All are hashes: never names or ids. */
export interface CallPerson {
  id: string;
  /** Where the source tells a person's devices apart: which one it is. */
  presence?: string | undefined;
}

/** A meeting that an event changed. */
export interface NotedMeeting {
  record: JoinableRecord;
  /** How long to wait before its posted cards may be updated. Teams limits updates. */
  updateInMs: number;
}

/**
 * The port for everything that tells of calls: Teams' events to the bot (`bot/turn/parse-live-event.ts`), and Graph's
 * notifications. Implemented by `note-live-event.ts`.
 */
export interface LiveEvents {
  /**
   * Notes an event in the records of its meetings. An event about a meeting that isn't ours, or one that was noted
   * before, changes nothing.
   *
   * @throws AppError `store_unavailable`
   */
  note(event: LiveEvent): Promise<NotedMeeting[]>;
}
