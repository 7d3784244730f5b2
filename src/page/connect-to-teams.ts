import { app } from "@microsoft/teams-js";

/** Longer than Teams needs on a slow phone. teams-js itself would wait for a minute. */
const TIMEOUT_MS = 10_000;
/** Short, because the hint only saves the user a choice. */
const CONTEXT_TIMEOUT_MS = 3_000;

/**
 * Whether Teams opened this window and responds. teams-js accepts only Microsoft's own origins, so no other opener
 * receives what is sent to Teams later.
 */
export async function connectToTeams(): Promise<boolean> {
  try {
    await withTimeout(app.initialize(), TIMEOUT_MS);
    return true;
  } catch {
    return false; // no opener, one other than Teams, or no response
  }
}

/** The user in Teams. It's only a hint: Entra authenticates the user. */
export async function findLoginHint(): Promise<string | undefined> {
  try {
    const { user } = await withTimeout(app.getContext(), CONTEXT_TIMEOUT_MS);
    return user?.loginHint ?? user?.userPrincipalName;
  } catch {
    return undefined; // Entra asks
  }
}

async function withTimeout<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const timeout = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("no answer")), timeoutMs);
  });
  return Promise.race([work, timeout]);
}
