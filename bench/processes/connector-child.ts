// Teams' Connector in its own process: accepts every message at once. It doesn't count typing indicators, which the bot
// sends only on a machine that is too busy to reply within a second.
import { listen } from "../../src/listen";
import { countTraffic } from "./count-traffic";

const traffic = countTraffic();
let lastId = 0;

void listen(
  (request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      const isTyping = body.includes('"type":"typing"');
      if (!isTyping) traffic.begin(request);
      lastId += 1;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ id: `sent-${lastId}` }));
      traffic.end(request);
    });
  },
  { host: "127.0.0.1", port: 0 },
).then(({ url }) => process.stdout.write(`${url}\n`));
