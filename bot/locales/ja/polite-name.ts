/** These replace a name, and don't take さん. */
export const SOMEBODY = "どなたか";
export const WHO_ASKED = "依頼した本人";

/** A person's name as the subject of a sentence. */
export function toPoliteName(name: string): string {
  return name === SOMEBODY || name === WHO_ASKED ? name : `${name} さん`;
}
