/** Loaded into Microsoft 365 Agents Playground 0.2.28 before its own code, to change what it has no options for. */
import { Server as HttpServer, type IncomingMessage } from "node:http";
import { Server } from "node:net";
import { readPlaygroundConfig } from "./playground-config";

/** Long enough for the page to learn that its message was accepted. */
const CONNECTOR_DELAY_MS = 100;

/** Longer than anyone leaves the demo alone. */
const KEEP_ALIVE_MS = 24 * 60 * 60 * 1000;

listenOnLoopbackOnly();
keepConnections();
delayReplies();
findMembersByEntraId();
exitWithParent();

/** By default it listens on all addresses, and anyone who can reach it can send activities. */
function listenOnLoopbackOnly(): void {
  const listen = Reflect.get(Server.prototype, "listen");
  Reflect.set(Server.prototype, "listen", function (this: Server, ...options: unknown[]) {
    const [port, second, ...rest] = options;
    const isWithoutHost = typeof port === "number" && typeof second !== "string";
    const pinned = isWithoutHost ? [port, "127.0.0.1", second, ...rest] : options;
    return Reflect.apply(
      listen,
      this,
      pinned.filter((option) => option !== undefined),
    );
  });
}

/** By default it closes connections after 5 idle seconds, and a reply that the bot sends right then is lost. */
function keepConnections(): void {
  Reflect.defineProperty(HttpServer.prototype, "keepAliveTimeout", {
    get: () => KEEP_ALIVE_MS,
    set() {
      // Node sets its default.
    },
  });
}

/**
 * If a reply arrives before the response to the page's new post, the page stops showing replies. A bot on the same
 * machine is fast enough for that.
 */
function delayReplies(): void {
  const emit = Reflect.get(HttpServer.prototype, "emit");
  Reflect.set(
    HttpServer.prototype,
    "emit",
    function (this: HttpServer, event: string, request: IncomingMessage, ...rest: unknown[]) {
      const pass = (): unknown => Reflect.apply(emit, this, [event, request, ...rest]);
      const isReply =
        event === "request" &&
        request.method === "POST" &&
        request.url?.startsWith("/_connector/v3/conversations/");
      if (!isReply) return pass();
      setTimeout(pass, CONNECTOR_DELAY_MS);
      return true;
    },
  );
}

/**
 * Teams finds a member by either id, the Playground only by the Teams id:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#get-single-member-details
 */
function findMembersByEntraId(): void {
  const configPath = process.env["M365_AGENTS_PLAYGROUND_CONFIG_PATH"];
  if (configPath === undefined) return;
  const { currentUser, users } = readPlaygroundConfig(configPath);
  const teamsIds = new Map([currentUser, ...users].map(({ aadObjectId, id }) => [aadObjectId, id]));
  const emit = Reflect.get(HttpServer.prototype, "emit");
  Reflect.set(
    HttpServer.prototype,
    "emit",
    function (this: HttpServer, event: string, request: IncomingMessage, ...rest: unknown[]) {
      if (event === "request") {
        request.url = request.url?.replace(
          /(?<=^\/_connector\/v3\/conversations\/[^/]+\/members\/)[^/?]+/,
          (id) => encodeURIComponent(teamsIds.get(id) ?? decodeURIComponent(id)),
        );
      }
      return Reflect.apply(emit, this, [event, request, ...rest]) as unknown;
    },
  );
}

/** Otherwise it would keep running after the demo is killed. */
function exitWithParent(): void {
  process.stdin.on("close", () => process.exit()).resume();
}
