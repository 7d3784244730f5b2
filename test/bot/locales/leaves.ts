/** Sample values are in brackets that no language uses. */
const SAMPLE_VALUE = /‹[^›]*›/g;
const SAMPLE_COUNT = 21;

/** One message of a language. */
export interface Leaf {
  /** `move.noTime`. */
  path: string;
  /** The text with sample values. */
  text: string;
  /** The names of the values that the message uses. */
  values: readonly string[];
}

/** Every message of a language, in the order of the files. */
export function leavesOf(messages: object): Leaf[] {
  return readLeaves(messages, "");
}

/** The text without its sample values. */
export function wordsOf({ text }: Leaf): string {
  return text.replace(SAMPLE_VALUE, "").replaceAll(String(SAMPLE_COUNT), "");
}

/** The quoted parts of a sentence, in any language's quotation marks. */
export function quotedIn(text: string): string[] {
  return Array.from(text.matchAll(/[“«「]([^“”«»「」]*)[”»」]/g), ([, inner = ""]) => inner.trim());
}

export function sampleOf(value: string): string {
  return value === "count" ? String(SAMPLE_COUNT) : `‹${value}›`;
}

type Message = (values: object) => string | Record<string, string>;

function readLeaves(node: unknown, path: string): Leaf[] {
  if (typeof node === "string") return [{ path, text: node, values: [] }];
  if (typeof node === "function") return [callWithSamples(node as Message, path)];
  return Object.entries(node as object).flatMap(([name, inner]) =>
    readLeaves(inner, path === "" ? name : `${path}.${name}`),
  );
}

function callWithSamples(message: Message, path: string): Leaf {
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
  const result = message(samples);
  const text = typeof result === "string" ? result : Object.values(result).join(" ");
  return { path, text, values: [...values].toSorted() };
}
