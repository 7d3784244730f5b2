import { createSelfSigned } from "../../auth/self-signed-certificate";
import { LIVE_STATUSES } from "../../config/live-status-settings";
import { readSecret, setSecrets, setVariable } from "../env-file";
import type { SetupContext, Step } from "./step";

/** `NOTIFICATION_CERTIFICATE`. It's there with every `LIVE_STATUS`: the Toolkit doesn't fill in empty variables. */
const CERTIFICATE = "SECRET_NOTIFICATION_CERTIFICATE";
/** Graph doesn't look at the date: see docs/administering.md for a replacement. */
const LASTS_YEARS = 10;

export function createLiveStatusStep(context: SetupContext): Step {
  const { root, environment, readValues, liveStatus, now } = context;
  const file = `env/.env.${environment}`;
  const findCurrent = () => LIVE_STATUSES.find((source) => source === readValues()["LIVE_STATUS"]);
  return {
    id: "live-status",
    isReadByToolkit: true,
    title: "What tells of calls",
    why: "Cards show when people are in a meeting. Teams tells of channel meetings, and with `graph`, Microsoft Graph of all.",
    plan: () =>
      `Sets LIVE_STATUS=${liveStatus ?? findCurrent() ?? "bot"} in ${file}, with a certificate for Graph's notifications in ${file}.user.`,
    async findDone() {
      const current = findCurrent();
      if (!current || (liveStatus && liveStatus !== current)) return undefined;
      if (!readSecret(root, environment, CERTIFICATE)) return undefined;
      return current === "graph"
        ? "LIVE_STATUS is graph: Microsoft Graph tells of calls, too."
        : `LIVE_STATUS is ${current}. To have Microsoft Graph tell of calls, use --live-status graph.`;
    },
    async run() {
      const chosen = liveStatus ?? findCurrent() ?? "bot";
      if (!readSecret(root, environment, CERTIFICATE)) {
        const expiresAt = now();
        expiresAt.setUTCFullYear(expiresAt.getUTCFullYear() + LASTS_YEARS);
        const pem = await createSelfSigned({
          commonName: "Rendezvous notifications",
          expiresAt: expiresAt.toISOString(),
        });
        setSecrets(root, environment, { [CERTIFICATE]: Buffer.from(pem).toString("base64") });
      }
      setVariable(root, environment, "LIVE_STATUS", chosen);
      return `LIVE_STATUS is now ${chosen}.`;
    },
  };
}
