/** Reads the status that Express or its body parser set on an error; 500 without one. */
export function readHttpStatus(error: unknown): number {
  if (!(error instanceof Error) || !("status" in error)) return 500;
  return typeof error.status === "number" ? error.status : 500;
}
