import { connect } from "node:net";
import { once } from "node:events";

/** A raw HTTP response. */
export interface RawResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A TCP connection, for requests that HTTP clients don't send. */
export interface RawConnection {
  write(text: string | Buffer): void;
  /** Resolves with the next response, or rejects when the connection ends. */
  response(): Promise<RawResponse>;
  /** Resolves when the connection is closed. */
  closed: Promise<void>;
  destroy(): void;
}

export async function openConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  let received = "";
  let isClosed = false;
  const waiters = new Set<() => void>();
  const wakeAll = () => {
    for (const wake of waiters) wake();
  };
  socket.setEncoding("latin1").on("data", (text: string) => {
    received += text;
    wakeAll();
  });
  // `close` follows a reset.
  socket.on("error", () => {});
  const closed = new Promise<void>((resolve) => {
    socket.on("close", () => {
      isClosed = true;
      resolve();
      wakeAll();
    });
  });

  function take(): RawResponse | undefined {
    const headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0) return undefined;
    const [statusLine = "", ...lines] = received.slice(0, headEnd).split("\r\n");
    const headers = Object.fromEntries(
      lines.map((line) => {
        const [name = "", ...value] = line.split(": ");
        return [name.toLowerCase(), value.join(": ")] as const;
      }),
    );
    const bodyStart = headEnd + 4;
    const rest = received.slice(bodyStart);
    const length = headers["transfer-encoding"]
      ? rest.indexOf("0\r\n\r\n") + 5
      : Number(headers["content-length"] ?? 0);
    if (length === 4 || rest.length < length) return undefined;
    received = rest.slice(length);
    const raw = rest.slice(0, length);
    return {
      status: Number(statusLine.split(" ")[1]),
      headers,
      body: headers["transfer-encoding"] ? joinChunks(raw) : raw,
    };
  }

  return {
    write: (text) => void socket.write(text),
    response: () =>
      new Promise((resolve, reject) => {
        function check() {
          const response = take();
          if (!response && !isClosed) return;
          waiters.delete(check);
          if (response) resolve(response);
          else reject(new Error(`The connection ended after: ${received.slice(0, 200)}`));
        }
        waiters.add(check);
        check();
      }),
    closed,
    destroy: () => void socket.destroy(),
  };
}

function joinChunks(raw: string): string {
  let body = "";
  let rest = raw;
  for (;;) {
    const lineEnd = rest.indexOf("\r\n");
    const length = Number.parseInt(rest.slice(0, lineEnd), 16);
    if (!length) return body;
    body += rest.slice(lineEnd + 2, lineEnd + 2 + length);
    rest = rest.slice(lineEnd + 4 + length);
  }
}
