import { readDemoOptions } from "../../src/cli/demo/demo-options";
import { StartProblem } from "../../src/cli/start-problem";
import { readOptions } from "../support/read-options";

const readDemo = (...argv: string[]) => readDemoOptions(readOptions("demo", argv));

const DEFAULTS = { port: 3978, graphPort: 3979, playgroundPort: 56_150, people: 1, live: "bot" };

test("the default ports are those in the documentation", () => {
  expect(readDemo()).toEqual(DEFAULTS);
});

test.each([
  ["--port 1 --graph-port 2 --playground-port 3", { port: 1, graphPort: 2, playgroundPort: 3 }],
  ["--no-playground", { playgroundPort: undefined }],
  ["--port=0", { port: 0 }],
  ["--people 2", { people: 2 }],
  ["--graph-url http://127.0.0.1:3979", { graphUrl: "http://127.0.0.1:3979" }],
  ["--graph-url http://127.0.0.1:3979/", { graphUrl: "http://127.0.0.1:3979" }],
  ["--graph-url https://graph.example/v1.0?x", { graphUrl: "https://graph.example" }],
  ["--store lmdb:./records", { store: "lmdb:./records" }],
  ["--live graph", { live: "graph" }],
])("reads %s", (line, expected) => {
  expect(readDemo(...line.split(" "))).toEqual({ ...DEFAULTS, ...expected });
});

test.each([
  ["--prot 3978", "--prot"],
  ["now", "Too many arguments"],
  ["--port", "--port"],
  ["--port http", "--port must be a port from 0 to 65535, not “http”"],
  ["--port 3978x", "--port must be a port"],
  ["--port -1", "--port"],
  ["--port 65536", "--port must be a port"],
  ["--port 3978.5", "--port must be a port"],
  ["--port=", "--port must be a port"],
  ["--graph-port 0x", "--graph-port must be a port"],
  ["--playground-port 70000", "--playground-port must be a port"],
  ["--playground-port 65535 --people 2", "--playground-port must be a port from 0 to 65534"],
  ["--no-playground=yes", "--no-playground"],
  ["--people 0", "--people must be 1 or 2, not “0”"],
  ["--people 3", "--people must be 1 or 2"],
  ["--people 2 --no-playground", "--people needs the Playground"],
  ["--graph-url localhost:3979", "--graph-url must be a URL such as http://127.0.0.1:3979"],
  ["--live always", "--live"],
  ["--graph-url 127.0.0.1", "--graph-url must be a URL"],
  ["--graph-url file:///etc/passwd", "--graph-url must be a URL"],
])("says what is wrong with %s", (line, sentence) => {
  const read = () => readDemo(...line.split(" "));
  expect(read).toThrow(StartProblem);
  expect(read).toThrow(sentence);
});
