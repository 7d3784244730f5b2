import { once } from "node:events";
import { createConnection } from "node:net";
import { Worker } from "node:worker_threads";
import { withDeadline } from "../../src/async/deadline";

/** Answers each connection's first data, and then sets the flag. */
const ANSWERING = `
  const { parentPort, workerData } = require("node:worker_threads");
  const server = require("node:net").createServer((socket) => {
    socket.once("data", () => socket.write("answer", () => Atomics.store(workerData, 0, 1)));
  });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
`;

test("an answer that arrived while the process was busy is in time", async () => {
  const isAnswered = new Int32Array(new SharedArrayBuffer(4));
  const service = new Worker(ANSWERING, { eval: true, workerData: isAnswered });
  const [port] = (await once(service, "message")) as [number];
  const socket = createConnection({ port, host: "127.0.0.1" });
  await once(socket, "connect");

  let reachDeadline = (): void => undefined;
  const sleep = () => new Promise<void>((resolve) => (reachDeadline = resolve));
  const answered = withDeadline(1, async () => String(await once(socket, "data")), { sleep });
  // From here on, as in a timer, Node reads sockets before it runs the next setImmediate.
  await new Promise(setImmediate);
  socket.write("request");
  // This process is busy until the answer is here. It can't read it before the deadline.
  while (Atomics.load(isAnswered, 0) === 0) continue;
  reachDeadline();
  expect(await answered).toBe("answer");

  socket.destroy();
  await service.terminate();
});

test("work that throws at once leaves no timer", async () => {
  let isWaiting = true;
  const sleep = (_ms: number, signal?: AbortSignal) =>
    new Promise<void>(() => signal?.addEventListener("abort", () => (isWaiting = false)));
  const work = () => {
    throw new Error("nothing was sent");
  };
  await expect(withDeadline(1, work, { sleep })).rejects.toThrow("nothing was sent");
  expect(isWaiting).toBe(false);
});
