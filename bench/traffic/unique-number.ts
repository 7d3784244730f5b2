/** Stands for 13 digits that are new in every request, such as a message id. */
export const UNIQUE = "1000000000000";

/** The body of a request, split where its number goes. See `LoadJob`. */
export function toBody(activity: object): string[] {
  return JSON.stringify(activity).split(UNIQUE);
}
