import { once } from "node:events";
import { createConnection } from "node:net";
import { Worker } from "node:worker_threads";
import { withDeadline } from "../../src/async/deadline";

const DEADLINE_MS = 20;

/** Answers each connection's first data, and then sets the flag. */
const ANSWERING = `
  const { parentPort, workerData } = require("node:worker_threads");
  const server = require("node:net").createServer((socket) => {
    socket.once("data", () => socket.write("answer", () => {
      Atomics.store(workerData, 0, 1);
      Atomics.notify(workerData, 0);
    }));
  });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
`;

test("an answer that arrived while the process was busy is in time", async () => {
  const flags = new Int32Array(new SharedArrayBuffer(8));
  const service = new Worker(ANSWERING, { eval: true, workerData: flags });
  const [port] = (await once(service, "message")) as [number];
  const socket = createConnection({ port, host: "127.0.0.1" });
  await once(socket, "connect");

  const answered = withDeadline(DEADLINE_MS, async () => String(await once(socket, "data")));
  socket.write("request");
  // This process does nothing else until the answer is here, and the deadline has passed.
  Atomics.wait(flags, 0, 0);
  Atomics.wait(flags, 1, 0, 2 * DEADLINE_MS);
  expect(await answered).toBe("answer");

  socket.destroy();
  await service.terminate();
});
