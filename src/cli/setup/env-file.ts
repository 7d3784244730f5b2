import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

/** Sets a variable in `env/.env.<environment>`. The other lines stay as they are. */
export function setVariable(root: string, environment: string, name: string, value: string): void {
  const path = join(root, `env/.env.${environment}`);
  const text = readFileSync(path, "utf8");
  const line = `${name}=${value}`;
  const pattern = new RegExp(`^${name}=.*$`, "m");
  const added = `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${line}\n`;
  writeFileSync(path, pattern.test(text) ? text.replace(pattern, () => line) : added);
}

/** Whether `env/.env.<environment>.user`, which Git ignores, has this secret. */
export function hasSecret(root: string, environment: string, name: string): boolean {
  const path = toSecretPath(root, environment);
  return existsSync(path) && Boolean(parseEnv(readFileSync(path, "utf8"))[name]);
}

/** Only the current user can read a new file. */
export function addSecret(root: string, environment: string, name: string, value: string): void {
  const path = toSecretPath(root, environment);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const start = text === "" || text.endsWith("\n") ? "" : "\n";
  appendFileSync(path, `${start}${name}=${value}\n`, { mode: 0o600 });
}

function toSecretPath(root: string, environment: string): string {
  return join(root, `env/.env.${environment}.user`);
}
