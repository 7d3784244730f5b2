import { createHash } from "node:crypto";
import type { Activity } from "botbuilder";
import { event, TENANT, type ActivityOptions, type TestPerson } from "./activities";
import { isTargeted, type SentActivity } from "./connector";
import type { TestApp, TestAppOptions } from "./start-app";

const CLIENT_ID = "99999999-8888-4777-8666-555555555555";
export const APP_ID_URI = `api://botid-${CLIENT_ID}`;
export const START_URL = "https://rendezvous.example.com/auth-start";
const OAUTH_CARD = "application/vnd.microsoft.card.oauth";

/** Options of an app in delegated mode. */
export function delegated({ config, ...options }: TestAppOptions = {}): TestAppOptions {
  return { ...options, config: { ...config, graphAuth: "delegated" } };
}

/** The token that Teams hands to the bot for a person. */
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

/** The content of a sign-in card. */
export function signInCardOf(sent: SentActivity | undefined): SignInCard {
  expect(sent?.activity.attachments).toMatchObject([{ contentType: OAUTH_CARD }]);
  return sent?.activity.attachments?.[0]?.content as SignInCard;
}

/** The messages that everyone in the conversation sees. */
export function publicOf(sent: readonly SentActivity[]): SentActivity[] {
  return sent.filter((activity) => !isTargeted(activity));
}

/** A client's response to the sign-in card, with a token. */
export function exchange(
  sent: SentActivity | undefined,
  token: string,
  options: ActivityOptions,
): Partial<Activity> {
  const { tokenExchangeResource, connectionName } = signInCardOf(sent);
  const value = { id: tokenExchangeResource?.id, connectionName, token };
  return event({ type: "invoke", name: "signin/tokenExchange", value }, options);
}

/** Teams passes on the result of the sign-in page. */
export function verifyState(state: unknown, options: ActivityOptions): Partial<Activity> {
  return event({ type: "invoke", name: "signin/verifyState", value: { state } }, options);
}

/** The result of the sign-in page after a person signed in and consented. */
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
