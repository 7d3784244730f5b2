import type { IncomingMessage, ServerResponse } from "node:http";
import getRawBody from "raw-body";
import { z } from "zod";
import { listen, type RunningServer } from "../../listen";
import { sleep as realSleep, type Sleep } from "../pause";

/** Four times what the bot takes, which then says so itself. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Headers of the way to here, which are no part of the request. */
const HOP_HEADERS = new Set(["host", "connection", "keep-alive", "content-length", "expect"]).add(
  "transfer-encoding",
);

/** A post that is new to the page empties its open dialog after 300 ms, and with it what comes before. */
const SHOWN_AFTER_MS = 1_000;

const POSTED =
  "Rendezvous has posted the card into the conversation. In Teams you see a preview first, with Send and Edit, which the Playground does not have. Close this dialog.";

const submitSchema = z.looseObject({
  name: z.literal("composeExtension/submitAction"),
  value: z.looseObject({}),
});
const previewSchema = z.object({
  composeExtension: z.object({
    type: z.literal("botMessagePreview"),
    activityPreview: z.unknown(),
  }),
});
const taskSchema = z.object({ task: z.object({}) });

interface Answer {
  status: number;
  contentType: string | null;
  body: Buffer;
}

export interface PreviewRelay extends RunningServer {
  /** What the Playground takes for the bot's endpoint. */
  endpoint: string;
}

/**
 * Stands between the Playground and the bot, on loopback, and passes on what they say. Of a preview, which
 * Microsoft 365 Agents Playground 0.2.28 calls an error, it presses Send, as a person in Teams would:
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit
 *
 * @param botEndpoint `http://127.0.0.1:3978/api/messages`.
 */
export async function startPreviewRelay(
  botEndpoint: string,
  sleep: Sleep = realSleep,
): Promise<PreviewRelay> {
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
      const answer = await post(body);
      const send = toSend(body, answer);
      if (!send) return reply(response, answer);
      const sent = await post(send);
      await sleep(SHOWN_AFTER_MS, gone.signal);
      return reply(response, toShown(sent));
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

/** The press on Send, if the answer is a preview: the same invoke with what was previewed. */
function toSend(body: Buffer, answer: Answer): Buffer | undefined {
  const submit = submitSchema.safeParse(parseJson(body));
  const preview = previewSchema.safeParse(parseJson(answer.body));
  if (!submit.success || !preview.success) return undefined;
  const botActivityPreview = [preview.data.composeExtension.activityPreview];
  const pressed = { botMessagePreviewAction: "send", botActivityPreview };
  const value = { ...submit.data.value, ...pressed };
  return Buffer.from(JSON.stringify({ ...submit.data, value }));
}

/** The Playground shows what stands in a dialog; the empty result that says all is done, it does not. */
function toShown(answer: Answer): Answer {
  const isShown = answer.status !== 200 || taskSchema.safeParse(parseJson(answer.body)).success;
  return isShown ? answer : toAnswer(200, { task: { type: "message", value: POSTED } });
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
    return undefined; // nothing that could be a preview
  }
}
