import { listen } from "../../listen";
import { isTakenPort, namingPort } from "../start-problem";

/**
 * Starts a server on the port that an option names. For port 0 it finds a free port first, because the server has to
 * know its port before it listens. Another program can take that port in between, so this tries until it works.
 */
export async function startOnPort<T>(
  option: string,
  port: number,
  start: (port: number) => Promise<T>,
): Promise<T> {
  if (port !== 0) return namingPort(option, start(port));
  for (;;) {
    try {
      return await start(await findFreePort());
    } catch (error) {
      if (!isTakenPort(error)) throw error;
    }
  }
}

async function findFreePort(): Promise<number> {
  const server = await listen(() => undefined, { host: "127.0.0.1", port: 0 });
  await server.stop(0);
  return Number(new URL(server.url).port);
}
