import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const ROOT = join(__dirname, "../..");

/** An action of the Toolkit in teamsapp.yml. */
export interface Action {
  uses: string;
  with: Record<string, unknown>;
  writeToEnvironmentFile?: Record<string, string>;
}

interface Project {
  version: string;
  environmentFolderPath: string;
  provision: Action[];
  deploy: Action[];
  publish?: Action[];
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

export function readProject(path: string): Project {
  return parse(readText(path)) as Project;
}

/** The variables in a file in env/, by name. */
export function readEnvFile(path: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(readText(path).matchAll(/^(\w+)=(.*)$/gm), ([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

export function listPlaceholders(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/\$\{\{(\w+)\}\}/g), ([, name = ""]) => name))];
}
