import { parseArgs } from "node:util";
import { z } from "zod";
import { readStoreSettings } from "../config";
import { openConfiguredStore } from "./configured-store";
import { parseConversationId, toConversationType } from "../meetings/record/conversation";
import type { MeetingKey } from "../meetings/record/meeting-key";
import { StartProblem } from "./start-problem";

type Conversation = Pick<MeetingKey, "tenantId" | "threadId">;

const USAGE = "npm run erase -- --tenant <GUID> --thread <id>";

/**
 * `npm run erase`: forgets a conversation with all its rooms, also while the bot runs over the same store.
 * Resolves with a sentence that says what was done.
 *
 * @throws StartProblem for wrong options or settings
 * @throws AppError `store_unavailable`
 */
export async function erase(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const conversation = readEraseOptions(argv);
  const read = readStoreSettings(env);
  if (!read.ok) throw new StartProblem(read.problems.join("\n"));
  // A folder or table that is made for this would hold nothing to forget, and a wrong path would look like success.
  const store = openConfiguredStore(read.settings, { mustExist: true });
  try {
    return explainErasure(await store.eraseConversation(conversation));
  } finally {
    await store.close();
  }
}

/** Throws a `StartProblem` that says in a sentence what is wrong, and what to write instead. */
export function readEraseOptions(argv: readonly string[]): Conversation {
  const { tenant, thread } = parse(argv);
  if (tenant === undefined) throw new StartProblem(`--tenant is missing: write ${USAGE}.`);
  if (thread === undefined) throw new StartProblem(`--thread is missing: write ${USAGE}.`);
  if (!z.guid().safeParse(tenant).success) {
    throw new StartProblem(
      `--tenant is the directory (tenant) id, a GUID as in TENANT_ID, not “${tenant}”.`,
    );
  }
  const threadId = readThreadId(fromLink(thread));
  if (!threadId) {
    throw new StartProblem(
      `--thread is a conversation's id, such as 19:…@thread.tacv2 in the link to a channel, or 8:orgid:<object id> for a person's own meetings, not “${thread}”.`,
    );
  }
  return { tenantId: tenant, threadId };
}

/** `undefined` for what names neither a conversation nor a person. */
function readThreadId(id: string): string | undefined {
  return toConversationType(id) === "person" ? id.toLowerCase() : parseConversationId(id)?.threadId;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: { tenant: { type: "string" }, thread: { type: "string" } },
    }).values;
  } catch (error) {
    // Node's own first sentence names the option; the others are about command lines in general.
    const [fault] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new StartProblem(`${fault}: write ${USAGE}.`);
  }
}

/** Links to channels hold the id as `19%3A…%40thread.tacv2`. */
function fromLink(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // no part of a link
  }
}

function explainErasure(count: number): string {
  if (count === 0)
    return "No meeting of this conversation was on record: check --tenant, --thread and STORE if you expected one.";
  return count === 1
    ? "1 meeting of this conversation was forgotten; the online meeting itself is not deleted at Microsoft by this."
    : `${count} meetings of this conversation were forgotten; the online meetings themselves are not deleted at Microsoft by this.`;
}
