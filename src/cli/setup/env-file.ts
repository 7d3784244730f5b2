import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

/** Sets a variable in `env/.env.<environment>`. The other lines stay as they are. */
export function setVariable(root: string, environment: string, name: string, value: string): void {
  writeVariable(join(root, `env/.env.${environment}`), name, value);
}

/** Whether `env/.env.<environment>.user`, which Git ignores, has this secret. */
export function hasSecret(root: string, environment: string, name: string): boolean {
  return Boolean(parseEnv(readText(toSecretPath(root, environment)))[name]);
}

/** Sets a secret in that file. */
export function setSecret(root: string, environment: string, name: string, value: string): void {
  writeVariable(toSecretPath(root, environment), name, value);
}

function writeVariable(path: string, name: string, value: string): void {
  const text = readText(path);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const line = `${name}=${value}`;
  const lines = new RegExp(`^${name}=.*$`, "gm");
  const start = text === "" || text.endsWith("\n") ? text : `${text}${lineEnd}`;
  const changed = text.search(lines) < 0 ? start + line + lineEnd : text.replace(lines, () => line);
  // Only the current user can read a new file.
  writeFileSync(path, changed, { mode: 0o600 });
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function toSecretPath(root: string, environment: string): string {
  return join(root, `env/.env.${environment}.user`);
}
