import { createHash } from "node:crypto";
import type { Activity } from "botbuilder";
import { event, TENANT, type ActivityOptions, type TestPerson } from "./activities";
import { isTargeted, type SentActivity } from "./connector";
import type { TestApp, TestAppOptions } from "./start-app";

const CLIENT_ID = "99999999-8888-4777-8666-555555555555";
export const APP_ID_URI = `api://botid-${CLIENT_ID}`;
export const START_URL = "https://rendezvous.example.com/auth-start";
const OAUTH_CARD = "application/vnd.microsoft.card.oauth";

/** Options of an app in which people act in their own name. */
export function delegated({ config, ...options }: TestAppOptions = {}): TestAppOptions {
  return { ...options, config: { ...config, graphAuth: "delegated" } };
}

/** What Teams hands out for a person. */
export function tokenOf({ cloud }: TestApp, { aadId: userId }: TestPerson, tenantId = TENANT) {
  return cloud.issueUserToken({ tenantId, userId, audience: APP_ID_URI });
}

export interface SignInCard {
  text: string;
  connectionName: string;
  tokenExchangeResource?: { id: string; uri: string };
  buttons: { type: string; title: string; value: string }[];
}

export function isSignInCard({ activity }: SentActivity): boolean {
  return activity.attachments?.[0]?.contentType === OAUTH_CARD;
}

/** The card that asks to sign in. */
export function signInCardOf(sent: SentActivity | undefined): SignInCard {
  expect(sent?.activity.attachments).toMatchObject([{ contentType: OAUTH_CARD }]);
  return sent?.activity.attachments?.[0]?.content as SignInCard;
}

/** Everything that all people of a conversation see. */
export function publicOf(sent: readonly SentActivity[]): SentActivity[] {
  return sent.filter((one) => !isTargeted(one));
}

/** A client's answer to that card, with a token. */
export function exchange(
  sent: SentActivity | undefined,
  token: string,
  options: ActivityOptions,
): Partial<Activity> {
  const { tokenExchangeResource, connectionName } = signInCardOf(sent);
  const value = { id: tokenExchangeResource?.id, connectionName, token };
  return event({ type: "invoke", name: "signin/tokenExchange", value }, options);
}

/** Teams tells what our page handed over. */
export function verifyState(state: unknown, options: ActivityOptions): Partial<Activity> {
  return event({ type: "invoke", name: "signin/verifyState", value: { state } }, options);
}

/** What the page hands over once a person has signed in on Entra's page and consented there. */
export async function pageResultOf(app: TestApp, person: TestPerson): Promise<string> {
  const codeVerifier = "v".repeat(43);
  const body = new URLSearchParams({
    client_id: CLIENT_ID,
    response_type: "code",
    redirect_uri: "https://rendezvous.example.com/auth-end",
    scope: "openid profile offline_access https://graph.microsoft.com/OnlineMeetings.ReadWrite",
    code_challenge: createHash("sha256").update(codeVerifier).digest("base64url"),
    code_challenge_method: "S256",
    user: person.aadId,
    button: "accept",
  });
  const url = `${app.cloud.url}/${TENANT}/oauth2/v2.0/authorize`;
  const response = await fetch(url, { method: "POST", redirect: "manual", body });
  const { searchParams } = new URL(response.headers.get("location") ?? "");
  return JSON.stringify({ code: searchParams.get("code"), codeVerifier });
}
