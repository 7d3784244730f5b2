import type { IncomingMessage, ServerResponse } from "node:http";
import getRawBody from "raw-body";
import { sleep as realSleep, type Sleep } from "../../async/deadline";
import { listen } from "../../listen";
import { parseJson } from "../request-body";
import {
  adaptResults,
  completeSearch,
  nameChannel,
  toSendInvoke,
  toSentDialog,
} from "./playground-dialect";

/** Four times the bot's own limit, so that the bot rejects large bodies itself. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Headers of the connection to the relay, which must not be forwarded. */
const HOP_HEADERS = new Set(["host", "connection", "keep-alive", "content-length", "expect"]).add(
  "transfer-encoding",
);

/** The page empties an open dialog 300 ms after a new post. The confirmation must come later. */
const CONFIRM_AFTER_MS = 1_000;

interface RelayedResponse {
  status: number;
  contentType: string | null;
  body: Buffer;
}

export type PlaygroundRelay = Awaited<ReturnType<typeof startPlaygroundRelay>>;

/**
 * Relays activities from the Playground to the bot, on loopback, and adapts what the Playground handles differently
 * from Teams.
 *
 * @param botEndpoint `http://127.0.0.1:3978/api/messages`
 * @param channelNames by id
 */
export async function startPlaygroundRelay(
  botEndpoint: string,
  channelNames: ReadonlyMap<string, string>,
  sleep: Sleep = realSleep,
) {
  const { pathname } = new URL(botEndpoint);

  async function relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== pathname || request.method !== "POST") {
      return send(response, toJson(404, { error: `Send activities by POST to ${pathname}.` }));
    }
    const closed = new AbortController();
    response.once("close", () => closed.abort());
    const headers = toForwardedHeaders(request);
    const post = (body: Buffer) => postTo(botEndpoint, headers, body, closed.signal);
    try {
      const body = await getRawBody(request, { limit: BODY_LIMIT_BYTES });
      const received = parseJson(body.toString());
      const named = nameChannel(received, channelNames);
      const activity = named ?? received;
      const first = await post(toBody(completeSearch(activity) ?? named) ?? body);
      const firstBody = parseJson(first.body.toString());
      const sendInvoke = toBody(toSendInvoke(activity, firstBody));
      if (!sendInvoke) return send(response, replaceBody(first, adaptResults(activity, firstBody)));
      const sent = await post(sendInvoke);
      await sleep(CONFIRM_AFTER_MS, closed.signal);
      const dialog = toSentDialog(parseJson(sent.body.toString()));
      return send(response, replaceBody(sent, dialog));
    } catch {
      const error = "The activity could not be passed on: is the bot still running?";
      return send(response, toJson(502, { error }));
    }
  }

  const server = await listen((request, response) => void relay(request, response), {
    host: "127.0.0.1",
    port: 0,
  });
  return {
    ...server,
    /** The bot endpoint for the Playground. */
    endpoint: `${server.url}${pathname}`,
  };
}

async function postTo(
  url: string,
  headers: Headers,
  body: Buffer,
  signal: AbortSignal,
): Promise<RelayedResponse> {
  const response = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
  return {
    status: response.status,
    contentType: response.headers.get("content-type"),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

function toForwardedHeaders({ headers }: IncomingMessage): Headers {
  return new Headers(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === "string" && !HOP_HEADERS.has(name) ? [[name, value]] : [],
    ),
  );
}

/** Leaves error responses unchanged. */
function replaceBody(response: RelayedResponse, body: object | undefined): RelayedResponse {
  return response.status === 200 && body ? toJson(200, body) : response;
}

function toBody(json: object | undefined): Buffer | undefined {
  return json && Buffer.from(JSON.stringify(json));
}

function toJson(status: number, body: object): RelayedResponse {
  const contentType = "application/json; charset=utf-8";
  return { status, contentType, body: Buffer.from(JSON.stringify(body)) };
}

function send(response: ServerResponse, { status, contentType, body }: RelayedResponse): void {
  response.writeHead(status, { ...(contentType && { "content-type": contentType }) }).end(body);
}
