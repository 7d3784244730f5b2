import type { Activity } from "botbuilder";
import { CLOUDS, type CloudName } from "../../src/clouds";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import type { Metrics } from "../../src/metrics/metrics";
import type { RejectionReason } from "../../src/server/inbound-rejection";
import { createMemoryStore } from "../../src/storage/memory-store";
import { extensionInvoke, TENANT } from "./activities";
import { startBotFramework, type BotFramework, type TokenParts } from "./bot-framework";
import { resultsOf } from "./extension";
import { startApp, type Answer, type TestApp } from "./start-app";

export const APP_ID = "99999999-8888-4777-8666-555555555555";
export const SERVICE_URL = `https://smba.trafficmanager.net/emea/${TENANT}/`;

/** The app with inbound authentication, which uses a local key set instead of Microsoft's. */
export interface AuthenticatedApp {
  app: TestApp;
  framework: BotFramework;
  /** Posts with a valid token for the activity's service URL, or with the given `Authorization` header. */
  call(activity: Partial<Activity>, authorization?: string | null): Promise<Answer>;
  /** A valid `Authorization` header, except for `parts`. */
  toAuthorization(parts?: TokenParts): string;
  expectAccepted(answer: Answer): void;
  /**
   * Expects a 401 without details, one log line with the reason, and no other effects. A call with a valid token must
   * still succeed afterwards.
   */
  expectRejected(
    reason: RejectionReason,
    activity: Partial<Activity>,
    authorization?: string | null,
  ): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** Creates a meeting whose card comes in the response, so nothing is sent to a host on the internet. */
export function askForMeeting(): Partial<Activity> {
  const value = { commandId: "meet", commandContext: "compose", data: { verb: "submit-meeting" } };
  return extensionInvoke("submitAction", value, { in: "nowhere" });
}

export async function startAuthenticatedApp({
  cloudName = "global",
  serviceUrl = SERVICE_URL,
  connectorHosts,
  metrics,
}: {
  cloudName?: CloudName;
  serviceUrl?: string;
  connectorHosts?: string[];
  metrics?: Metrics;
} = {}): Promise<AuthenticatedApp> {
  const cloud = CLOUDS[cloudName];
  const { issuer } = cloud.botTokens;
  const framework = await startBotFramework({ issuer, audience: APP_ID, serviceUrl });
  const { store, callCount } = createCountingStore();
  const app = await startApp({
    store,
    ...(metrics && { metrics }),
    config: {
      cloud: { ...cloud, botTokens: framework.tokens },
      botIdentity: { kind: "registered", appId: APP_ID, tenantId: TENANT },
      ...(connectorHosts && { connectorHosts }),
    },
  });
  // botbuilder prints token errors.
  const printed = jest.spyOn(console, "error").mockImplementation(() => undefined);

  const authenticated: AuthenticatedApp = {
    app,
    framework,
    toAuthorization: (parts) => `Bearer ${framework.sign(parts)}`,
    async call(activity, given) {
      const posted = { serviceUrl, ...activity };
      const good = () =>
        authenticated.toAuthorization({ claims: { serviceurl: posted.serviceUrl } });
      const authorization = given === undefined ? good() : given;
      const response = await fetch(`${app.url}/api/messages`, {
        method: "POST",
        headers: authorization === null ? {} : { authorization },
        body: JSON.stringify(posted),
      });
      const text = await response.text();
      return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined };
    },
    expectAccepted({ status }) {
      expect({ status, log: app.log.at(-1) }).toMatchObject({ status: 200 });
    },
    async expectRejected(reason, activity, authorization) {
      const before = { log: app.log.length, calls: callCount() };
      const requestCount = app.cloud.requests().length;
      const answer = await authenticated.call(activity, authorization);
      const lines = app.log.slice(before.log);
      expect({ answer, lines }).toEqual({
        answer: { status: 401, body: { error: "This request is not authorized." } },
        lines: [
          expect.objectContaining({
            level: 40,
            reason,
            msg: expect.stringMatching(/^rejected an activity: \w/),
          }),
        ],
      });
      expect(JSON.stringify(lines).length).toBeLessThan(600);
      const secrets = (authorization ?? "").split(/[ .,]+/).filter(({ length }) => length > 20);
      const said = JSON.stringify([lines, printed.mock.calls]);
      expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
      expect(callCount()).toBe(before.calls);
      expect(app.cloud.requests()).toHaveLength(requestCount);
      expect(app.connector.attempts).toEqual({ POST: 0, PUT: 0, GET: 0 });

      expect(resultsOf(await authenticated.call(askForMeeting()))).toHaveLength(1);
      return lines[0] ?? {};
    },
    async stop() {
      printed.mockRestore();
      await app.stop();
      await framework.stop();
    },
  };
  return authenticated;
}

function createCountingStore(): { store: MeetingStore; callCount: () => number } {
  let count = 0;
  function counted<T extends object>(part: T): T {
    return new Proxy(part, {
      get(target, name, receiver) {
        count += 1;
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
  }
  const { scan, eraseConversation, close, ...kinds } = createMemoryStore();
  const store: MeetingStore = counted({
    scan,
    eraseConversation,
    close,
    records: counted(kinds.records),
    recentMeetings: counted(kinds.recentMeetings),
    pendingCommands: counted(kinds.pendingCommands),
    answeredMessages: counted(kinds.answeredMessages),
    joinLinks: counted(kinds.joinLinks),
    due: counted(kinds.due),
  });
  return { store, callCount: () => count };
}
