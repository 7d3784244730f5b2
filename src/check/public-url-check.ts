import { parseJson } from "../errors";
import type { FetchResponse } from "../http-fetch";
import * as z from "zod";
import {
  toFault,
  toOk,
  type Check,
  type CheckContext,
  type CheckOutcome,
  type Fault,
} from "./check";
import { FAULTS, LABELS, OK } from "./check-words";

const errorSchema = z.object({ code: z.string().optional() }).catch({});
const healthSchema = z.object({ program: z.literal("rendezvous") });

/** Checks whether the public address, where Teams and our links reach the server, leads to this program. */
export function createPublicUrlCheck(
  linkOrigin: string,
  { fetch }: Pick<CheckContext, "fetch">,
): Check {
  const url = `${linkOrigin}/healthz`;
  return {
    id: "public-url",
    async run() {
      let response;
      let text;
      try {
        response = await fetch(url);
        text = await response.text();
      } catch (error) {
        return readFailure(error, url);
      }
      return readAnswer(url, response, text);
    },
  };
}

function readAnswer(url: string, { status, headers }: FetchResponse, text: string): CheckOutcome {
  const values = { status: String(status) };
  const copy = [{ label: LABELS.publicUrl, value: url }];
  // A redirect would drop the body of the POST that Teams sends.
  if (status >= 300 && status < 400) {
    const location = headers.get("location");
    const target = location ? [{ label: LABELS.redirect, value: location }] : [];
    return toFault(FAULTS.addressElsewhere, { copy: [...copy, ...target] });
  }
  if (healthSchema.safeParse(parseJson(text)).success) {
    return status === 200 ? toOk(OK.publicUrl) : toFault(FAULTS.serverDown(values), { copy });
  }
  if (status === 200) return toFault(FAULTS.anotherProgram, { copy });
  // From a gateway that can't reach the server: https://www.rfc-editor.org/rfc/rfc9110#section-15.6
  const isGateway = status === 502 || status === 503 || status === 504;
  return toFault(isGateway ? FAULTS.serverDown(values) : FAULTS.addressRefuses(values), { copy });
}

/** https://nodejs.org/api/errors.html, https://nodejs.org/api/tls.html#x509-certificate-error-codes */
function readFailure(error: unknown, url: string): Fault {
  const { host, hostname } = new URL(url);
  const { code } = errorSchema.parse(error);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return toFault(FAULTS.hostUnknown, { copy: [{ label: LABELS.host, value: hostname }] });
  const errors = code === undefined ? [] : [{ label: LABELS.error, value: code }];
  // Other TLS errors don't concern the certificate: a server that speaks plain HTTP causes some.
  return code !== undefined && /CERT|SIGNATURE|ISSUER|CRL/.test(code)
    ? toFault(FAULTS.hostUntrusted, { copy: [{ label: LABELS.host, value: host }, ...errors] })
    : toFault(FAULTS.hostSilent, { copy: [{ label: LABELS.publicUrl, value: url }, ...errors] });
}
