// The embedded Graph and Entra in their own process, which counts the calls to Graph.
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { startLocalCloud } from "../../src/local/local-cloud";
import { countTraffic } from "./count-traffic";

const traffic = countTraffic();

// https://nodejs.org/docs/latest-v20.x/api/diagnostics_channel.html#http
subscribe("http.server.request.start", (message) => {
  const request = readRequest(message);
  if (/^\/(v1\.0|beta)\//.test(request.url ?? "")) traffic.begin(request);
});
subscribe("http.server.response.finish", (message) => traffic.end(readRequest(message)));

function readRequest(message: unknown): IncomingMessage {
  const isWithRequest = typeof message === "object" && message !== null && "request" in message;
  if (isWithRequest && message.request instanceof IncomingMessage) return message.request;
  throw new Error("Node's message holds no request.");
}

void startLocalCloud().then(({ url }) => process.stdout.write(`${url}\n`));
