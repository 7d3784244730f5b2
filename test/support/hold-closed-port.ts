import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";

/** A port on loopback that refuses connections. */
export interface ClosedPort {
  port: number;
  release(): Promise<void>;
}

/** No other program can listen on it until it is released, because it is the near end of a connection. */
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
