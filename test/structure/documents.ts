import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { listFiles, readText, ROOT } from "./source-files";

export const FOLDERS = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => !["node_modules", "dist", "artifacts", ".git"].includes(name));

export const DOCUMENTS = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  ...FOLDERS.flatMap((folder) => listFiles(folder, ".md")),
].filter((path) => existsSync(join(ROOT, path)));

/** For people who use or run Rendezvous. */
export const GUIDES = DOCUMENTS.filter(
  (path) =>
    /^(README|(docs|env|infra|manifest)\/.*)\.md$/.test(path) && path !== "docs/contributing.md",
);

const BLOCK = /^ *```[\s\S]*?^ *```/gm;

/** Without code blocks. */
export function proseOf(path: string): string {
  return readText(path).replace(BLOCK, "");
}

/** Inline code, without its backticks. */
export function readInlineCode(path: string): string[] {
  return [...proseOf(path).matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) =>
    code.replaceAll("\\|", "|"),
  );
}

/** Inline code, and each line of the code blocks. */
export function readCode(path: string): string[] {
  const blocks = readText(path).match(BLOCK) ?? [];
  const lines = blocks.flatMap((block) => block.trim().split("\n").slice(1, -1));
  return [...readInlineCode(path), ...lines.map((line) => line.trim())];
}

/** A row of a table. */
export interface Row {
  header: string[];
  cells: string[];
}

export function readRows(path: string): Row[] {
  const tables = proseOf(path).match(/(?:^\|.*\n)+/gm) ?? [];
  return tables.flatMap((table) => {
    const [header = [], , ...rows] = table.trim().split("\n").map(toCells);
    return rows.map((cells) => ({ header, cells }));
  });
}

function toCells(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}
