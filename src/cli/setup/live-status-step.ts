import { createSelfSigned } from "../../auth/self-signed-certificate";
import { LIVE_STATUSES } from "../../config/live-status-settings";
import { readSecret, setSecrets, setVariable } from "../env-file";
import type { SetupContext, Step } from "./step";

/** `NOTIFICATION_CERTIFICATE`. It's there with every `LIVE_STATUS`: the Toolkit doesn't fill in empty variables. */
const CERTIFICATE = "SECRET_NOTIFICATION_CERTIFICATE";
/** The same certificate until an admin replaces it, as docs/administering.md describes. */
const PREVIOUS_CERTIFICATE = "SECRET_NOTIFICATION_CERTIFICATE_PREVIOUS";
/** The setup check reports it when it expires. */
const LASTS_YEARS = 10;

export function createLiveStatusStep(context: SetupContext): Step {
  const { root, environment, readValues, liveStatus, now } = context;
  const file = `env/.env.${environment}`;
  const read = (name: string) => readSecret(root, environment, name);
  const findCurrent = () => LIVE_STATUSES.find((source) => source === readValues()["LIVE_STATUS"]);
  return {
    id: "live-status",
    isReadByToolkit: true,
    title: "Where call status comes from",
    why: "Cards show when people are in a meeting. Teams reports calls in channels; with `graph`, Microsoft Graph reports all calls.",
    plan: () =>
      `Sets LIVE_STATUS=${liveStatus ?? findCurrent() ?? "bot"} in ${file}, with a certificate for Graph's notifications in ${file}.user.`,
    async findDone() {
      const current = findCurrent();
      if (!current || (liveStatus && liveStatus !== current)) return undefined;
      if (!read(CERTIFICATE) || !read(PREVIOUS_CERTIFICATE)) return undefined;
      return current === "graph"
        ? "LIVE_STATUS is graph: Microsoft Graph reports calls too."
        : `LIVE_STATUS is ${current}. To have Microsoft Graph report calls, use --live-status graph.`;
    },
    async run() {
      const chosen = liveStatus ?? findCurrent() ?? "bot";
      const certificate = read(CERTIFICATE) ?? (await createCertificate(now()));
      setSecrets(root, environment, {
        [CERTIFICATE]: certificate,
        [PREVIOUS_CERTIFICATE]: read(PREVIOUS_CERTIFICATE) ?? certificate,
      });
      setVariable(root, environment, "LIVE_STATUS", chosen);
      return `LIVE_STATUS is now ${chosen}.`;
    },
  };
}

/** In one line. */
async function createCertificate(now: Date): Promise<string> {
  const expiresAt = new Date(now);
  expiresAt.setUTCFullYear(expiresAt.getUTCFullYear() + LASTS_YEARS);
  const pem = await createSelfSigned({
    commonName: "Rendezvous notifications",
    expiresAt: expiresAt.toISOString(),
  });
  return Buffer.from(pem).toString("base64");
}
