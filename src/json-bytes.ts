const NOT_ASCII = /[\u0080-\uffff]/;

/**
 * JSON in UTF-8 as text with one character per byte. Node sends such a text together with the headers, in one call and
 * without copies; it's `latin1` to Node.
 */
export class JsonBytes {
  private constructor(readonly text: string) {}

  static of(value: unknown): JsonBytes {
    const json = JSON.stringify(value);
    return new JsonBytes(NOT_ASCII.test(json) ? Buffer.from(json).toString("latin1") : json);
  }

  /** Joins parts of JSON. Those that are strings are ASCII. */
  static join(...parts: readonly (JsonBytes | string)[]): JsonBytes {
    let text = "";
    for (const part of parts) text += typeof part === "string" ? part : part.text;
    return new JsonBytes(text);
  }
}
