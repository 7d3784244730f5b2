import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { z } from "zod";
import type { TestClock } from "./clock";

const STARTED = "http.client.request.start";
const startSchema = z.object({ request: z.custom<ClientRequest>() });

/**
 * Stops the clock during this process's HTTP requests other than `fetch`: to the table. Returns a function that ends it.
 */
export function holdClockDuringHttp(clock: TestClock): () => void {
  const hold = (message: unknown) => {
    const { request } = startSchema.parse(message);
    void clock.duringIo(() => new Promise<void>((resolve) => request.once("close", resolve)));
  };
  subscribe(STARTED, hold);
  return () => void unsubscribe(STARTED, hold);
}
