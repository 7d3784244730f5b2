import { setTimeout as delay } from "node:timers/promises";

/** Waits for `ms`; rejects at once when `signal` aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Waits for `ms`, or rejects when the server closes. */
export type Pause = (ms: number) => Promise<void>;

/** The sleep of the real world. */
export const sleep: Sleep = (ms, signal) => delay(ms, undefined, { signal });
