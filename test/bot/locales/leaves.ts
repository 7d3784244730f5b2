/** The values of a message: a word in marks that no language uses, so that it is found again; counts are 21. */
const SAMPLE_VALUE = /‹[^›]*›/g;
const SAMPLE_COUNT = 21;

/** One text of a language, or one that is made of values. */
export interface Leaf {
  /** `move.noTime`. */
  path: string;
  /** What is said with a sample of every value that it asks for. */
  text: string;
  /** The names of those values. */
  values: readonly string[];
}

/** Every text of a language, in the order of the file. */
export function leavesOf(messages: object): Leaf[] {
  return readLeaves(messages, "");
}

/** A text without its sample values: what of it is in the language. */
export function wordsOf({ text }: Leaf): string {
  return text.replace(SAMPLE_VALUE, "").replaceAll(String(SAMPLE_COUNT), "");
}

/** What a sentence quotes, in the quotation marks of any language. */
export function quotedIn(text: string): string[] {
  return Array.from(text.matchAll(/[“«「]([^“”«»「」]*)[”»」]/g), ([, inner = ""]) => inner.trim());
}

/** How a sample of a value looks. */
export function sampleOf(value: string): string {
  return value === "count" ? String(SAMPLE_COUNT) : `‹${value}›`;
}

type Say = (values: object) => string | Record<string, string>;

function readLeaves(node: unknown, path: string): Leaf[] {
  if (typeof node === "string") return [{ path, text: node, values: [] }];
  if (typeof node === "function") return [callWithSamples(node as Say, path)];
  return Object.entries(node as object).flatMap(([name, inner]) =>
    readLeaves(inner, path === "" ? name : `${path}.${name}`),
  );
}

function callWithSamples(say: Say, path: string): Leaf {
  const values = new Set<string>();
  const samples = new Proxy(
    {},
    {
      get(_target, name) {
        values.add(String(name));
        return name === "count" ? SAMPLE_COUNT : sampleOf(String(name));
      },
    },
  );
  const said = say(samples);
  const text = typeof said === "string" ? said : Object.values(said).join(" ");
  return { path, text, values: [...values].toSorted() };
}
