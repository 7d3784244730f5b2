import type * as Jwt from "jsonwebtoken";

/**
 * What a JSON web token says, without verifying it; `null` if it isn't one. Loads jsonwebtoken at its first use, because
 * no token is read at the start.
 *
 * @throws SyntaxError if its parts aren't JSON
 */
export function decodeToken(token: string): Jwt.Jwt | null {
  const { decode }: typeof Jwt = require("jsonwebtoken");
  return decode(token, { complete: true, json: true });
}
