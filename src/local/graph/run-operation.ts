import type { RequestHandler } from "express";
import type { SigningKeys } from "../entra/signing-keys";
import type { LocalSettings } from "../local-settings";
import type { Operation } from "./graph-call";
import { toOnlineMeeting } from "./online-meeting";
import { readCaller } from "./read-caller";
import { resolveUser } from "./resolve-user";

const EVOLVED = "include-unknown-enum-members";

/** Checks who calls and for whom, runs the operation, and sends what it answers. */
export function createRunOperation(keys: SigningKeys, settings: LocalSettings) {
  return (access: "read" | "write", operation: Operation): RequestHandler<Params> =>
    async (req, res) => {
      const caller = readCaller(req.get("Authorization"), keys);
      const user = resolveUser(caller, req.params.userId, access, settings);
      const version = req.baseUrl.toLowerCase() === "/beta" ? "beta" : "v1.0";
      const { status, meeting } = await operation({
        version,
        user,
        meetingId: req.params.meetingId ?? "",
        body: req.is("application/json") ? req.body : undefined,
      });
      const showsEvolved = (req.get("Prefer") ?? "").toLowerCase().includes(EVOLVED);
      if (showsEvolved) res.set("Preference-Applied", EVOLVED);
      res.status(status);
      if (meeting) {
        const entity = `users('${user.userId}')/onlineMeetings/$entity`;
        const context = `https://graph.microsoft.com/${version}/$metadata#${entity}`;
        res.json({
          "@odata.context": context,
          ...toOnlineMeeting(meeting, settings, showsEvolved),
        });
      } else {
        res.end();
      }
    };
}

/** The parameters of a path; which are there depends on the route. */
interface Params {
  userId?: string;
  meetingId?: string;
  [name: string]: string | undefined;
}
