import { AsyncLocalStorage } from "node:async_hooks";

/** The id of the current turn. Use one per process: Node 20 visits every enabled instance at each new promise. */
export const turnId = new AsyncLocalStorage<string>();
