import type { Activity } from "botbuilder";
import { listen } from "../../src/listen";

/** What the bot sent to Teams. */
export interface SentActivity {
  method: "POST" | "PUT";
  /** The message that a PUT replaced, or the one that was answered. */
  path: string;
  activity: Partial<Activity>;
}

export interface TestConnector {
  url: string;
  sent: SentActivity[];
  /** Resolves with the next activity that matches, or one that came already and nobody waited for. */
  waitFor(matches: (sent: SentActivity) => boolean): Promise<SentActivity>;
  /** How often each method was asked for, failures included. */
  attempts: Record<"POST" | "PUT", number>;
  /** What the next requests of this method, all unless `times` says how many, are answered instead of 200. */
  fail(method: "POST" | "PUT", status: number, times?: number): void;
  stop(): Promise<void>;
}

/** Teams' side of the Connector: takes activities on loopback, and gives each a message id. */
export async function startConnector(): Promise<TestConnector> {
  const sent: SentActivity[] = [];
  const waiters = new Set<() => void>();
  const failures = new Map<string, { status: number; times: number }>();
  const attempts = { POST: 0, PUT: 0 };
  let count = 0;

  const server = await listen(
    (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const method = request.method === "PUT" ? "PUT" : "POST";
        attempts[method] += 1;
        const failure = failures.get(method);
        if (failure && failure.times > 0) {
          failure.times -= 1;
          response.writeHead(failure.status, { "content-type": "application/json" }).end("{}");
          return;
        }
        const activity = JSON.parse(Buffer.concat(chunks).toString()) as Partial<Activity>;
        sent.push({ method, path: request.url ?? "", activity });
        count += 1;
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ id: `sent-${count}` }));
        for (const check of waiters) check();
      });
    },
    { host: "127.0.0.1", port: 0 },
  );

  return {
    url: `${server.url}/`,
    sent,
    waitFor: (matches) =>
      new Promise((resolve) => {
        function check() {
          const found = sent.find(matches);
          if (!found) return;
          waiters.delete(check);
          resolve(found);
        }
        waiters.add(check);
        check();
      }),
    attempts,
    fail: (method, status, times = Infinity) => void failures.set(method, { status, times }),
    stop: () => server.stop(0),
  };
}
