import { createTurn, runTurn } from "../src/async/current-turn";
import { AppError } from "../src/errors";
import { createLog, LOG_LEVELS, type Log, type LogLevel } from "../src/log";
import { Secret } from "../src/secret";

type Line = Record<string, unknown>;

function startLog(level: LogLevel = "debug"): { log: Log; lines: Line[] } {
  const lines: Line[] = [];
  const log = createLog(level, { write: (text) => lines.push(JSON.parse(text) as Line) });
  return { log, lines };
}

test("a line is a JSON object with time, level, message and fields", () => {
  const { log, lines } = startLog();
  log.info({ status: 201, wasCreated: true }, "a meeting was made");
  expect(lines).toEqual([
    {
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      status: 201,
      wasCreated: true,
      msg: "a meeting was made",
    },
  ]);
});

test("line breaks in a field or message stay inside their line", () => {
  const texts: string[] = [];
  const log = createLog("info", { write: (text) => texts.push(text) });
  log.info({ name: 'a"b\n{"level":60}' }, 'first\n{"level":60,"msg":"forged"}');
  expect(texts).toHaveLength(1);
  expect(texts[0]?.trimEnd()).not.toContain("\n");
});

test.each([
  ["debug", [20, 30, 40, 50]],
  ["info", [30, 40, 50]],
  ["warn", [40, 50]],
  ["error", [50]],
  ["silent", []],
] as const)("level %s logs lines of this level and above", (level, expected) => {
  const { log, lines } = startLog(level);
  log.debug({}, "x");
  log.info({}, "x");
  log.warn({}, "x");
  log.error({}, "x", new Error("x"));
  expect(lines.map((line) => line.level)).toEqual(expected);
  expect(LOG_LEVELS).toContain(level);
});

describe("an error", () => {
  test("is logged with its stack and causes", () => {
    const { log, lines } = startLog();
    const cause = new TypeError("fetch failed", { cause: new Error("ECONNRESET") });
    log.error({ code: "x" }, "a call failed", new AppError("graph_unavailable", {}, { cause }));
    expect(lines[0]).toMatchObject({
      level: 50,
      code: "x",
      err: {
        type: "AppError",
        message: "graph_unavailable",
        stack: expect.stringContaining("log.test"),
        cause: { type: "TypeError", message: "fetch failed", cause: { message: "ECONNRESET" } },
      },
    });
  });

  test("is logged without fields that libraries add, such as requests and tokens", () => {
    const { log, lines } = startLog();
    const request = { headers: { authorization: "Bearer swordfish" } };
    log.error({}, "a call failed", Object.assign(new Error("x"), { request, token: "swordfish" }));
    expect(JSON.stringify(lines)).not.toContain("swordfish");
  });

  test.each(["RestError", "SyntaxError"])(
    "%s is logged without its message, which quotes what was sent or received",
    (name) => {
      const { log, lines } = startLog();
      const error = Object.assign(new Error('Unexpected token "swordfish"\nof 19:c@thread'), {
        name,
        code: "ECONNRESET",
      });
      const cause = Object.assign(new Error("swordfish"), { name, stack: undefined });
      log.error({}, "a call failed", new Error("no answer", { cause: error }));
      log.error({}, "a call failed", cause);
      expect(JSON.stringify(lines)).not.toMatch(/swordfish|19:c/);
      expect(lines[0]).toMatchObject({
        err: {
          cause: { type: name, message: "ECONNRESET", stack: expect.stringContaining("log.test") },
        },
      });
      expect(lines[1]).toMatchObject({ err: { type: name } });
    },
  );

  test.each([["a text"], [42], [null], [{ token: "swordfish" }], [new Secret("swordfish")]])(
    "that is not an Error is logged without its value: %p",
    (thrown) => {
      const { log, lines } = startLog();
      log.error({}, "a call failed", thrown);
      expect(lines).toMatchObject([{ msg: "a call failed" }]);
      expect(JSON.stringify(lines)).not.toMatch(/swordfish|a text/);
    },
  );

  test("that is its own cause is logged", () => {
    const { log, lines } = startLog();
    const error = new Error("x");
    error.cause = error;
    log.error({}, "a call failed", error);
    expect(lines).toMatchObject([{ msg: "a call failed" }]);
  });

  test("is optional", () => {
    const { log, lines } = startLog();
    log.error({ code: "x" }, "a call failed");
    expect(lines).toMatchObject([{ level: 50, code: "x", msg: "a call failed" }]);
  });
});

describe("in a turn", () => {
  const turnOf = (line: Record<string, unknown>) => [line["msg"], line["turn"]];

  test("every line has its id, even later ones", async () => {
    const { log, lines } = startLog();
    const turn = createTurn("meet");
    expect(turn.id).toMatch(/^[\da-f]{8}$/);
    const late = runTurn(turn, async () => {
      log.info({}, "at once");
      await Promise.resolve();
      await new Promise(setImmediate);
      log.info({}, "later");
    });
    log.info({}, "outside");
    await late;
    log.info({}, "afterwards");
    expect(lines.map(turnOf)).toEqual([
      ["at once", turn.id],
      ["outside", undefined],
      ["later", turn.id],
      ["afterwards", undefined],
    ]);
  });

  test("simultaneous turns are kept apart", async () => {
    const { log, lines } = startLog();
    const turns = Array.from({ length: 20 }, () => createTurn("meet"));
    await Promise.all(
      turns.map((turn) =>
        runTurn(turn, async () => {
          await new Promise(setImmediate);
          log.info({ expected: turn.id }, "x");
        }),
      ),
    );
    expect(lines.map(({ turn }) => turn)).toEqual(lines.map(({ expected }) => expected));
    expect(lines).toHaveLength(turns.length);
  });
});
