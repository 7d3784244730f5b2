/** When Graph is to tell of the meeting's calls: around their use. Times are ISO 8601. */
export interface CallWatch {
  /** The link of its meeting. With a new link, there's no watch. */
  joinWebUrl: string;
  from: string;
  until: string;
  /** At Graph. Absent until it's made, and if Graph refuses. */
  subscription?: { id: string; expiresAt: string } | undefined;
}
