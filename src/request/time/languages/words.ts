/**
 * Words with the same meaning, separated by `|`, in lowercase. A space also stands for a hyphen, letters with accents
 * also for those without, and `ё` for `е`. In alphabets a word is found only as a whole; Chinese and Japanese words are
 * found anywhere.
 */
export type Words = string;

/** Words and what they mean: `[[1, "one|a"], [2, "two"]]`. */
export type Meanings<Value> = readonly (readonly [Value, Words])[];

/** Every combination of the alternatives: `each("this|next", " week")`. */
export function each(...parts: readonly string[]): Words {
  return parts.reduce((before, part) =>
    before
      .split("|")
      .flatMap((start) => part.split("|").map((end) => start + end))
      .join("|"),
  );
}

/** `twenty` and `one` to `twenty one`. */
export function compound(
  tens: Meanings<number>,
  units: Meanings<number>,
  joint: string,
): Meanings<number> {
  return tens.flatMap(([ten, first]) =>
    units.map(([unit, second]) => [ten + unit, each(first, joint, second)] as const),
  );
}

/** The words of a list, numbered from 1. */
export function numbered(words: string): Meanings<number> {
  return words.split(" ").map((word, index) => [index + 1, word] as const);
}
