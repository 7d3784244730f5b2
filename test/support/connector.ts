import type { Activity } from "botbuilder";
import { listen } from "../../src/listen";
import { ada, bo, chen, TENANT, type TestPerson } from "./activities";

type Method = "POST" | "PUT" | "GET";

/** The Entra group behind every team. */
export const TEAM_GROUP_ID = "78189571-147d-458e-8cea-0c608f0db0d5";

/** What the bot sent to Teams. */
export interface SentActivity {
  method: "POST" | "PUT";
  /** The message that a PUT replaced, or the one that was answered. */
  path: string;
  /** The message that it is, new or replaced. */
  id: string;
  activity: Partial<Activity>;
}

/** Somebody of the roster, as Teams tells it. */
export interface RosterMember {
  /** Teams' own id. */
  id: string;
  aadObjectId?: string;
  name?: string;
  userPrincipalName?: string;
  tenantId?: string;
  userRole?: string;
}

export interface TestConnector {
  url: string;
  /** Who is in every conversation and team. */
  roster: RosterMember[];
  /** The path of each question about people and teams. */
  rosterRequests: string[];
  sent: SentActivity[];
  /** Resolves with the next activity that matches, or one that came already and nobody waited for. */
  waitFor(matches: (sent: SentActivity) => boolean): Promise<SentActivity>;
  /** What chats with one person alone were opened with. */
  chats: { members: { id: string }[]; isGroup: boolean; tenantId: string }[];
  /** The token of each request, where it bore one. */
  tokens: (string | undefined)[];
  /** How often each method was asked for, failures included. */
  attempts: Record<Method, number>;
  /**
   * What the next requests of this method, all unless `times` says how many, are answered instead of 200;
   * `"silence"` answers nothing.
   *
   * @param at Which of them, by their path with its query; another plan for the same ones replaces the first.
   */
  fail(method: Method, how: number | "silence", times?: number, at?: RegExp): void;
  /** Messages that somebody deleted: replacing one is a 404. */
  deleted: Set<string>;
  stop(): Promise<void>;
}

const METHODS = ["POST", "PUT", "GET"] as const;

/** Somebody of the host's own organization. */
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

/** `/v3/conversations/{id}/members/{id}` by either id of a person, and `/v3/teams/{id}`. */
function answerQuestion(path: string, roster: readonly RosterMember[]): object | undefined {
  const [, kind, , , memberId] = path.split("/").slice(1).map(decodeURIComponent);
  if (kind === "teams") return { id: "team", name: "Team", aadGroupId: TEAM_GROUP_ID };
  return roster.find(({ id, aadObjectId }) => id === memberId || aadObjectId === memberId);
}

/** Whether one person alone sees a message in the conversation. */
export function isTargeted({ path }: SentActivity): boolean {
  return path.endsWith("/activities?isTargetedActivity=true") || TARGETED_UPDATE.test(path);
}

const TARGETED_UPDATE = /\/activities\/[^/?]+\?isTargetedActivity=true$/;

/** Teams' side of the Connector: takes activities on loopback, and gives each a message id. */
export async function startConnector(): Promise<TestConnector> {
  const sent: SentActivity[] = [];
  const waiters = new Set<() => void>();
  const failures = new Map<
    string,
    { method: Method; how: number | "silence"; times: number; at: RegExp }
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
        const method = METHODS.find((one) => one === request.method) ?? "POST";
        attempts[method] += 1;
        tokens.push(/^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1]);
        const path = request.url ?? "";
        const failure = [...failures.values()].findLast(
          (one) => one.method === method && one.times > 0 && one.at.test(path),
        );
        if (failure) {
          failure.times -= 1;
          if (failure.how === "silence") return;
          response.writeHead(failure.how, { "content-type": "application/json" }).end("{}");
          return;
        }
        if (method === "GET") {
          rosterRequests.push(path);
          const found = answerQuestion(path, roster);
          response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
          response.end(
            JSON.stringify(found ?? { error: { code: "MemberNotFoundInConversation" } }),
          );
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

  return {
    url: `${server.url}/`,
    roster,
    rosterRequests,
    deleted,
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
    stop: () => server.stop(0),
  };
}
