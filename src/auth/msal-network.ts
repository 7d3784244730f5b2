import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from "@azure/msal-node";
import { BrokenCircuitError, BulkheadRejectedError, TaskCancelledError } from "cockatiel";
import * as z from "zod";
import { parseJson } from "../errors";
import type { Fetch, FetchInit } from "../http-fetch";
import { POLICIES } from "../resilience/policies";
import { createPolicy, type Failure, type Policy, type PolicyDeps } from "../resilience/policy";
import { readRetryAfterSeconds } from "../resilience/retry-after";
import { loadMsal } from "./load-msal";

/** The code of MSAL's error when Entra, or the identity endpoint, didn't decide about the request. Its message is ours. */
export const ENTRA_UNAVAILABLE = "entra_unavailable";

/** Virtual machines return these while their identity endpoint is being updated, says MSAL's own retry policy. */
const NOT_READY = new Set([404, 408, 410]);

const errorSchema = z.object({ error_description: z.string() }).catch({ error_description: "" });

interface NetworkDeps extends PolicyDeps {
  fetch: Fetch;
}

/**
 * Sends MSAL's requests with the app's own `fetch`, and by our policy:
 * https://learn.microsoft.com/entra/msal/javascript/node/configuration (`system.networkClient`)
 *
 * MSAL doesn't see a 429 or 5xx. After one it would reject all requests of that kind for a minute, by the real clock.
 */
export function createMsalNetwork(deps: NetworkDeps): INetworkModule {
  const ofEntra = createPolicy(POLICIES.entra, deps, readFailure);
  const ofIdentity = createPolicy(POLICIES.managedIdentity, deps, readFailure);

  return {
    // Entra's tokens take a POST, those of the machine's identity a GET.
    sendGetRequestAsync: (url, options) => send(ofIdentity, "GET", url, options),
    sendPostRequestAsync: (url, options) => send(ofEntra, "POST", url, options),
  };

  async function send<T>(
    run: Policy,
    method: string,
    url: string,
    { headers, body }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    try {
      return await run(({ call, retry }) =>
        retry(() => call((signal) => sendOnce<T>(url, { method, headers, body, signal }))),
      );
    } catch (error) {
      throw new (loadMsal().AuthError)(ENTRA_UNAVAILABLE, "", toReason(error));
    }
  }

  async function sendOnce<T>(url: string, init: FetchInit): Promise<NetworkResponse<T>> {
    let response;
    let text;
    try {
      response = await deps.fetch(url, init);
      text = await response.text();
    } catch {
      throw new NoDecision("couldn't reach Entra", { isOutage: true, isRetryable: true });
    }
    const { status } = response;
    const headers = Object.fromEntries(response.headers);
    const body = parseJson(text);
    if (status === 429 || status >= 500 || NOT_READY.has(status)) {
      throw new NoDecision(readEntraCode(body) ?? `status ${status}`, {
        isOutage: status >= 500,
        isRetryable: true,
        retryAfterSeconds: readRetryAfterSeconds(headers["retry-after"], deps.now()),
      });
    }
    if (body === undefined) {
      throw new NoDecision("the response isn't from Entra", { isOutage: true, isRetryable: false });
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- MSAL's interface lets its caller say what T is
    return { status, headers, body: body as T };
  }
}

class NoDecision extends Error {
  constructor(
    readonly reason: string,
    readonly failure: Failure,
  ) {
    super(reason);
  }
}

function readFailure(error: Error): Failure | undefined {
  return error instanceof NoDecision ? error.failure : undefined;
}

function readEntraCode(body: unknown): string | undefined {
  return /AADSTS\d+/.exec(errorSchema.parse(body).error_description)?.[0];
}

/** Never contains what was sent or received. */
function toReason(error: unknown): string {
  if (error instanceof NoDecision) return error.reason;
  if (error instanceof TaskCancelledError) return "no response in time";
  if (error instanceof BrokenCircuitError) return "too many calls failed";
  return error instanceof BulkheadRejectedError ? "too many calls at once" : "unexpected";
}
