import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a second installation can share with the first. The other variables say where it is, and what it consists of. */
const SHARED = /^(GRAPH_AUTH|LIVE_STATUS|ADMINS|ADMIN_CONSENT|SLASH_COMMANDS|DEVELOPER_\w+)$/;
const MODEL = "dev";

/** Whether `npm run setup` would make a new installation, for which it creates the environment's file. */
export function isNewEnvironment(root: string, environment: string): boolean {
  return environment !== MODEL && !existsSync(toPath(root, environment));
}

/** Copies `env/.env.dev`, without what only that installation has. */
export function createEnvironmentFile(root: string, environment: string): void {
  const text = readFileSync(toPath(root, MODEL), "utf8");
  const copy = text.replace(/^(\w+)=.*$/gm, (line, name: string) => {
    if (name === "TEAMSFX_ENV") return `${name}=${environment}`;
    return SHARED.test(name) ? line : `${name}=`;
  });
  writeFileSync(toPath(root, environment), copy);
}

function toPath(root: string, environment: string): string {
  return join(root, `env/.env.${environment}`);
}
