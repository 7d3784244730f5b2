import type { Activity } from "botbuilder";
import { listen } from "../../src/listen";
import { ada, bo, chen, TENANT, type TestPerson } from "./activities";

type Method = "POST" | "PUT" | "GET";
type FailingMethod = Method | "DELETE";

/** The Entra group behind every team. */
export const TEAM_GROUP_ID = "78189571-147d-458e-8cea-0c608f0db0d5";

/** An activity that the bot sent to Teams. */
export interface SentActivity {
  method: "POST" | "PUT";
  /** Contains the id of the replaced message, or of the one that the bot replied to. */
  path: string;
  /** The id of the new or replaced message. */
  id: string;
  activity: Partial<Activity>;
}

/** A member in Teams' roster. */
export interface RosterMember {
  /** Teams' id. */
  id: string;
  aadObjectId?: string;
  name?: string;
  userPrincipalName?: string;
  tenantId?: string;
  userRole?: string;
}

export interface TestConnector {
  url: string;
  /** The members of every conversation and team. */
  roster: RosterMember[];
  /** What Teams tells of a meeting chat's own meeting. */
  chatMeeting?: { joinUrl?: string; title?: string };
  /** The path of each request for members, teams and meetings. */
  rosterRequests: string[];
  sent: SentActivity[];
  /** Resolves with the first activity that matches, past or future. */
  waitFor(matches: (sent: SentActivity) => boolean): Promise<SentActivity>;
  /** The parameters of each new personal chat. */
  chats: { members: { id: string }[]; isGroup: boolean; tenantId: string }[];
  /** The token of each request, if it had one. */
  tokens: (string | undefined)[];
  /** The number of requests by method, failures included. */
  attempts: Record<Method, number>;
  /**
   * Fails the next `times` requests of this method, by default all. `"silence"` never responds, and `"hang-up"` closes the connection.
   *
   * @param at matches the path with its query; a later call with the same pattern replaces the earlier one
   */
  fail(method: FailingMethod, how: Failure, times?: number, at?: RegExp): void;
  /** Whether some requests of this method get no response at all. */
  isSilent(method: string): boolean;
  /** Ids of deleted messages, by the bot or by people. Replacing or deleting one returns 404. */
  deleted: Set<string>;
  /** The path of each request that deleted a message. */
  deletions: string[];
  stop(): Promise<void>;
}

type Failure =
  | number
  /** `isCut` closes the connection in the middle of the body. */
  | { status: number; retryAfter?: string; body?: string; isCut?: boolean }
  | "silence"
  | "hang-up";

const METHODS = ["POST", "PUT", "GET"] as const;

/** A member from the host's tenant. */
export function toRosterMember({ aadId, name, teamsId }: TestPerson): RosterMember {
  return {
    id: teamsId,
    aadObjectId: aadId,
    name,
    userPrincipalName: `${name.split(" ")[0]?.toLowerCase()}@contoso.com`,
    tenantId: TENANT,
    userRole: "user",
  };
}

/** Answers `/v3/conversations/{id}/members/{id}`, with an id or the address of a person, and `/v3/teams/{id}`. */
function findResource(
  path: string,
  roster: readonly RosterMember[],
  chatMeeting: object | undefined,
): object | undefined {
  const [, kind, , , memberId] = path.split("/").slice(1).map(decodeURIComponent);
  if (kind === "meetings") return chatMeeting && { id: "meeting", details: chatMeeting };
  if (kind === "teams") return { id: "team", name: "Team", aadGroupId: TEAM_GROUP_ID };
  return roster.find((member) =>
    [member.id, member.aadObjectId, member.userPrincipalName].includes(memberId),
  );
}

/** Whether only one person sees the message. */
export function isTargeted({ path }: SentActivity): boolean {
  return path.endsWith("/activities?isTargetedActivity=true") || TARGETED_UPDATE.test(path);
}

const TARGETED_UPDATE = /\/activities\/[^/?]+\?isTargetedActivity=true$/;

