import * as z from "zod";
import { AppError } from "../errors";

type Fields = Record<string, unknown>;

export type RowCodec<Row> = ReturnType<typeof createRowCodec<Row>>;

/**
 * Rows as JSON with a version. A reason names fields, never their values.
 *
 * @param versionField tells the kinds of row apart, so each kind needs a different one.
 * @param upgrade turns the fields of an older version into today's.
 */
export function createRowCodec<Row>({
  name,
  versionField,
  version,
  schema,
  encode,
  upgrade = {},
}: {
  name: string;
  versionField: string;
  version: number;
  /** Reads the stored fields, without the version. */
  schema: z.ZodType<Row>;
  /** Writes them. */
  encode: (row: Row) => object;
  upgrade?: Record<number, (fields: Fields) => Fields>;
}) {
  function parse(text: string): { ok: true; row: Row } | { ok: false; reason: string } {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      // The parser's message quotes the text.
      return { ok: false, reason: `the ${name} is not JSON` };
    }
    const { [versionField]: found, ...fields } = fieldsSchema.safeParse(json).data ?? {};
    const toCurrent = typeof found === "number" ? upgrade[found] : undefined;
    if (found !== version && !toCurrent) {
      return { ok: false, reason: `the ${name} is not of schema version ${version}` };
    }
    const read = schema.safeParse(toCurrent ? toCurrent(fields) : fields);
    return read.success
      ? { ok: true, row: read.data }
      : { ok: false, reason: `the ${name}'s fields cannot be read: ${namesOf(read.error)}` };
  }

  return {
    parse,
    /**
     * Returns the text that `parse` turns into the same row.
     *
     * @throws AppError `unexpected` for a row that `parse` couldn't read: writing it would lock its key.
     */
    toText(row: Row): string {
      const fields = encode(row);
      const check = schema.safeParse(fields);
      if (check.success) return JSON.stringify({ ...fields, [versionField]: version });
      const reason = `the ${name} was not written, as its fields could not be read: ${namesOf(check.error)}`;
      throw new AppError("unexpected", { reason });
    },
  };
}

const fieldsSchema = z.record(z.string(), z.unknown());

function namesOf(error: z.ZodError): string {
  return error.issues.map(({ path }) => path.join(".") || "all").join(", ");
}
