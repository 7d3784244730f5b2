import type { KeyPairKeyObjectResult } from "node:crypto";
import { createSigningKeys } from "./entra/signing-keys";
import { createUserToken, type UserTokenRequest } from "./entra/tokens";
import { createFaultPlan, faultSchema, type Fault, type PlannedFault } from "./faults";
import { createMeetingStore } from "./graph/meeting-store";
import { listen } from "../listen";
import { IDENTITY_HEADER, IDENTITY_PATH } from "./identity-endpoint";
import { createLocalApp } from "./local-app";
import { toLocalMeeting, type LocalMeeting } from "./local-meeting";
import { createDefaultSettings, type LocalSettings } from "./local-settings";
import { sleep as realSleep, type Sleep } from "./pause";
import { createRequestLog, type GraphRequest } from "./request-log";

export type { Fault, GraphRequest, LocalMeeting, LocalSettings, PlannedFault, UserTokenRequest };

export interface LocalCloudOptions {
  /** 0, the default, is any free port. */
  port?: number;
  /** The clock of meetings, tokens and logs. */
  now?: () => Date;
  /** Where delays and the race of `racingCreates` wait. */
  sleep?: Sleep;
  settings?: Partial<LocalSettings>;
  /** What tokens are signed with (RSA, 2,048 bits); a pair of its own, unless given. */
  signingPair?: KeyPairKeyObjectResult;
}

/** A running Graph and Entra. */
export interface LocalCloud {
  /** `http://127.0.0.1:PORT`, the origin of Graph, Entra and the control surface. */
  url: string;
  /** What App Service tells its apps, for them to find the machine's identities. */
  identityVariables: { IDENTITY_ENDPOINT: string; IDENTITY_HEADER: string };
  /** Live: a change holds from the next call on. */
  settings: LocalSettings;
  /** Every Graph call since the start or the last clearing. */
  requests(): GraphRequest[];
  clearRequests(): void;
  /** What exists. */
  meetings(): LocalMeeting[];
  /** Plans a failure; throws a ZodError when it is not one. */
  addFault(fault: Fault): void;
  /** Forgets the planned failures and returns those that did not happen. */
  clearFaults(): PlannedFault[];
  /** A user's token, as Teams hands it to a bot; with Graph as audience a delegated one for Graph. */
  issueUserToken(request: UserTokenRequest): string;
  /** Cuts every connection, calls that wait in a delay included; resolves when the port is free. */
  close(): Promise<void>;
}

/**
 * Starts the embedded Graph and Entra on 127.0.0.1.
 *
 * @throws the error of Node when the port is taken: its `code` is EADDRINUSE
 */
export async function startLocalCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  const { port = 0, now = () => new Date(), sleep = realSleep } = options;
  const settings = { ...createDefaultSettings(), ...options.settings };
  const keys = await createSigningKeys(now, options.signingPair);
  const meetings = createMeetingStore(settings, now);
  const log = createRequestLog(now);
  const faults = createFaultPlan();
  const closing = new AbortController();
  const pause = (ms: number) => sleep(ms, closing.signal);
  const address = { host: "127.0.0.1", port };
  const server = await listen((request, response) => void app(request, response), address);
  const origin = server.url;
  const app = createLocalApp({ origin, keys, meetings, log, faults, settings, now, pause });
  return {
    url: origin,
    identityVariables: { IDENTITY_ENDPOINT: origin + IDENTITY_PATH, IDENTITY_HEADER },
    settings,
    requests: () => log.list(),
    clearRequests: () => log.clear(),
    meetings: () => meetings.list().map((one) => toLocalMeeting(one, settings)),
    addFault: (fault) => faults.add(faultSchema.parse(fault)),
    clearFaults: () => faults.clear(),
    issueUserToken: (request) => createUserToken(request, keys, settings),
    close() {
      const stopped = server.stop(0);
      closing.abort();
      return stopped;
    },
  };
}
