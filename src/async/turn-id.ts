import { AsyncLocalStorage } from "node:async_hooks";

/** The id of the turn that is running. One per process: Node 20 visits every enabled instance at each new promise. */
export const turnId = new AsyncLocalStorage<string>();
