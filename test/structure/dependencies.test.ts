import { readFileSync } from "node:fs";
import { listFiles, readImports, readText } from "./source-files";

interface Package {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Package;
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Package>;
};

test("the lock file has the optional packages of every platform, or npm ci would reject it", () => {
  const locked = new Set(
    Object.keys(lock.packages).map((path) => path.split("node_modules/").at(-1)),
  );
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !locked.has(name))
      .map(
        (name) =>
          `${path} may need ${name}: delete node_modules and the lock file, and install again`,
      ),
  );
  expect(missing).toEqual([]);
});

test("each dependency has a reason in CONTRIBUTING.md", () => {
  const reasons = readFileSync("CONTRIBUTING.md", "utf8");
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const unexplained = names.filter(
    (name) => !name.startsWith("@types/") && !reasons.includes(name),
  );
  expect(unexplained).toEqual([]);
});

test("production code needs no development dependency", () => {
  // Only used by other commands, or bundled for the browser.
  const elsewhere = /^src\/(cli\/demo|cli\/pack|cli\/setup|local|page)\//;
  const files = [...listFiles("bot", ".ts"), ...listFiles("src", ".ts")];
  const needed = files
    .filter((path) => !elsewhere.test(path))
    .flatMap(readImports)
    .filter(({ to, isOurs, isTypeOnly }) => !isOurs && !isTypeOnly && !to.startsWith("node:"));
  expect(needed.length).toBeGreaterThan(50);
  const undeclared = needed.filter(({ to }) => !(to in (manifest.dependencies ?? {})));
  expect(undeclared.map(({ from, to }) => `${from} imports ${to}: make it a dependency`)).toEqual(
    [],
  );
});

describe("the bundle", () => {
  const product = [...listFiles("bot", ".ts"), ...listFiles("src", ".ts")];

  test("has nothing of botbuilder, because only types are imported", () => {
    const loaded = product
      .flatMap(readImports)
      .filter(({ to, isTypeOnly }) => to === "botbuilder" && !isTypeOnly);
    expect(loaded).toEqual([]);
  });

  test("leaves out most of zod, because everyone imports its namespace", () => {
    const others = product.filter((path) =>
      /import (type )?\{[^}]*\} from "zod"/.test(readText(path)),
    );
    expect(others).toEqual([]);
  });
});
