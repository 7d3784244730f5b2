import type { z } from "zod";

/** The first thing wrong with a body, as one sentence that names the field. */
export function explainIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return "The body is not as expected.";
  const field = issue.path.join(".");
  return `${field ? `"${field}": ` : ""}${issue.message.replace(/\.?$/, ".")}`;
}
