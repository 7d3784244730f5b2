import { sleep } from "./async/deadline";
import type { Log } from "./log";
import type { MeetingStore } from "./meetings/record/meeting-store";

/** The world outside: all that an app may touch. */
export interface Dependencies {
  fetch: typeof fetch;
  now: () => Date;
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  log: Log;
  store: MeetingStore;
  /** Before a failed call to Graph is repeated for the first time; later ones wait longer. 400 unless given. */
  retryDelayMs?: number;
  /** Where the sign-in pages' code was built to; beside our own, unless said. */
  scriptFolder?: string;
}

/** The real clock and network. */
export function systemDependencies(): Pick<Dependencies, "fetch" | "now" | "sleep"> {
  return {
    fetch: globalThis.fetch,
    now: () => new Date(),
    sleep,
  };
}

/** Log and store are the caller's choice. */
export function createDependencies(chosen: Pick<Dependencies, "log" | "store">): Dependencies {
  return { ...systemDependencies(), ...chosen };
}
