import { generateKeyPairSync } from "node:crypto";

/** Of the embedded Entra: made once for a test file, since that takes longer than most tests do. */
export const SIGNING_PAIR = generateKeyPairSync("rsa", { modulusLength: 2048 });
