import * as z from "zod";
import { parseConversationId, toConversationType } from "../meetings/record/conversation";
import type { ConversationKey } from "../meetings/ports/meeting-store";
import type { Environment } from "../config/settings";
import { openConfiguredStore, readStoreConfig } from "./configured-store";
import type { CommandOptions } from "./command-line";
import { UsageProblem } from "./start-problem";

/**
 * `npm run erase`: erases the records of a conversation and all its rooms. The bot may keep running.
 * Resolves with a sentence that says what was erased.
 *
 * @throws UsageProblem if options are wrong
 * @throws StartProblem if settings are wrong
 * @throws AppError `store_unavailable`
 */
export async function erase(options: CommandOptions["erase"], env: Environment): Promise<string> {
  const conversation = readEraseOptions(options);
  const config = readStoreConfig(env);
  // Creating an empty store would make a wrong path look like success.
  const store = openConfiguredStore(config, { mustExist: true });
  try {
    return explainErasure(await store.eraseConversation(conversation));
  } finally {
    await store.close();
  }
}

/** Throws a `UsageProblem` that says what is wrong, and what to write instead. */
export function readEraseOptions({ tenant, thread }: CommandOptions["erase"]): ConversationKey {
  if (!z.guid().safeParse(tenant).success) {
    throw new UsageProblem(
      `--tenant must be the directory (tenant) ID, a GUID as in TENANT_ID, not “${tenant}”.`,
      "erase",
    );
  }
  const id = decodeLinkPart(thread);
  const isPerson = toConversationType(id) === "person";
  const threadId = isPerson ? id.toLowerCase() : parseConversationId(id)?.threadId;
  if (!threadId) {
    throw new UsageProblem(
      `--thread must be the ID of a channel or chat, not “${thread}”. It's in the channel's link: 19:…@thread.tacv2. For a person's own meetings, use 8:orgid:<object id>.`,
      "erase",
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
    return "Found no records to erase. If you expected some, check --tenant, --thread and STORE.";
  return count === 1
    ? "Erased the records of 1 meeting. The meeting itself still exists in Teams."
    : `Erased the records of ${count} meetings. The meetings themselves still exist in Teams.`;
}
