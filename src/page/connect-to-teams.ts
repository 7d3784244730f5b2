import { app } from "@microsoft/teams-js";

/** Longer than Teams takes on a slow phone; teams-js itself would wait for a minute. */
const TIMEOUT_MS = 10_000;
/** It only saves the person a choice. */
const CONTEXT_TIMEOUT_MS = 3_000;

/**
 * Whether Teams opened this window and answers it. teams-js listens to Microsoft's own hosts alone, so nobody else
 * hears what is told to Teams afterwards.
 */
export async function connectToTeams(): Promise<boolean> {
  try {
    await withinTime(app.initialize(), TIMEOUT_MS);
    return true;
  } catch {
    return false; // no parent window, another one than Teams, or no answer
  }
}

/** Who is in Teams: a hint for Entra, which alone says who somebody is. */
export async function findLoginHint(): Promise<string | undefined> {
  try {
    const { user } = await withinTime(app.getContext(), CONTEXT_TIMEOUT_MS);
    return user?.loginHint ?? user?.userPrincipalName;
  } catch {
    return undefined; // the person chooses
  }
}

async function withinTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), timeoutMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
