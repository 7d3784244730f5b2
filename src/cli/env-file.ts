import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

/** Sets a variable in `env/.env.<environment>`. The other lines stay as they are. */
export function setVariable(root: string, environment: string, name: string, value: string): void {
  writeVariables(join(root, `env/.env.${environment}`), { [name]: value });
}

/** A secret in `env/.env.<environment>.user`, which Git ignores. It may be encrypted: the Toolkit does that. */
export function readSecret(root: string, environment: string, name: string): string | undefined {
  return parseEnv(readText(toSecretPath(root, environment)))[name] || undefined;
}

/** Sets secrets in that file, all at once. */
export function setSecrets(
  root: string,
  environment: string,
  secrets: Readonly<Record<string, string>>,
): void {
  writeVariables(toSecretPath(root, environment), secrets);
}

function writeVariables(path: string, variables: Readonly<Record<string, string>>): void {
  const changed = Object.entries(variables).reduce(
    (text, [name, value]) => withVariable(text, name, value),
    readText(path),
  );
  // Only the current user can read a new file.
  writeFileSync(path, changed, { mode: 0o600 });
}

function withVariable(text: string, name: string, value: string): string {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const line = `${name}=${value}`;
  const lines = new RegExp(`^${name}=.*$`, "gm");
  const start = text === "" || text.endsWith("\n") ? text : `${text}${lineEnd}`;
  return text.search(lines) < 0 ? start + line + lineEnd : text.replace(lines, () => line);
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function toSecretPath(root: string, environment: string): string {
  return join(root, `env/.env.${environment}.user`);
}
