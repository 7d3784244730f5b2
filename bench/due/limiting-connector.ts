import { listen } from "../../src/listen";

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const PER_SECOND = 50;
const PER_CONVERSATION = [
  { count: 7, perMs: 1_000 },
  { count: 60, perMs: 30_000 },
];

export interface LimitingConnector extends AsyncDisposable {
  url: string;
  /** How many messages each conversation got. */
  posted: ReadonlyMap<string, number>;
  /** How many were refused with 429. */
  refusedCount(): number;
}

/** Teams' Connector with its limits: it answers 429 beyond them. */
export async function startLimitingConnector(): Promise<LimitingConnector> {
  const posted = new Map<string, number>();
  const all: number[] = [];
  const byConversation = new Map<string, number[]>();
  let refusedCount = 0;

  function isAllowed(conversation: string, nowMs: number): boolean {
    const own = byConversation.get(conversation) ?? [];
    const isOver = (times: number[], count: number, perMs: number) =>
      (times.at(-count) ?? -Infinity) > nowMs - perMs;
    if (isOver(all, PER_SECOND, 1_000)) return false;
    if (PER_CONVERSATION.some(({ count, perMs }) => isOver(own, count, perMs))) return false;
    all.push(nowMs);
    byConversation.set(conversation, [...own, nowMs]);
    return true;
  }

  const server = await listen(
    (request, response) => {
      request.resume();
      request.on("end", () => {
        const conversation = decodeURIComponent(request.url?.split("/")[3] ?? "");
        response.setHeader("content-type", "application/json");
        if (!isAllowed(conversation, performance.now())) {
          refusedCount += 1;
          response.setHeader("retry-after", "1");
          response.writeHead(429).end("{}");
          return;
        }
        posted.set(conversation, (posted.get(conversation) ?? 0) + 1);
        response.end(JSON.stringify({ id: `sent-${all.length}` }));
      });
    },
    { host: "127.0.0.1", port: 0 },
  );
  return {
    url: `${server.url}/`,
    posted,
    refusedCount: () => refusedCount,
    [Symbol.asyncDispose]: () => server.stop(0),
  };
}
