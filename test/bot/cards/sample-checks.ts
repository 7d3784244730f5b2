import { toBlocked, toFault, toOk, toResult, toSkipped } from "../../../src/check/check";
import { FAULTS, LABELS, OK, SKIPPED } from "../../../src/check/check-words";
import { createPortals } from "../../../src/check/portals";
import { CLOUDS } from "../../../src/clouds";
import type { CheckResult } from "../../../src/meetings/ports/check-report";

const APP_ID = "1d2f5a3c-4c53-4a7b-9e0e-2f8f0d7a9b11";
const TENANT_ID = "c4730046-52fb-4282-9363-e56afe25e0f4";
const USER = "d32d11ff-dc17-477e-b4a0-9758ccab3559";
const portals = createPortals(CLOUDS.global, { appId: APP_ID, tenantId: TENANT_ID });
const STORE = "/var/lib/rendezvous";

/** A setup without faults; what can't be checked is skipped. */
export const IN_ORDER: readonly CheckResult[] = [
  toResult("settings", toOk(OK.settings)),
  toResult("bot-credential", toOk(OK.certificate({ date: "2027-03-01" }))),
  toResult("graph-token", toOk(OK.graphToken)),
  toResult("graph-permission", toOk(OK.permission)),
  toResult("organizer", toOk(OK.organizer)),
  toResult("graph-beta", toOk(OK.beta)),
  toResult("store", toOk(OK.store)),
  toResult("public-url", toOk(OK.publicUrl)),
  toResult("app-package", toSkipped(SKIPPED.notPacked)),
];

/** Three faults, with values to copy. */
export const NOT_IN_ORDER: readonly CheckResult[] = [
  ...IN_ORDER.slice(0, 4),
  toResult("organizer", toFault(FAULTS.policyMissing, portals.accessPolicy(USER))),
  toResult("graph-beta", toBlocked("organizer")),
  toResult(
    "store",
    toFault(FAULTS.folderReadOnly, {
      copy: [
        { label: LABELS.bash, value: `sudo chown -R 1000 "${STORE}"` },
        { label: LABELS.storage, value: STORE },
        { label: LABELS.error, value: "writing: EROFS" },
      ],
    }),
  ),
  toResult(
    "public-url",
    toFault(FAULTS.hostUnknown, {
      copy: [{ label: LABELS.host, value: "rendezvous.contoso.com" }],
    }),
  ),
  toResult("app-package", toSkipped(SKIPPED.notPacked)),
];

/** A fault with a page to open, and what waits for it. */
export const NO_PERMISSION: readonly CheckResult[] = [
  ...IN_ORDER.slice(0, 3),
  toResult("graph-permission", toFault(FAULTS.permissionMissing, portals.permissions)),
  toResult("organizer", toBlocked("graph-permission")),
  toResult("graph-beta", toBlocked("graph-permission")),
  ...IN_ORDER.slice(6),
];
