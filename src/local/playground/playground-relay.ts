import type { IncomingMessage, ServerResponse } from "node:http";
import getRawBody from "raw-body";
import { listen, type RunningServer } from "../../listen";
import { sleep as realSleep, type Sleep } from "../pause";
import { toKnownResults, toNamedSearch } from "./known-results";
import { toSend, toSentDialog } from "./press-send";

/** Four times what the bot takes, which then says so itself. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Headers of the way to here, which are no part of the request. */
const HOP_HEADERS = new Set(["host", "connection", "keep-alive", "content-length", "expect"]).add(
  "transfer-encoding",
);

/** A post that is new to the page empties its open dialog after 300 ms, and with it what comes before. */
const SHOWN_AFTER_MS = 1_000;

interface Answer {
  status: number;
  contentType: string | null;
  body: Buffer;
}

export interface PlaygroundRelay extends RunningServer {
  /** What the Playground takes for the bot's endpoint. */
  endpoint: string;
}

/**
 * Stands between the Playground and the bot, on loopback, and passes on what they say. What Microsoft 365 Agents
 * Playground 0.2.28 calls an error, though it is none in Teams, is put in its words; of a preview, Send is pressed.
 *
 * @param botEndpoint `http://127.0.0.1:3978/api/messages`.
 */
export async function startPlaygroundRelay(
  botEndpoint: string,
  sleep: Sleep = realSleep,
): Promise<PlaygroundRelay> {
  const { pathname } = new URL(botEndpoint);

  async function relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== pathname || request.method !== "POST") {
      return reply(response, toAnswer(404, { error: `Send activities by POST to ${pathname}.` }));
    }
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const headers = toHeaders(request);
    const post = (body: Buffer) => postTo(botEndpoint, headers, body, gone.signal);
    try {
      const body = await getRawBody(request, { limit: BODY_LIMIT_BYTES });
      const activity = parseJson(body);
      const answer = await post(toBody(toNamedSearch(activity)) ?? body);
      const answered = parseJson(answer.body);
      const send = toBody(toSend(activity, answered));
      if (!send) return reply(response, toShown(answer, toKnownResults(activity, answered)));
      const sent = await post(send);
      await sleep(SHOWN_AFTER_MS, gone.signal);
      return reply(response, toShown(sent, toSentDialog(parseJson(sent.body))));
    } catch {
      const error = "The activity could not be passed on: is the bot still running?";
      return reply(response, toAnswer(502, { error }));
    }
  }

  const server = await listen((request, response) => void relay(request, response), {
    host: "127.0.0.1",
    port: 0,
  });
  return { ...server, endpoint: `${server.url}${pathname}` };
}

async function postTo(
  url: string,
  headers: Headers,
  body: Buffer,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
  return {
    status: response.status,
    contentType: response.headers.get("content-type"),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

function toHeaders({ headers }: IncomingMessage): Headers {
  return new Headers(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === "string" && !HOP_HEADERS.has(name) ? [[name, value]] : [],
    ),
  );
}

/** A refusal stays one. */
function toShown(answer: Answer, shown: object | undefined): Answer {
  return answer.status === 200 && shown ? toAnswer(200, shown) : answer;
}

function toBody(json: object | undefined): Buffer | undefined {
  return json && Buffer.from(JSON.stringify(json));
}

function toAnswer(status: number, body: object): Answer {
  const contentType = "application/json; charset=utf-8";
  return { status, contentType, body: Buffer.from(JSON.stringify(body)) };
}

function reply(response: ServerResponse, { status, contentType, body }: Answer): void {
  response.writeHead(status, { ...(contentType && { "content-type": contentType }) }).end(body);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined; // passed on as it is
  }
}