/** A Connector on loopback that accepts activities and assigns message ids. */
export async function startConnector(): Promise<TestConnector> {
  const sent: SentActivity[] = [];
  const waiters = new Set<() => void>();
  const deletions: string[] = [];
  const failures = new Map<
    string,
    { method: FailingMethod; how: Failure; times: number; at: RegExp }
  >();
  const chats: TestConnector["chats"] = [];
  const attempts = { POST: 0, PUT: 0, GET: 0 };
  const tokens: TestConnector["tokens"] = [];
  const roster = [ada, bo, chen].map(toRosterMember);
  const rosterRequests: string[] = [];
  const deleted = new Set<string>();
  let count = 0;

  const server = await listen(
    (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const counted = METHODS.find((name) => name === request.method);
        const method = counted ?? "DELETE";
        if (counted) attempts[counted] += 1;
        tokens.push(/^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1]);
        const path = request.url ?? "";
        const failure = [...failures.values()].findLast(
          (plan) => plan.method === method && plan.times > 0 && plan.at.test(path),
        );
        if (failure) {
          failure.times -= 1;
          if (failure.how === "silence") return;
          if (failure.how === "hang-up") {
            request.socket.destroy();
            return;
          }
          const planned = typeof failure.how === "number" ? { status: failure.how } : failure.how;
          const { status, retryAfter, body = "{}", isCut = false } = planned;
          if (retryAfter !== undefined) response.setHeader("retry-after", retryAfter);
          response.writeHead(status, {
            "content-type": body.startsWith("<") ? "text/html" : "application/json",
            "content-length": body.length,
          });
          if (isCut) response.write(body.slice(0, 1), () => request.socket.destroy());
          else response.end(body);
          return;
        }
        if (method === "GET") {
          rosterRequests.push(path);
          const found = findResource(path, roster, connector.chatMeeting);
          response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
          response.end(
            JSON.stringify(found ?? { error: { code: "MemberNotFoundInConversation" } }),
          );
          return;
        }
        if (method === "DELETE") {
          const id = path.split("/").at(-1) ?? "";
          const wasThere = !deleted.has(id);
          deleted.add(id);
          if (wasThere) deletions.push(path);
          response
            .writeHead(wasThere ? 200 : 404, { "content-type": "application/json" })
            .end("{}");
          return;
        }
        const body = Buffer.concat(chunks).toString();
        response.setHeader("content-type", "application/json");
        if (path === "/v3/conversations") {
          const chat = JSON.parse(body) as TestConnector["chats"][number];
          chats.push(chat);
          response.writeHead(201).end(JSON.stringify({ id: `a:chat-of-${chat.members[0]?.id}` }));
          return;
        }
        const activity = JSON.parse(body) as Partial<Activity>;
        count += 1;
        const replaced = path.split("?")[0]?.split("/").at(-1) ?? "";
        const id = method === "PUT" ? replaced : `sent-${count}`;
        if (method === "PUT" && deleted.has(id)) {
          response.writeHead(404).end("{}");
          return;
        }
        sent.push({ method: method === "PUT" ? "PUT" : "POST", path, id, activity });
        response.writeHead(200).end(JSON.stringify({ id }));
        for (const check of waiters) check();
      });
    },
    { host: "127.0.0.1", port: 0 },
  );

  const connector: TestConnector = {
    url: `${server.url}/`,
    roster,
    rosterRequests,
    deleted,
    deletions,
    sent,
    chats,
    waitFor: (matches) =>
      new Promise((resolve) => {
        function check() {
          const found = sent.find(matches);
          if (!found) return;
          waiters.delete(check);
          resolve(found);
        }
        waiters.add(check);
        check();
      }),
    tokens,
    attempts,
    fail: (method, how, times = Infinity, at = /(?:)/) =>
      void failures.set(`${method} ${at.source}`, { method, how, times, at }),
    isSilent: (method) =>
      [...failures.values()].some(
        (plan) => plan.method === method && plan.times > 0 && plan.how === "silence",
      ),
    stop: () => server.stop(0),
  };
  return connector;
}
