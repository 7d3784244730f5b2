import { createServer } from "node:net";

/** A port that nobody listens on, for programs that cannot be told "any". */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === "string") throw new Error("The server had no port.");
  return address.port;
}
