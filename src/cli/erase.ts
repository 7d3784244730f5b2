import { z } from "zod";
import { readStoreSettings } from "../config/config";
import { parseConversationId, toConversationType } from "../meetings/record/conversation";
import type { ConversationKey } from "../meetings/ports/meeting-store";
import type { Environment } from "../config/settings";
import { openConfiguredStore } from "./configured-store";
import { parseOptions } from "./parse-options";
import { StartProblem } from "./start-problem";

const USAGE = "npm run erase -- --tenant <GUID> --thread <id>";

/**
 * `npm run erase`: erases the records of a conversation and all its rooms. The bot may keep running.
 * Resolves with a sentence that says what was erased.
 *
 * @throws StartProblem if options or settings are wrong
 * @throws AppError `store_unavailable`
 */
export async function erase(argv: readonly string[], env: Environment): Promise<string> {
  const conversation = readEraseOptions(argv);
  const read = readStoreSettings(env);
  if (!read.ok) throw new StartProblem(read.problems.join("\n"));
  // Creating an empty store would make a wrong path look like success.
  const store = openConfiguredStore(read.settings, { mustExist: true });
  try {
    return explainErasure(await store.eraseConversation(conversation));
  } finally {
    await store.close();
  }
}

/** Throws a `StartProblem` that says what is wrong, and what to write instead. */
export function readEraseOptions(argv: readonly string[]): ConversationKey {
  const { tenant, thread } = parseOptions(
    argv,
    { tenant: { type: "string" }, thread: { type: "string" } },
    USAGE,
  );
  if (tenant === undefined) throw new StartProblem(`--tenant is missing: write ${USAGE}.`);
  if (thread === undefined) throw new StartProblem(`--thread is missing: write ${USAGE}.`);
  if (!z.guid().safeParse(tenant).success) {
    throw new StartProblem(
      `--tenant is the directory (tenant) id, a GUID as in TENANT_ID, not “${tenant}”.`,
    );
  }
  const id = decodeLinkPart(thread);
  const isPerson = toConversationType(id) === "person";
  const threadId = isPerson ? id.toLowerCase() : parseConversationId(id)?.threadId;
  if (!threadId) {
    throw new StartProblem(
      `--thread is a conversation's id, such as 19:…@thread.tacv2 in the link to a channel, or 8:orgid:<object id> for a person's own meetings, not “${thread}”.`,
    );
  }
  return { tenantId: tenant, threadId };
}

/** Links to channels contain the id as `19%3A…%40thread.tacv2`. */
function decodeLinkPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not from a link
  }
}

function explainErasure(count: number): string {
  if (count === 0)
    return "No meeting of this conversation was on record: check --tenant, --thread and STORE if you expected one.";
  return count === 1
    ? "1 meeting of this conversation was forgotten; the online meeting itself is not deleted at Microsoft by this."
    : `${count} meetings of this conversation were forgotten; the online meetings themselves are not deleted at Microsoft by this.`;
}
