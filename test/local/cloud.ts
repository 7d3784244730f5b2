import {
  startLocalCloud,
  type LocalCloud,
  type LocalCloudOptions,
} from "../../src/local/local-cloud";
import type { Sleep } from "../../src/async/deadline";
import { SIGNING_PAIR } from "../support/rsa-pairs";

export const TENANT = "0823831b-1f1b-424b-b90a-1caa345a742a";
export const OTHER_TENANT = "aa67bd4c-8475-432d-bd41-39f255720e0a";
export const APP = "ddb80e06-92f3-4978-bc22-a0eee85e6a9e";
export const ADA = "8716745d-77a9-4be3-afff-009e4b81658e";
export const BO = "1f35f2e6-9cab-44ad-8d5a-b74c14720000";
export const CHANNEL = "19:7ebda77322dd4505ac4dedb5b67df076@thread.tacv2";

/** The time in the reference's examples. */
const THEN = "2020-09-11T06:30:18.061Z";

type Json = Record<string, unknown>;

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Meeting & ErrorEnvelope & Json;
}

interface Meeting {
  id: string;
  externalId: string;
  subject: string | null;
  startDateTime: string;
  endDateTime: string;
  joinWebUrl: string;
  participants: { attendees: { upn: string | null; role: string | null; identity: unknown }[] };
  chatInfo: { threadId: string; messageId: string };
}

interface ErrorEnvelope {
  error: { code: string; message: string; innerError: Record<string, string> };
}

/** A call of the embedded cloud. */
interface Call {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A running cloud whose clock changes only with `setNow`. */
export interface TestCloud extends LocalCloud {
  setNow(iso: string): void;
  call(method: string, path: string, call?: Call): Promise<Answer>;
  /** An application's token, fetched over HTTP. */
  appToken(tenantId?: string): Promise<string>;
  /** A delegated token for Graph. */
  userToken(userId?: string): string;
  /** A managed identity's token, by default the system-assigned one's. */
  identityToken(resource: string, clientId?: string): Promise<string>;
  /** Calls the identity endpoint as an app in App Service does. */
  askIdentity(query: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  /** Calls createOrGet with an application token. */
  meet(body: Json, options?: { userId?: string; version?: string }): Promise<Answer>;
}

const runningClouds: LocalCloud[] = [];

/** Stops the clouds that the test started. Call it in `afterEach`. */
export async function stopClouds(): Promise<void> {
  await Promise.all(runningClouds.splice(0).map((cloud) => cloud.close()));
}

export async function startCloud(
  settings: LocalCloudOptions["settings"] = {},
  options: LocalCloudOptions = {},
): Promise<TestCloud> {
  let now = new Date(THEN);
  const cloud = await startLocalCloud({
    signingPair: SIGNING_PAIR,
    now: () => now,
    settings,
    ...options,
  });
  runningClouds.push(cloud);

  const call: TestCloud["call"] = async (method, path, { token, body, headers } = {}) => {
    const response = await fetch(cloud.url + path, {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    const parsed = isJson ? JSON.parse(text) : {};
    return { status: response.status, headers: response.headers, text, body: parsed };
  };
  const appToken = async (tenantId = TENANT) => {
    const form = { grant_type: "client_credentials", client_id: APP, client_secret: "any" };
    const answer = await requestToken(cloud.url, tenantId, {
      ...form,
      scope: "https://graph.microsoft.com/.default",
    });
    return String(answer.body.access_token);
  };
  const askIdentity: TestCloud["askIdentity"] = (query, headers) => {
    const { pathname } = new URL(cloud.identityVariables.IDENTITY_ENDPOINT);
    const parameters = new URLSearchParams({ "api-version": "2019-08-01", ...query });
    const own = { "X-IDENTITY-HEADER": cloud.identityVariables.IDENTITY_HEADER };
    return call("GET", `${pathname}?${parameters.toString()}`, { headers: { ...own, ...headers } });
  };
  return {
    ...cloud,
    askIdentity,
    async identityToken(resource, clientId) {
      const answer = await askIdentity({ resource, ...(clientId && { client_id: clientId }) });
      return String(answer.body.access_token);
    },
    setNow(iso) {
      now = new Date(iso);
    },
    call,
    appToken,
    userToken: (userId = ADA) =>
      cloud.issueUserToken({ tenantId: TENANT, userId, audience: "https://graph.microsoft.com" }),
    async meet(body, { userId = ADA, version = "v1.0" } = {}) {
      const path = `/${version}/users/${userId}/onlineMeetings/createOrGet`;
      return call("POST", path, { token: await appToken(), body });
    },
  };
}

/** A sleep that ends with `wake`. `started` resolves with its length. */
export function createManualSleep(): { sleep: Sleep; started: Promise<number>; wake(): void } {
  const sleepers: (() => void)[] = [];
  let onStart: ((ms: number) => void) | undefined;
  const started = new Promise<number>((resolve) => {
    onStart = resolve;
  });
  return {
    sleep: (ms) =>
      new Promise((resolve) => {
        sleepers.push(resolve);
        onStart?.(ms);
      }),
    started,
    wake: () => sleepers.splice(0).forEach((resolve) => resolve()),
  };
}

/** Posts a form to the token endpoint. */
export async function requestToken(
  url: string,
  tenant: string,
  form: Record<string, string>,
): Promise<{ status: number; body: Json }> {
  const body = new URLSearchParams(form);
  const response = await fetch(`${url}/${tenant}/oauth2/v2.0/token`, { method: "POST", body });
  return { status: response.status, body: JSON.parse(await response.text()) };
}
