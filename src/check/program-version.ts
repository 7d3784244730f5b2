import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const versionSchema = z.object({ version: z.string() });

/** @param programFolder Where package.json is. */
export function readProgramVersion(programFolder: string): string {
  return readVersion(readFileSync(join(programFolder, "package.json"), "utf8"));
}

/** Throws unless the text is JSON with a version. */
export function readVersion(json: string): string {
  return versionSchema.parse(JSON.parse(json)).version;
}
