import { z } from "zod";
import type { CheckOutcome } from "../meetings/ports/check-report";
import { toFault, type Check, type Fault } from "./check";

export interface PublicUrlParts {
  /** Where Teams and our own links find the server. */
  linkOrigin: string;
  fetch: typeof fetch;
}

const healthSchema = z.object({ program: z.literal("rendezvous") });

/** Whether whoever calls the public address gets to this program, and nowhere else. */
export function createPublicUrlCheck({ linkOrigin, fetch }: PublicUrlParts): Check {
  const url = `${linkOrigin}/healthz`;
  return {
    id: "public-url",
    async look(): Promise<CheckOutcome> {
      let response;
      let text;
      try {
        // What leads on elsewhere would lose the body of Teams' POST.
        response = await fetch(url, { redirect: "manual" });
        text = await response.text();
      } catch (error) {
        return readFailure(error, url);
      }
      return readAnswer(url, response, text);
    },
  };
}

function readAnswer(url: string, { status, headers }: Response, text: string): CheckOutcome {
  const location = headers.get("location");
  if (status >= 300 && status < 400) {
    return toFault("addressElsewhere", { url, location: location ?? String(status) });
  }
  if (isOurs(text)) {
    return status === 200
      ? { status: "ok", code: "publicUrl", values: { url: new URL(url).origin } }
      : toFault("serverDown", { url, status: String(status) });
  }
  if (status === 200) return toFault("anotherProgram", { url });
  // https://www.rfc-editor.org/rfc/rfc9110#section-15.6: what stands before the server does not get through to it.
  const isGateway = status === 502 || status === 503 || status === 504;
  return toFault(isGateway ? "serverDown" : "addressRefuses", { url, status: String(status) });
}

function isOurs(text: string): boolean {
  try {
    return healthSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false; // no JSON is none of ours
  }
}

/** https://nodejs.org/api/errors.html, https://nodejs.org/api/tls.html#x509-certificate-error-codes */
function readFailure(error: unknown, url: string): Fault {
  const { host, hostname } = new URL(url);
  const code = readCode(error);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return toFault("hostUnknown", { host: hostname });
  // What answers in another protocol, plain http say, has no certificate that could be wrong.
  return code !== undefined && /CERT|SIGNATURE|ISSUER|CRL/.test(code)
    ? toFault("hostUntrusted", { host, code })
    : toFault("hostSilent", { url, code: code ?? "-" });
}

/** `fetch` wraps what happened in an error of its own. */
function readCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? readCode(error.cause) : undefined;
}
