import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";

/** A port on loopback that refuses connections. */
export interface ClosedPort {
  port: number;
  release(): Promise<void>;
}

/** Until the release, no other program can listen on it, because it's the local port of a connection. */
export async function holdClosedPort(): Promise<ClosedPort> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  return {
    port: socket.localPort!,
    async release() {
      socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
