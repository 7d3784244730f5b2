import { text } from "node:stream/consumers";
import { listen } from "../../src/listen";

/** Teams' Connector, which can leave messages without an answer, for tests that kill processes. */
export interface SilentTeams {
  /** Ends with a slash. */
  url: string;
  /** All messages and updates in the order in which they came, answered or not. */
  received: { method: string; conversation: string; body: string }[];
  /** Resolves when it has received so many. */
  waitFor(count: number): Promise<void>;
  /** From now on, nothing is answered. */
  hold(): void;
  /** Answers everything that waits, and what comes from now on. */
  answer(): void;
  stop(): Promise<void>;
}

export async function startSilentTeams(): Promise<SilentTeams> {
  const received: SilentTeams["received"] = [];
  let waiting: (() => void)[] = [];
  let watchers: { count: number; seen: () => void }[] = [];
  let isHolding = false;

  function notify(): void {
    for (const { count, seen } of watchers) if (received.length >= count) seen();
    watchers = watchers.filter(({ count }) => received.length < count);
  }

  const server = await listen(
    async (request, response) => {
      const conversation = decodeURIComponent(request.url?.split("/")[3] ?? "");
      const message = { method: request.method ?? "", conversation, body: "" };
      received.push(message);
      const id = `sent-${received.length}`;
      message.body = await text(request).catch(() => "");
      notify();
      const respond = () => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ id }));
      };
      if (isHolding) waiting.push(respond);
      else respond();
    },
    { host: "127.0.0.1", port: 0 },
  );
  return {
    url: `${server.url}/`,
    received,
    waitFor: (count) =>
      new Promise((seen) => {
        watchers.push({ count, seen });
        notify();
      }),
    hold: () => void (isHolding = true),
    answer() {
      isHolding = false;
      for (const respond of waiting) respond();
      waiting = [];
    },
    stop: () => server.stop(0),
  };
}
