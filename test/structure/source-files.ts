import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { parseSync } from "@swc/core";

export const ROOT = join(__dirname, "..", "..");

/** Our files in a folder of the repository and below, as `src/graph/graph-client.ts`. */
export function listFiles(folder: string, ending = ""): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !path.includes("/node_modules/"))
    .toSorted();
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

export interface Import {
  /** The importing file. */
  from: string;
  /** The imported file without its ending, `src/errors`, or the package: `node:fs`, `@azure/msal-node`. */
  to: string;
  /** Whether `to` is in this repository. */
  isOurs: boolean;
  /** Removed by the compiler. */
  isTypeOnly: boolean;
}

/** Every import of a file: static, type-only, re-exported, dynamic, and with `require`. */
export function readImports(from: string): Import[] {
  const found: { specifier: string; isTypeOnly: boolean }[] = [];
  visit(parseSync(readText(from), { syntax: "typescript" }), (node) => {
    const specifier = readSpecifier(node);
    if (specifier) found.push({ specifier, isTypeOnly: node.typeOnly === true });
  });
  return found.map(({ specifier, isTypeOnly }) => {
    const isOurs = specifier.startsWith(".");
    const to = isOurs ? posix.join(dirname(from), specifier) : toPackage(specifier);
    return { from, to: isOurs ? to.replace(/\.[jt]s$/, "") : to, isOurs, isTypeOnly };
  });
}

type Node = Record<string, unknown>;

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, look);
  } else if (typeof value === "object" && value !== null) {
    const node = value as Node;
    if (typeof node.type === "string") look(node);
    for (const child of Object.values(node)) visit(child, look);
  }
}

function readSpecifier(node: Node): string | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return toText(node.source);
    case "TsImportType":
      return toText(node.argument);
    case "TsExternalModuleReference":
      return toText(node.expression);
    case "CallExpression": {
      const { callee } = node as { callee: Node };
      const isImport = callee.type === "Import" || callee.value === "require";
      const [first] = node.arguments as { expression: Node }[];
      return isImport ? toText(first?.expression) : undefined;
    }
    default:
      return undefined;
  }
}

function toText(literal: unknown): string | undefined {
  const value = (literal as Node | null | undefined)?.value;
  return typeof value === "string" ? value : undefined;
}

/** `@azure/msal-node/dist/x` belongs to `@azure/msal-node`, and `node:fs/promises` to `node:fs`. */
function toPackage(specifier: string): string {
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
