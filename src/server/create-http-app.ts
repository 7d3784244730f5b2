import type { RequestListener, ServerResponse } from "node:http";
import type { AppCredential, BotIdentity } from "../auth/app-credential";
import type { Cloud } from "../clouds";
import { GRAPH_EVENTS_PATH } from "../meetings/ports/call-subscriptions";
import {
  createGraphEventsEndpoint,
  type GraphEventsDeps,
} from "./graph-events/graph-events-endpoint";
import { createMessagesEndpoint, type MessagesEndpointDeps } from "./messages-endpoint";
import type * as Pages from "./pages";
import type { PageParts } from "./pages";
import type { FindUnready } from "./readiness";
import { sendJson } from "./send-json";

/** The setup check looks for this name in the health response. */
const PROGRAM = "rendezvous";

export interface HttpSettings {
  botIdentity: BotIdentity;
  cloud: Pick<Cloud, "loginOrigin" | "graphOrigin" | "meetingHosts">;
  credential: Pick<AppCredential, "clientId">;
  /** Where our links lead: `https://rendezvous.contoso.com`. */
  linkOrigin: string;
}

interface HttpParts extends PageParts, MessagesEndpointDeps {
  /** Absent if Graph sends no notifications. */
  graphEvents?: GraphEventsDeps | undefined;
  isStopping: () => boolean;
  findUnready: FindUnready;
  /** Of the program, for `/healthz`. */
  version?: string;
}

/**
 * The whole HTTP server. Activities and probes go from `node:http` straight to their handlers, for speed. Express
 * serves the pages and the rest.
 */
export function createHttpApp(config: HttpSettings, parts: HttpParts): RequestListener {
  const { log } = parts;
  const messages = createMessagesEndpoint(parts);
  const graphEvents = parts.graphEvents && createGraphEventsEndpoint(parts.graphEvents);
  let pages: RequestListener | undefined;

  return (request, response) => {
    const path = request.url?.split("?")[0];
    if (path === "/api/messages") {
      // On a connection that was open already. There are no new ones.
      if (parts.isStopping())
        sendJson(response, 503, { error: "This server is stopping. Try again." });
      else end(messages(request, response), response);
    } else if (path === GRAPH_EVENTS_PATH && graphEvents)
      end(graphEvents(request, response), response);
    else if (path === "/healthz") sendHealth(response, parts);
    else if (path === "/readyz") end(sendReadiness(response, parts), response);
    else {
      pages ??= loadPages().createPages(config, parts);
      pages(request, response);
    }
  };

  function end(answering: Promise<void>, response: ServerResponse): void {
    answering.catch((error: unknown) => {
      log.error({}, "couldn't answer a request", error);
      response.destroy();
    });
  }
}

/** Whether the process lives. Restarting it repairs nothing else. */
function sendHealth(response: ServerResponse, { isStopping, version }: HttpParts): void {
  const status = isStopping() ? "stopping" : "ok";
  sendJson(response, 200, { status, program: PROGRAM, version });
}

/** Whether turns can be answered here. */
async function sendReadiness(
  response: ServerResponse,
  { isStopping, findUnready }: HttpParts,
): Promise<void> {
  if (isStopping()) return sendJson(response, 503, { status: "stopping" });
  const part = await findUnready();
  if (part === undefined) sendJson(response, 200, { status: "ready" });
  else sendJson(response, 503, { status: "unready", part });
}

/** Loaded on demand: Express is slow to load, and activities don't need it. */
function loadPages(): typeof Pages {
  return require("./pages");
}
