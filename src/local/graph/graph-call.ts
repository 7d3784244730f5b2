import type { JsonValue } from "../json";
import type { Meeting } from "./meeting";
import type { ActingUser } from "./resolve-user";

/** One call of an operation on online meetings, after its token and its user were checked. */
export interface GraphCall {
  version: "v1.0" | "beta";
  user: ActingUser;
  /** Empty for createOrGet, which names none. */
  meetingId: string;
  /** `undefined` when there is none or it is not JSON. */
  body: JsonValue | undefined;
}

/** What an operation answers. */
export interface GraphAnswer {
  status: 200 | 201 | 204;
  /** Shown in the body; none with 204. */
  meeting?: Meeting;
}

/** An operation; it throws a GraphError to refuse. */
export type Operation = (call: GraphCall) => GraphAnswer | Promise<GraphAnswer>;
