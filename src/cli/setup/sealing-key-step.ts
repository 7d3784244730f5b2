import { randomBytes } from "node:crypto";
import { readSecret, setSecrets } from "../env-file";
import type { SetupContext, Step } from "./step";

/** `SEALING_KEY` in the Toolkit's files, where only variables that start with `SECRET_` are kept apart and encrypted. */
const KEY = "SECRET_SEALING_KEY";
/** The same key until it's replaced: the Toolkit doesn't fill in empty variables. */
const PREVIOUS_KEY = "SECRET_SEALING_KEY_PREVIOUS";
/** Set from the replacement of the key until the server has it. */
const PENDING = "SEALING_KEY_IS_PENDING";

type KeyContext = Pick<SetupContext, "root" | "environment" | "rotatesKey">;

export function createSealingKeyStep({ root, environment, rotatesKey }: KeyContext): Step {
  const file = `env/.env.${environment}.user`;
  const read = (name: string) => readSecret(root, environment, name);
  return {
    id: "sealing-key",
    isReadByToolkit: true,
    title: "Encryption key",
    why: "SEALING_KEY encrypts what buttons and links carry. Without it, those in use stop working.",
    plan: () =>
      rotatesKey && read(KEY)
        ? `Replaces the key in ${file}, and keeps the previous one for buttons and links in use.`
        : `Writes 32 random bytes to ${file}, which Git ignores.`,
    async findDone() {
      if (!read(KEY) || !read(PREVIOUS_KEY)) return undefined;
      if (read(PENDING)) return `The new key is in ${file}. The server gets it in a later step.`;
      return rotatesKey ? undefined : `The key is in ${file}.`;
    },
    async run() {
      const created = randomBytes(32).toString("base64");
      const current = read(KEY);
      if (current && rotatesKey) {
        setSecrets(root, environment, {
          [KEY]: created,
          [PREVIOUS_KEY]: current,
          [PENDING]: "yes",
        });
        return `Replaced the key in ${file}. Keep a copy of that file in a safe place.`;
      }
      const key = current ?? created;
      setSecrets(root, environment, { [KEY]: key, [PREVIOUS_KEY]: read(PREVIOUS_KEY) ?? key });
      return `Saved the key in ${file}. Keep a copy of that file in a safe place.`;
    },
  };
}

/** Whether the server doesn't have the key in the environment's file yet, or won't after this run replaces it. */
export function isKeyPending({ root, environment, rotatesKey }: KeyContext): boolean {
  return rotatesKey || readSecret(root, environment, PENDING) !== undefined;
}

/** Call it after the server got the key. */
export function endPending({ root, environment }: KeyContext): void {
  if (readSecret(root, environment, PENDING)) setSecrets(root, environment, { [PENDING]: "" });
}
