import type { RowResult } from "../row";

export interface StressOptions {
  /** A folder with the built program. */
  programFolder: string;
  /** Few of everything, for the gate. */
  isQuick: boolean;
  /** Time passes 100 times more slowly for the bots, so that a busy machine doesn't miss their deadlines. */
  hasSlowClock: boolean;
  /** How long the soak lasts. */
  minutes: number;
  /** How many activities the fuzz sends. */
  activities: number;
  /** The same seed makes the same activities. */
  seed: number;
}

/** Checks promises under load. */
export interface StressTest {
  /** `npm run bench:<name>`. */
  name: string;
  title: string;
  run(options: StressOptions): Promise<RowResult>;
}
