import { createPortals } from "../../../src/check/portals";
import { CLOUDS } from "../../../src/clouds";
import type { CheckResult } from "../../../src/meetings/ports/check-report";

const APP_ID = "1d2f5a3c-4c53-4a7b-9e0e-2f8f0d7a9b11";
const TENANT_ID = "c4730046-52fb-4282-9363-e56afe25e0f4";
const USER = "d32d11ff-dc17-477e-b4a0-9758ccab3559";
const portals = createPortals({ cloud: CLOUDS.global, appId: APP_ID, tenantId: TENANT_ID });
const URL = "https://rendezvous.contoso.com";
const STORE = "/var/lib/rendezvous";

/** A set-up in which nothing is wrong, and what cannot be looked at is skipped. */
export const IN_ORDER: readonly CheckResult[] = [
  { id: "settings", status: "ok", code: "settings" },
  { id: "bot-credential", status: "ok", code: "certificate", values: { date: "2027-03-01" } },
  { id: "graph-token", status: "ok", code: "graphToken" },
  { id: "graph-permission", status: "ok", code: "permission" },
  { id: "organizer", status: "ok", code: "organizer", values: { user: USER } },
  { id: "graph-beta", status: "ok", code: "beta" },
  { id: "store", status: "ok", code: "store", values: { store: STORE } },
  { id: "public-url", status: "ok", code: "publicUrl", values: { url: URL } },
  { id: "app-package", status: "skipped", code: "notPacked" },
];

/** Three things that are wrong: two with something to paste, one without. */
export const NOT_IN_ORDER: readonly CheckResult[] = [
  ...IN_ORDER.slice(0, 4),
  {
    id: "organizer",
    status: "fault",
    code: "policyMissing",
    values: { user: USER },
    copy: portals.accessPolicy(USER),
  },
  { id: "graph-beta", status: "skipped", code: "noGround", ground: "organizer" },
  {
    id: "store",
    status: "fault",
    code: "folderReadOnly",
    values: { store: STORE, reason: "EROFS" },
    copy: [`sudo chown -R 1000 "${STORE}"`],
  },
  { id: "public-url", status: "fault", code: "hostUnknown", values: { host: "contoso.com" } },
  { id: "app-package", status: "skipped", code: "notPacked" },
];
