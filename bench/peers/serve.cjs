const { readFileSync } = require("node:fs");
const { createServer } = require("node:http");

/** The response to every Action.Execute: a card that Rendezvous sent, parsed once. */
exports.readReply = () =>
  process.env.REPLY_FILE ? JSON.parse(readFileSync(process.env.REPLY_FILE, "utf8")) : {};

/**
 * Serves activities on plain `node:http` and prints the URL. A web framework would only make a peer slower.
 *
 * @param {(request: object, response: object) => unknown} onActivity gets a request with its parsed body, and the few
 *   calls of Express's response that Microsoft's adapters use
 */
exports.serve = (onActivity) => {
  const server = createServer((request, response) => {
    if (request.url === "/healthz") {
      response.end("ok");
      return;
    }
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      request.body = JSON.parse(Buffer.concat(chunks).toString());
      void onActivity(request, toWebResponse(response));
    });
  });
  server.listen(0, "127.0.0.1", () => {
    process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
  });
};

function toWebResponse(response) {
  let text;
  return {
    status(code) {
      response.statusCode = code;
      return this;
    },
    header: setHeader,
    setHeader,
    send(body) {
      response.setHeader("content-type", "application/json");
      text = JSON.stringify(body);
      return this;
    },
    end() {
      response.end(text);
      return this;
    },
    get headersSent() {
      return response.headersSent;
    },
    get writableEnded() {
      return response.writableEnded;
    },
  };

  function setHeader(name, value) {
    response.setHeader(name, value);
    return this;
  }
}
