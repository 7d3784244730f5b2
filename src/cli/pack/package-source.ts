import { parseJson } from "../../errors";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import * as z from "zod";
import type { Environment } from "../../config/settings";
import { StartProblem } from "../start-problem";

export const CANNOT_PACK = "Couldn’t create the app package:";

const commandSchema = z.looseObject({ title: z.string(), description: z.string().optional() });
const botSchema = z.looseObject({
  commandLists: z.array(z.looseObject({ commands: z.array(commandSchema) })).default([]),
});

/** The fields that packing needs. All others stay as they are. */
const manifestSchema = z.looseObject({
  manifestVersion: z.string(),
  version: z.string(),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  bots: z.array(botSchema).default([]),
  localizationInfo: z
    .looseObject({ additionalLanguages: z.array(z.looseObject({ file: z.string() })).default([]) })
    .optional(),
});

export type AppManifest = z.infer<typeof manifestSchema>;

const textsSchema = z.record(z.string(), z.string());

/** The contents of the package, with values filled in. Paths are those inside the package. */
export interface PackageSource {
  manifest: AppManifest;
  localizations: readonly { path: string; texts: object }[];
  icons: readonly { path: string; bytes: Uint8Array }[];
}

/** The values in the environment's file, overridden by the process's own variables unless they are empty. */
export function readValues(root: string, environment: string, env: Environment): Environment {
  const path = `env/.env.${environment}`;
  if (!existsSync(join(root, path))) {
    throw new StartProblem(
      `${path} doesn’t exist. Copy env/.env.dev to it, or choose another environment with --env.`,
    );
  }
  const given = Object.entries(env).filter(([, value]) => value);
  return { ...parseEnv(readFileSync(join(root, path), "utf8")), ...Object.fromEntries(given) };
}

/** Throws a `StartProblem` that lists all missing or broken files, and all missing values. */
export function readPackageSource(
  root: string,
  environment: string,
  values: Environment,
): PackageSource {
  const problems: string[] = [];
  const readFilled = (path: string): string => {
    const filled = fillPlaceholders(readBytes(path).toString(), values);
    for (const name of listPlaceholders(filled)) {
      problems.push(
        `${name} isn’t set. Set it in env/.env.${environment} or in the environment. env/README.md explains it.`,
      );
    }
    return filled;
  };
  const readBytes = (path: string): Buffer => {
    try {
      return readFileSync(join(root, "manifest", path));
    } catch {
      problems.push(`Couldn’t read manifest/${path}. The package needs it: restore the file.`);
      return Buffer.alloc(0);
    }
  };

  const readTexts = (path: string): object => {
    const read = textsSchema.safeParse(parseJson(readFilled(path)));
    if (!read.success) problems.push(`manifest/${path} isn’t a JSON object of texts. Fix it.`);
    return read.data ?? {};
  };

  const json = readFilled("manifest.json");
  const manifest = manifestSchema.safeParse(parseJson(json)).data;
  if (!manifest) {
    const fault = "manifest/manifest.json isn’t a valid manifest. Check its JSON and its icons.";
    throw new StartProblem(CANNOT_PACK, [...problems, fault]);
  }
  const languages = manifest.localizationInfo?.additionalLanguages ?? [];
  const source = {
    manifest,
    localizations: languages.map(({ file }) => ({ path: file, texts: readTexts(file) })),
    icons: [manifest.icons.color, manifest.icons.outline].map((path) => ({
      path,
      bytes: readBytes(path),
    })),
  };
  if (problems.length > 0) throw new StartProblem(CANNOT_PACK, [...new Set(problems)]);
  return source;
}

const PLACEHOLDER = /\$\{\{\s*(\w+)\s*\}\}/g;

/** The names in the placeholders of a text, each once. */
function listPlaceholders(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(PLACEHOLDER), ([, name = ""]) => name))];
}

/**
 * JSON with each `${{NAME}}` replaced by the value of that name, as the Toolkit does it:
 * https://learn.microsoft.com/microsoftteams/platform/toolkit/teamsfx-multi-env. Without a value it stays.
 */
export function fillPlaceholders(json: string, values: Environment): string {
  return json.replace(PLACEHOLDER, (placeholder, name: string) => {
    const value = values[name];
    return value ? JSON.stringify(value).slice(1, -1) : placeholder;
  });
}
