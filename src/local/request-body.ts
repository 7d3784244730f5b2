import type * as z from "zod";

export type JsonValue =
  string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue };

/** Returns `undefined` for text that isn't JSON. */
export function parseJson(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Describes the first problem of a body in one sentence that names the field. */
export function explainIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return "The body is not as expected.";
  const field = issue.path.join(".");
  return `${field ? `"${field}": ` : ""}${issue.message.replace(/\.?$/, ".")}`;
}

/** Reads the status that Express or its body parser set on an error; 500 without one. */
export function readHttpStatus(error: unknown): number {
  if (!(error instanceof Error) || !("status" in error)) return 500;
  return typeof error.status === "number" ? error.status : 500;
}
