import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { CLEANUP } from "./folders";

type Notice = { started: number } | { ended: number } | { folder: string };

let input: Writable | undefined;
let ownFolder: string | undefined;

/** Ends a child process with this one, even if this one is killed. */
export function endWithBench(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  note({ started: pid });
  void once(child, "exit").then(() => note({ ended: pid }));
}

/** Makes a folder that is removed when this process ends. */
export function createTemporaryFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, "rendezvous-bench-"));
  note({ folder });
  return folder;
}

/** The folder for the servers' own temporary files. */
export function temporaryFolder(): string {
  ownFolder ??= createTemporaryFolder();
  return ownFolder;
}

function note(notice: Notice): void {
  input ??= startCleanup();
  input.write(`${JSON.stringify(notice)}\n`);
}

function startCleanup(): Writable {
  const child = spawn(process.execPath, [CLEANUP], { stdio: ["pipe", "ignore", "inherit"] });
  child.unref();
  if ("unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref();
  return child.stdin;
}
