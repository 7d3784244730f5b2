// A Graph that answers at once, so that a bench measures the bot: what the embedded one returned for a meeting is repeated.
// Everything else goes to the embedded Graph and Entra. Counts the calls to Graph.
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { httpFetch } from "../../src/http-fetch";
import { listen } from "../../src/listen";
import { startLocalCloud } from "../../src/local/local-cloud";
import { countTraffic } from "./count-traffic";

const requestSchema = z.object({ externalId: z.string() });

async function start(): Promise<void> {
  const cloud = await startLocalCloud();
  const traffic = countTraffic();
  const meetings = new Map<string, string>();

  /** Returns the status and the body. */
  async function answer({ method, url = "", headers }: IncomingMessage, body: string) {
    const isMeeting = url.endsWith("/createOrGet");
    const id = isMeeting ? url + requestSchema.parse(JSON.parse(body)).externalId : "";
    const known = meetings.get(id);
    if (known !== undefined) return { status: 200, text: known };
    const { authorization = "", "content-type": contentType = "" } = headers;
    const response = await httpFetch(cloud.url + url, {
      ...(method !== undefined && { method }),
      headers: { authorization, "content-type": contentType },
      ...(body !== "" && { body }),
    });
    const text = await response.text();
    if (isMeeting && response.ok) meetings.set(id, text);
    return { status: response.status, text };
  }

  const { url } = await listen(
    (request, response) => {
      const isGraph = /^\/(v1\.0|beta)\//.test(request.url ?? "");
      if (isGraph) traffic.begin(request);
      let body = "";
      request.setEncoding("utf8");
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        void answer(request, body).then(({ status, text }) => {
          response.writeHead(status, { "content-type": "application/json" }).end(text);
          traffic.end(request);
        });
      });
    },
    { host: "127.0.0.1", port: 0 },
  );
  process.stdout.write(`${url}\n`);
}

void start();
