import * as z from "zod";

/** Raised when an older release couldn't read the file any more. */
export const FORMAT_VERSION = 1;

/** The first line. */
export const headerSchema = z.object({
  format: z.literal("rendezvous-backup"),
  formatVersion: z.int(),
  /** Of the program that made it. */
  programVersion: z.string(),
  /** ISO 8601. */
  createdAt: z.string(),
});

/** A row of the store, without its version: every store assigns its own. The text is as the store has it. */
export const rowSchema = z.object({
  conversation: z.string(),
  room: z.string(),
  text: z.string(),
});

/** The last line. Tells a complete backup from a truncated or damaged one. */
export const endSchema = z.object({
  rowCount: z.int(),
  /** Of all lines before, with their line feeds. */
  sha256: z.string(),
});

export type BackupHeader = z.infer<typeof headerSchema>;
export type BackupRow = z.infer<typeof rowSchema>;
export type BackupEnd = z.infer<typeof endSchema>;

/** Escapes U+2028 and U+2029, which end a line for Node 24's readline: https://github.com/nodejs/node/pull/57591 */
export function toLine(value: BackupHeader | BackupRow | BackupEnd): string {
  const json = JSON.stringify(value);
  return `${json.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")}\n`;
}

/** Returns `undefined` for a line that isn't what the schema describes. */
export function parseLine<T>(schema: z.ZodType<T>, line: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
