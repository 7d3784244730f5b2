import type { KeyPairKeyObjectResult } from "node:crypto";
import { sleep as realSleep, type Sleep } from "../async/deadline";
import { listen } from "../listen";
import { createSigningKeys } from "./entra/signing-keys";
import { createSignIns } from "./entra/sign-ins";
import { createUserToken, type UserTokenRequest } from "./entra/tokens";
import { createFaultPlan, faultSchema, type Fault, type PlannedFault } from "./faults";
import { createMeetingStore } from "./graph/meeting-store";
import { listLocalMeetings, type LocalMeeting } from "./graph/online-meeting";
import { IDENTITY_HEADER, IDENTITY_PATH } from "./identity-endpoint";
import { createLocalApp } from "./local-app";
import { createDefaultSettings, type LocalSettings } from "./local-settings";
import { createRequestLog, type GraphRequest } from "./request-log";

export type { Fault, GraphRequest, LocalMeeting, LocalSettings, PlannedFault, UserTokenRequest };

export interface LocalCloudOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** The clock of meetings, tokens and logs. */
  now?: () => Date;
  /** Used for the delays of faults and the gap of `racingCreates`. */
  sleep?: Sleep;
  settings?: Partial<LocalSettings>;
  /** Signs tokens (RSA, 2,048 bits). By default a new pair is generated. */
  signingPair?: KeyPairKeyObjectResult;
}

/** A running Graph and Entra. */
export interface LocalCloud {
  /** `http://127.0.0.1:PORT`, the origin of Graph, Entra and the control surface. */
  url: string;
  /** The variables that App Service sets for managed identities. */
  identityVariables: { IDENTITY_ENDPOINT: string; IDENTITY_HEADER: string };
  /** Changes apply from the next call on. */
  settings: LocalSettings;
  /** The Graph calls since the start or the last `clearRequests`. */
  requests(): GraphRequest[];
  clearRequests(): void;
  meetings(): LocalMeeting[];
  /** @throws ZodError */
  addFault(fault: Fault): void;
  /** Removes the planned faults and returns those that did not happen. */
  clearFaults(): PlannedFault[];
  /** The token that Teams hands to a bot, or a delegated one when Graph is the audience. */
  issueUserToken(request: UserTokenRequest): string;
  /** Cuts all connections, delayed calls included, and resolves when the port is free. */
  close(): Promise<void>;
}

/**
 * Starts the embedded Graph and Entra on 127.0.0.1.
 *
 * @throws Node's error with the code EADDRINUSE when the port is taken
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
  const signIns = createSignIns(now);
  const state = { origin, keys, meetings, signIns, log, faults, settings, now, pause };
  const app = createLocalApp(state);
  return {
    url: origin,
    identityVariables: { IDENTITY_ENDPOINT: origin + IDENTITY_PATH, IDENTITY_HEADER },
    settings,
    requests: () => log.list(),
    clearRequests: () => log.clear(),
    meetings: () => listLocalMeetings(state),
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
