import { once } from "node:events";
import { AppError } from "../../src/errors";
import type { Log } from "../../src/log";
import type { ActingPolicy } from "../../src/meetings/policy/acting";
import { createRetention } from "../../src/meetings/people/retention";
import type { SharedMeetResult } from "../../src/meetings/meet";
import { createMeetings } from "../../src/meetings/meetings";
import type { LiveRecord, MeetingRecord, Person } from "../../src/meetings/record/meeting-record";
import type {
  CreateOrGetResult,
  CreateOrGetCall,
  OnlineMeeting,
  OnlineMeetings,
} from "../../src/meetings/ports/online-meeting";
import type { OrganizerPolicy } from "../../src/meetings/policy/organizer";
import type { RecordStore } from "../../src/meetings/ports/meeting-store";
import { createMemoryStore } from "../../src/storage/memory-store";
import { general, TENANT, type TestPerson } from "../support/activities";
import type { TestClock } from "../support/clock";

export const KEY = { tenantId: TENANT, threadId: general.threadId, room: "" };

/** A fake Graph at its worst: simultaneous first calls create two meetings. */
export interface FakeOnlineMeetings extends OnlineMeetings {
  calls: CreateOrGetCall[];
  created: OnlineMeeting[];
  /** Ids of deleted meetings. */
  deleted: Set<string>;
  /** The largest number of simultaneous calls that created a meeting. */
  mostCreatingAtOnce: number;
  /** Called between the lookup and the insert of a call. */
  pause: () => Promise<void>;
  refuse: (request: CreateOrGetCall) => AppError | undefined;
}

export function createFakeOnlineMeetings(): FakeOnlineMeetings {
  const byIdentity = new Map<string, OnlineMeeting>();
  let creating = 0;

  const fake: FakeOnlineMeetings = {
    calls: [],
    created: [],
    deleted: new Set(),
    mostCreatingAtOnce: 0,
    pause: async () => {},
    refuse: () => undefined,

    async createOrGet(request) {
      fake.calls.push(request);
      const { tenantId, organizerAadId, externalId, subject } = request;
      const identity = JSON.stringify([tenantId, organizerAadId, externalId]);
      const refusal = fake.refuse(request);
      const known = byIdentity.get(identity);
      const existing = known && !fake.deleted.has(known.id) ? known : undefined;
      if (refusal ?? existing) {
        await fake.pause();
        if (refusal) throw refusal;
        return toAnswer(existing!, false);
      }
      creating += 1;
      fake.mostCreatingAtOnce = Math.max(fake.mostCreatingAtOnce, creating);
      await fake.pause();
      creating -= 1;
      const id = `meeting-${fake.created.length + 1}`;
      const joinWebUrl = `https://teams.microsoft.com/l/meetup-join/${id}`;
      const { attendees, startsAt, endsAt } = request;
      const meeting = {
        id,
        joinWebUrl,
        ...(subject && { subject }),
        ...(attendees && { attendees }),
        ...(startsAt && { startsAt }),
        ...(endsAt && { endsAt }),
      };
      fake.created.push(meeting);
      if (!byIdentity.has(identity)) byIdentity.set(identity, meeting);
      return toAnswer(meeting, true);
    },

    async get({ meetingId }) {
      await fake.pause();
      return { ...find(meetingId) };
    },
    /** Like Graph: reads the people first, and writes the whole list later. */
    async update({ meetingId }, { subject, time, attendees = [] }) {
      const { attendees: invited = [] } = find(meetingId);
      await fake.pause();
      const meeting = find(meetingId);
      return {
        ...Object.assign(
          meeting,
          subject !== undefined && { subject },
          time,
          attendees.length > 0 && { attendees: [...invited, ...attendees] },
        ),
      };
    },
    async getOptions() {
      return {};
    },
    async delete({ meetingId }) {
      await fake.pause();
      fake.deleted.add(meetingId);
    },
  };
  return fake;

  function find(meetingId: string): OnlineMeeting {
    const meeting = fake.created.find(({ id }) => id === meetingId);
    if (!meeting || fake.deleted.has(meetingId)) throw new AppError("meeting_gone");
    return meeting;
  }
}

function toAnswer(meeting: OnlineMeeting, wasCreated: boolean): CreateOrGetResult {
  return { meeting: { ...meeting }, wasCreated, isTiedToChannel: false, wasChannelRefused: false };
}

/** One process of the bot, over a store and a Graph that it shares with others. */
export function startProcess(shared: {
  store: RecordStore;
  onlineMeetings: OnlineMeetings;
  clock: Pick<TestClock, "now" | "sleep">;
  organizerPolicy?: OrganizerPolicy;
  acting?: ActingPolicy | undefined;
}) {
  const {
    store,
    onlineMeetings,
    clock,
    organizerPolicy = { mode: "first-caller" },
    acting,
  } = shared;
  const { now, sleep } = clock;
  const outside = { store: { records: store }, onlineMeetings, now, sleep, log: SILENT };
  const deps = { ...outside, acting, hashId: (id: string) => id };
  const meetings = createMeetings({ organizerPolicy, freshnessMs: 0 }, deps);

  async function ask(caller: Person, subject = "Sprint review"): Promise<SharedMeetResult> {
    const result = await meetings.meet({ key: KEY, caller, plan: { subject } });
    if (!result.ok) throw new Error("a meeting was attached");
    return result;
  }

  return {
    /** The use cases for an existing meeting. */
    change: meetings.changeMeeting,
    replace: meetings.reissueMeeting,
    cancel: meetings.cancelMeeting,
    retention: createRetention({
      ...deps,
      store: { ...createMemoryStore(), records: store },
      retentionMs: 1,
      planLost: async () => {},
    }),
    maintain: meetings.maintainMeeting,
    readOptions: meetings.readOptions,
    postedCards: meetings.postedCards,
    meet: ask,
    /** The meeting's record. */
    async meetLive(caller: Person, subject?: string): Promise<LiveRecord> {
      const { record } = await ask(caller, subject);
      return record;
    },
  };
}

const SILENT: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
};

export function toCaller({ aadId, name }: TestPerson): Person {
  return { aadId, name };
}

/** The stored record of the key. */
export async function recordOf(store: RecordStore): Promise<MeetingRecord | undefined> {
  return (await store.get(KEY))?.record;
}

/** A pause that a test ends. `reached` resolves when a call reaches it. */
export function createPause() {
  const events = new EventTarget();
  const reached = once(events, "reached");
  const ended = once(events, "ended");
  return {
    reached,
    end: () => events.dispatchEvent(new Event("ended")),
    async reach(): Promise<void> {
      events.dispatchEvent(new Event("reached"));
      await ended;
    },
  };
}
