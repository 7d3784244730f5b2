/** What is read of a report: no names, and no records of people. Times are ISO 8601. */
export interface AttendanceReport {
  startedAt: string;
  endedAt: string;
  peopleCount: number;
}

/** Implemented by `src/graph/attendance-reports.ts`. */
export interface AttendanceReports {
  /** Whether the app may read them. Asks only for a token, which is cached. */
  isAllowed(tenantId: string): Promise<boolean>;
  /**
   * Lists the newest reports of a meeting; for a channel's meeting, those of all meetings of the channel. Empty if Graph
   * refuses. Throws an `AppError` when Graph fails.
   */
  list(address: {
    tenantId: string;
    organizerAadId: string;
    meetingId: string;
  }): Promise<AttendanceReport[]>;
}
