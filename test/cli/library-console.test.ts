import { createLibraryConsole } from "../../src/cli/start";
import { createLog } from "../../src/log";

test("logs that a library printed something, but not what", () => {
  const lines: string[] = [];
  const log = createLog("debug", { write: (line) => void lines.push(line) });
  const { error, info } = createLibraryConsole(log);
  error("swordfish", new Error("swordfish"), { token: "swordfish" });
  info("swordfish\nswordfish");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ level: 20, bytes: expect.any(Number) }),
    expect.objectContaining({ level: 20, bytes: 20 }),
  ]);
  expect(lines.join("")).not.toContain("swordfish");
});
