/** The status that Express or its body parser puts on an error; 500 when there is none. */
export function readHttpStatus(error: unknown): number {
  if (!(error instanceof Error) || !("status" in error)) return 500;
  return typeof error.status === "number" ? error.status : 500;
}
