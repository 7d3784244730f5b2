import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { CloudState } from "../../cloud-state";
import type { Subscription } from "./subscription-store";

const personSchema = z.strictObject({
  /** The person's presence in the call: a second device is another participant. Defaults to `id`. */
  participantId: z.string().optional(),
  /** Source: learn.microsoft.com/graph/api/resources/communicationsidentityset. */
  kind: z.enum(["user", "guest", "phone", "azureCommunicationServicesUser"]).default("user"),
  id: z.string().min(1),
  displayName: z.string().default("Someone"),
  isInLobby: z.boolean().default(false),
});
type Person = z.output<typeof personSchema>;

/** The body of `POST /_local/calls`. Each part is an event; together they are sent in one request. */
export const callChangeSchema = z.strictObject({
  joinWebUrl: z.string().min(1),
  start: z.boolean().default(false),
  joined: z.array(personSchema).default([]),
  /** Participant ids. */
  left: z.array(z.string()).default([]),
  end: z.boolean().default(false),
});
export type CallChange = z.input<typeof callChangeSchema>;

/** What a change did to a call. */
export interface CallOutcome {
  hasStarted: boolean;
  hasEnded: boolean;
}

interface Call {
  joinWebUrl: string;
  startedAt: Date;
  participants: Map<string, Person>;
  /** Everyone who was in the call, for the attendance report. */
  attended: Set<string>;
}

export interface AttendanceReport {
  id: string;
  joinWebUrl: string;
  startedAt: Date;
  endedAt: Date;
  totalParticipantCount: number;
}

export type CallLog = ReturnType<typeof createCallLog>;

type CallLogDeps = Pick<CloudState, "settings" | "now" | "subscriptions" | "notifications">;

/** The calls of meetings, whose changes are sent to subscribers. */
export function createCallLog({ settings, now, subscriptions, notifications }: CallLogDeps) {
  const running = new Map<string, Call>();
  const reports: AttendanceReport[] = [];
  let sending = Promise.resolve();

  /** Subscribers get what happened in order. */
  function send(work: () => Promise<void>): Promise<void> {
    sending = sending.then(work);
    return sending;
  }

  async function notify(joinWebUrl: string, events: readonly object[]): Promise<void> {
    if (events.length === 0) return;
    for (const subscription of subscriptions.list()) {
      if (subscription.joinWebUrl === joinWebUrl) {
        await notifications.sendEvents(subscription, events);
      }
    }
  }

  /** Microsoft's pages name the field `eventType`, and its metadata names it `callEventType`. */
  const toEvent = (type: string, more: object = {}) => ({
    [settings.callEventField]: type,
    eventDateTime: now().toISOString(),
    ...more,
  });

  function start(joinWebUrl: string): Call {
    const call = {
      joinWebUrl,
      startedAt: now(),
      participants: new Map(),
      attended: new Set<string>(),
    };
    running.set(joinWebUrl, call);
    return call;
  }

  function end({ joinWebUrl, startedAt, attended }: Call): void {
    running.delete(joinWebUrl);
    reports.push({
      id: randomUUID(),
      joinWebUrl,
      startedAt,
      endedAt: now(),
      totalParticipantCount: attended.size,
    });
  }

  return {
    reports: (): readonly AttendanceReport[] => reports,

    /** Changes a call, and resolves when its subscribers have answered. */
    async change(change: z.output<typeof callChangeSchema>): Promise<CallOutcome> {
      const { joinWebUrl, joined, left } = change;
      const events: object[] = [];
      let call = running.get(joinWebUrl);
      const wasRunning = call !== undefined;
      if (!call && (change.start || joined.length > 0)) {
        call = start(joinWebUrl);
        events.push(toEvent("callStarted"));
      }
      if (!call) return { hasStarted: false, hasEnded: false };
      const delta = [
        ...joined.map((person) => join(call, person)),
        ...left.flatMap((participantId) => leave(call, participantId)),
      ];
      if (delta.length > 0) events.push(toEvent("rosterUpdated", { "participants@delta": delta }));
      if (change.end) {
        end(call);
        events.push(toEvent("callEnded"));
      }
      await send(() => notify(joinWebUrl, events));
      return { hasStarted: !wasRunning, hasEnded: change.end };
    },

    /** What a subscription that is made during a call gets first. Undocumented. */
    greet(subscription: Subscription): void {
      const call = running.get(subscription.joinWebUrl);
      if (!call || settings.subscribingDuringCall === "silent") return;
      const delta = [...call.participants.values()].map((person) => toParticipant(person));
      const event = toEvent("rosterUpdated", { "participants@delta": delta });
      void send(() => notifications.sendEvents(subscription, [event]));
    },
  };
}

function join(call: Call, person: Person) {
  call.participants.set(person.participantId ?? person.id, person);
  if (!person.isInLobby) call.attended.add(`${person.kind}:${person.id}`);
  return toParticipant(person);
}

function leave(call: Call, participantId: string) {
  const person = call.participants.get(participantId);
  if (!person) return [];
  call.participants.delete(participantId);
  const reason = "Participant has left the meeting call.";
  return [{ ...toParticipant(person), removedState: { reason } }];
}

function toParticipant({ participantId, kind, id, displayName, isInLobby }: Person) {
  const tenantId = "f69f5191-20ae-4093-8dae-3ec09edeb253";
  const identity = { [kind]: { id, displayName, ...(kind === "user" && { tenantId }) } };
  return { id: participantId ?? id, isInLobby, info: { identity } };
}
