import { createServer, type Socket } from "node:net";
import { once } from "node:events";
import { httpFetch } from "../src/http-fetch";

/** A server that answers each connection as told. */
async function serve(
  answer: (socket: Socket) => void,
): Promise<{ url: string; close: () => void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => answer(socket));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

let server: Awaited<ReturnType<typeof serve>> | undefined;
afterEach(() => server?.close());

test("a response is read as a whole, without the ones that only announce it", async () => {
  const body = Buffer.from("日程 🎉");
  server = await serve((socket) => {
    socket.write("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n");
    socket.write(`HTTP/1.1 429 Slow\r\nretry-after: 3\r\ncontent-length: ${body.length}\r\n\r\n`);
    // Between the bytes of a character.
    socket.write(body.subarray(0, 2), () => socket.write(body.subarray(2)));
  });
  const response = await httpFetch(server.url, { method: "POST", body: "{}" });
  expect(response).toMatchObject({ status: 429, ok: false });
  expect(response.headers.get("retry-after")).toBe("3");
  expect(response.headers.get("link")).toBeUndefined();
  expect(await response.text()).toBe("日程 🎉");
});

test("half a response rejects", async () => {
  server = await serve((socket) => {
    socket.end("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf");
  });
  await expect(httpFetch(server.url)).rejects.toThrow("other side closed");
});

test.each(["before it's sent", "while it waits for a response", "within the response"])(
  "a request that is aborted %s rejects with the reason",
  async (when) => {
    const aborting = new AbortController();
    const reason = new Error("enough");
    const abort = () => aborting.abort(reason);
    server = await serve((socket) => {
      if (when === "within the response") {
        socket.write("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf", abort);
      } else abort();
    });
    if (when === "before it's sent") abort();
    await expect(httpFetch(server.url, { signal: aborting.signal })).rejects.toBe(reason);
  },
);
