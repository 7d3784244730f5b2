import type { RequestListener, ServerResponse } from "node:http";
import type { AppCredential, BotIdentity } from "../auth/app-credential";
import type { Cloud } from "../clouds";
import { createMessagesEndpoint, type MessagesEndpointDeps } from "./messages-endpoint";
import type * as Pages from "./pages";
import type { PageParts } from "./pages";

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
  isStopping: () => boolean;
  /** Of the program, for `/healthz`. */
  version?: string;
}

/**
 * The whole HTTP server. Activities and health probes go from `node:http` straight to their handlers, for speed. Express
 * serves the pages and the rest.
 */
export function createHttpApp(config: HttpSettings, parts: HttpParts): RequestListener {
  const { log } = parts;
  const messages = createMessagesEndpoint(parts);
  let pages: RequestListener | undefined;

  return (request, response) => {
    const path = request.url?.split("?")[0];
    if (path === "/api/messages") {
      messages(request, response).catch((error: unknown) => {
        log.error({}, "couldn't answer a request", error);
        response.destroy();
      });
    } else if (path === "/healthz") sendHealth(response, parts);
    else {
      pages ??= loadPages().createPages(config, parts);
      pages(request, response);
    }
  };
}

function sendHealth(response: ServerResponse, { isStopping, version }: HttpParts): void {
  const status = isStopping() ? "stopping" : "ok";
  response.writeHead(status === "ok" ? 200 : 503, { "Content-Type": "application/json" });
  response.end(JSON.stringify({ status, program: PROGRAM, version }));
}

/** Loaded on demand: Express is slow to load, and activities don't need it. */
function loadPages(): typeof Pages {
  return require("./pages");
}
