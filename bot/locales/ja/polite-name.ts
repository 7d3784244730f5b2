/** These replace a name, and don't take さん. */
export const SOMEBODY = "ユーザー";
export const WHO_ASKED = "依頼した本人";

/** A person's name or email address before a particle. */
export function toPoliteName(name: string): string {
  if (name.includes("@")) return `${name} `;
  return name === SOMEBODY || name === WHO_ASKED ? name : `${name} さん`;
}
