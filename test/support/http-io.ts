import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { z } from "zod";
import type { TestClock } from "./clock";

const STARTED = "http.client.request.start";
const startSchema = z.object({ request: z.custom<ClientRequest>() });

/** Stops the clock while this process has open HTTP requests other than `fetch`: to the Connector and the table. */
export async function holdClockDuringHttp<T>(clock: TestClock, work: () => Promise<T>): Promise<T> {
  const hold = (message: unknown) => {
    const { request } = startSchema.parse(message);
    void clock.duringIo(() => new Promise<void>((resolve) => request.once("close", resolve)));
  };
  subscribe(STARTED, hold);
  try {
    return await work();
  } finally {
    unsubscribe(STARTED, hold);
  }
}
