/** These replace a name, and don't take さん. */
export const SOMEBODY = "ユーザー";
export const WHO_ASKED = "依頼した本人";

/** A person's name in a sentence. */
export function toPoliteName(name: string): string {
  return name === SOMEBODY || name === WHO_ASKED ? name : `${name} さん`;
}
