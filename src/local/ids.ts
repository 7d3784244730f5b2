/** Whether a text has the form of an Entra object, tenant or client id. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** Ignores case, as Entra does. */
export function includesId(ids: readonly string[], id: string): boolean {
  return ids.some((candidate) => candidate.toLowerCase() === id.toLowerCase());
}
