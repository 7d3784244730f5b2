import type { RequestHandler } from "express";
import type * as z from "zod";
import type { CloudState } from "../cloud-state";
import { explainIssue, type JsonValue } from "../request-body";
import { readCaller, resolveUser, type ActingUser } from "./caller";
import { GraphError } from "./graph-error";
import type { Meeting } from "./meeting-store";
import { toOnlineMeeting } from "./online-meeting";

/** An authorized call of an operation on online meetings. */
export interface GraphCall {
  version: "v1.0" | "beta";
  user: ActingUser;
  /** Empty for createOrGet, whose path has none. */
  meetingId: string;
  /** `undefined` without a JSON body. */
  body: JsonValue | undefined;
}

/** The response of an operation; 204 has no meeting. */
export interface GraphResult {
  status: 200 | 201 | 204;
  meeting?: Meeting;
}

/** @throws GraphError */
export type Operation = (call: GraphCall, state: CloudState) => GraphResult | Promise<GraphResult>;

const INCLUDE_UNKNOWN = "include-unknown-enum-members";

/** Authorizes the caller, runs the operation, and sends its result. */
export function handleOperation(
  state: CloudState,
  access: "read" | "write",
  operation: Operation,
): RequestHandler<Record<string, string | undefined>> {
  const { keys, settings } = state;
  return async (req, res) => {
    const caller = readCaller(req.get("Authorization"), keys);
    const user = resolveUser(caller, req.params.userId, access, settings);
    const version = req.baseUrl.toLowerCase() === "/beta" ? "beta" : "v1.0";
    const meetingId = req.params.meetingId ?? "";
    const body = req.is("application/json") ? req.body : undefined;
    const { status, meeting } = await operation({ version, user, meetingId, body }, state);
    const includesUnknown = (req.get("Prefer") ?? "").toLowerCase().includes(INCLUDE_UNKNOWN);
    if (includesUnknown) res.set("Preference-Applied", INCLUDE_UNKNOWN);
    res.status(status);
    if (!meeting) return void res.end();
    const entity = `users('${user.userId}')/onlineMeetings/$entity`;
    const context = `https://graph.microsoft.com/${version}/$metadata#${entity}`;
    res.json({ "@odata.context": context, ...toOnlineMeeting(meeting, settings, includesUnknown) });
  };
}

/**
 * Reads a JSON object by its schema.
 *
 * @throws GraphError 400; the message for a body that isn't JSON is Graph's
 */
export function readBody<T>(body: JsonValue | undefined, schema: z.ZodType<T>): T {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw GraphError.badRequest(
      "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    );
  }
  const read = schema.safeParse(body);
  if (!read.success) throw GraphError.badRequest(explainIssue(read.error));
  return read.data;
}

/**
 * Finds the meeting of a call for its organizer or an attendee.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-get.
 *
 * @throws GraphError 404 without a meeting, 403 for other callers
 */
export function findMeeting({ user, meetingId }: GraphCall, { meetings }: CloudState): Meeting {
  const meeting = meetings.get(user.tenantId, meetingId);
  if (!meeting) throw GraphError.noSuchMeeting();
  const isInMeeting =
    meeting.organizer.userId === user.userId ||
    meeting.attendees.some(({ userId, upn }) => userId === user.userId || upn === user.upn);
  if (!isInMeeting) throw GraphError.notInMeeting();
  return meeting;
}

/** Finds the meeting of a call that changes or deletes it, which only the organizer can. */
export function findOwnMeeting(call: GraphCall, state: CloudState): Meeting {
  const meeting = findMeeting(call, state);
  if (meeting.organizer.userId !== call.user.userId) throw GraphError.notInMeeting();
  return meeting;
}
