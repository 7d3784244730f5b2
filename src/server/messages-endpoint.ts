import type { IncomingMessage, ServerResponse } from "node:http";
import type { Activity } from "botbuilder";
import getRawBody from "raw-body";
import { z } from "zod";
import type { Log } from "../log";
import { INBOUND_REJECTIONS, type InboundRejection } from "./inbound-rejection";
import type { Received } from "./turn-adapter";

/** Teams' own messages stay under about 100 KB; forms and previews fit into this with room to spare. */
const BODY_LIMIT_BYTES = 256 * 1024;

export interface MessagesEndpointDeps {
  /** Checks the token and what else has to be right, and runs the turn. */
  receive: (authorization: string, activity: Activity) => Promise<Received>;
  log: Log;
}

type ReadActivity = { ok: true; activity: Activity } | { ok: false; status: number; error: string };

const account = z.object({ id: z.string().nullish() }).optional();

/** What the turn and botbuilder cannot do without; every other field is read where it is used. */
const shapeSchema = z.object({
  type: z.string().min(1),
  id: z.string().optional(),
  name: z.string().optional(),
  channelId: z.string().optional(),
  locale: z.string().optional(),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.object({ id: z.string().min(1) }).optional(),
  from: account,
  recipient: account,
  text: z.string().optional(),
  entities: z.array(z.object({ type: z.string() })).optional(),
  membersAdded: z.array(z.object({ id: z.string() })).optional(),
});
/** Of the message extension's invokes those from a chat between two people name no conversation. */
const activitySchema = shapeSchema.refine(
  ({ conversation, type, name }) =>
    conversation !== undefined ||
    (type === "invoke" && name?.startsWith("composeExtension/") === true),
  { path: ["conversation"] },
);
const isActivity = (body: unknown): body is Activity => activitySchema.safeParse(body).success;

/**
 * `POST /api/messages` on bare `node:http`: size limit, JSON, an activity's shape, the token, the turn.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 *
 * What is no activity gets a 4xx with one sentence. Nothing of an error's own text goes out.
 */
export function createMessagesEndpoint({ receive, log }: MessagesEndpointDeps) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const read = await readActivity(request);
    if (!read.ok) {
      log.info({ status: read.status, problem: read.error }, "a request was no activity");
      return send(response, read.status, { error: read.error });
    }
    try {
      const received = await receive(readAuthorization(request), read.activity);
      if (!received.ok) return refuse(response, received.refusal);
      return send(response, received.answer?.status ?? 200, received.answer?.body);
    } catch (error) {
      log.error({}, "an activity could not be handled", error);
      return send(response, 500, { error: "Something went wrong here. Try again." });
    }
  };

  /** All callers are told the same, but that a check which could not be made may be asked for again. */
  function refuse(response: ServerResponse, { reason, details }: InboundRejection): void {
    log.warn({ reason, ...details }, `an activity was refused: ${INBOUND_REJECTIONS[reason]}`);
    if (reason === "keys_unavailable") {
      return send(response, 503, { error: "Something went wrong here. Try again." });
    }
    return send(response, 401, { error: "This request is not authorized." });
  }
}

/** Of several headers Node would take the first; which of them is meant, nobody knows. */
function readAuthorization(request: IncomingMessage): string {
  return request.headersDistinct["authorization"]?.join(", ") ?? "";
}

async function readActivity(request: IncomingMessage): Promise<ReadActivity> {
  if (request.method !== "POST")
    return { ok: false, status: 405, error: "Send activities by POST." };
  let text;
  try {
    text = await getRawBody(request, {
      length: request.headers["content-length"],
      limit: BODY_LIMIT_BYTES,
      encoding: "utf8",
    });
  } catch (error) {
    request.resume(); // raw-body leaves it paused, and the rest would block the connection's next request
    return isTooLarge(error)
      ? { ok: false, status: 413, error: `The body is larger than ${BODY_LIMIT_BYTES / 1024} KB.` }
      : { ok: false, status: 400, error: "The body could not be read to its end." };
  }
  const body = parseJson(text);
  if (isActivity(body)) return { ok: true, activity: body };
  const [field] = activitySchema.safeParse(body).error?.issues[0]?.path ?? [];
  return {
    ok: false,
    status: 400,
    error: field
      ? `The body is no activity: its ${String(field)} is missing, or not what an activity has there.`
      : "The body is no activity: it is no JSON object.",
  };
}

/** An object's fields that are null are as good as absent, and botbuilder stumbles over some of them. */
function parseJson(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
    return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
  } catch {
    return undefined; // no JSON is no activity
  }
}

/** raw-body's own mark: https://github.com/stream-utils/raw-body#errors */
function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "type" in error && error.type === "entity.too.large";
}

function send(response: ServerResponse, status: number, body?: unknown): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}
