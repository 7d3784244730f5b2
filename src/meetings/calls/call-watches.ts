import type { Sleep } from "../../async/deadline";
import { singleFlight } from "../../async/single-flight";
import type { DueResult, DueWorkList } from "../due/due-work";
import { toCurrentLink } from "../live/current-link";
import { toLinkText } from "../live/join-links";
import type { Live } from "../live/live";
import type { CallSubscription, CallSubscriptions } from "../ports/call-subscriptions";
import type { DueRow, MeetingStore } from "../ports/meeting-store";
import type { MeetingKey } from "../record/meeting-key";
import { toJoinableRecord, type JoinableRecord } from "../record/attached-record";
import type { CallWatch } from "../record/call-watch";
import { unlessUnreadable, updateRow } from "../record/update-row";
import { currentWatch, toNewWatch, toWatchEndMs } from "./call-window";
import type { ClientStates } from "./client-state";
import { createSubscribedMeetings, type Subscribed } from "./subscribed-meetings";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Graph accepts 70.5 hours: https://learn.microsoft.com/graph/api/resources/subscription#subscription-lifetime */
const MAX_LIFETIME_MS = 69 * HOUR_MS;
/** Leaves time for several attempts. */
const RENEW_BEFORE_MS = 2 * HOUR_MS;
/** Subscriptions are deleted before they expire. */
const MARGIN_MS = 10 * MINUTE_MS;
/** A subscription's first events can overtake the store's row of it. */
const LOOK_AGAIN_AFTER_MS = 2_000;

export type CallWatches = ReturnType<typeof createCallWatches>;

/**
 * Keeps Graph's subscriptions to calls, around their use only: a tenant has room for 10,000. Each step is a row of due
 * work, so one process at a time does it, and another one goes on if that process dies. A step can be repeated: Graph
 * has one subscription per meeting.
 *
 * All calls throw `store_unavailable`.
 */
export function createCallWatches(deps: {
  store: Pick<MeetingStore, "records" | "joinLinks">;
  live: Pick<Live, "addLink">;
  dueWork: Pick<DueWorkList, "plan">;
  subscriptions: CallSubscriptions;
  clientStates: ClientStates;
  now: () => Date;
  sleep: Sleep;
}) {
  const { store, live, dueWork, subscriptions, clientStates, now, sleep } = deps;
  const meetings = createSubscribedMeetings(store);
  // Everyone's client refreshes the card.
  const shareStart = singleFlight(startWatch, toLinkText);

  return {
    /** Plans a subscription for a meeting that someone looks at, unless there's one. */
    async watch(record: JoinableRecord): Promise<void> {
      if (toNewWatch(record, now())) await shareStart(record);
    },
    /** Ends the watch soon after the last call of a standing meeting. */
    async followEnd(record: JoinableRecord): Promise<void> {
      const watch = currentWatch(record);
      if (!watch?.subscription) return;
      await planCheck(record.key, watch.subscription.id, toWatchEndMs(record, watch, now()));
    },
    /** Does one step for a meeting: makes, renews or drops its subscription, and plans the next step. */
    doDue,
    /** What a notification's subscription is for. */
    async findSubscribed(subscribed: Subscribed) {
      const known = await findWatch(subscribed);
      if (known) return known;
      await sleep(LOOK_AGAIN_AFTER_MS);
      return findWatch(subscribed);
    },
    /** Graph says that a subscription needs attention: it's renewed at once, and made again if it's gone. */
    async doubt({ tenantId, subscriptionId }: Subscribed): Promise<void> {
      const expiresAt = now().toISOString();
      for (const key of await meetings.find({ tenantId, subscriptionId })) {
        await changeWatch(key, (watch) =>
          watch.subscription?.id === subscriptionId
            ? { ...watch, subscription: { id: subscriptionId, expiresAt } }
            : undefined,
        );
        await planCheck(key, subscriptionId, now().getTime());
      }
    },
  };

  async function startWatch(record: JoinableRecord): Promise<void> {
    const { key } = record;
    const wanted = toNewWatch(record, now());
    if (!wanted) return;
    const dueMs = Math.max(now().getTime(), Date.parse(wanted.from));
    const dueAt = toIso(dueMs);
    // First, so that nothing is lost if this process dies in between.
    await dueWork.plan({ work: "call-events", key, id: toBeginId(wanted), dueAt });
    await updateRow(store.records, key, (current) => {
      const joinable = current && toJoinableRecord(current);
      return joinable && toCurrentLink(joinable) === wanted.joinWebUrl
        ? { ...current, callWatch: wanted }
        : undefined;
    });
  }

  async function doDue({ key, id }: DueRow): Promise<DueResult> {
    const stored = await unlessUnreadable(store.records.get(key));
    const record = stored && toJoinableRecord(stored.record);
    const isHere = record !== undefined && record.removedAt === undefined;
    const current = isHere ? currentWatch(record) : undefined;
    // Of an earlier link, or of a meeting that was cancelled.
    const subscriptionId = readCheckId(id);
    if (subscriptionId && subscriptionId !== current?.subscription?.id) {
      await drop(key, subscriptionId);
    }
    if (!isHere) return "skipped";
    if (!current) {
      // The process that planned this died before it wrote the record.
      if (!subscriptionId) await startWatch(record);
      return "skipped";
    }
    if (now().getTime() < Date.parse(current.from)) return "skipped";
    const endMs = toWatchEndMs(record, current, now());
    if (now().getTime() >= endMs) return end(record, current);
    const next = await subscribe(record, current, endMs);
    if (!next) return "skipped";
    const renewMs = Date.parse(next.expiresAt) - RENEW_BEFORE_MS;
    await planCheck(key, next.id, renewMs > now().getTime() ? Math.min(endMs, renewMs) : endMs);
    return "done";
  }

  /** Returns the subscription that lasts until then, or as long as possible. */
  async function subscribe(
    record: JoinableRecord,
    { subscription, joinWebUrl }: CallWatch,
    endMs: number,
  ): Promise<CallSubscription | undefined> {
    const { key } = record;
    const { tenantId } = key;
    const leftMs = subscription ? Date.parse(subscription.expiresAt) - now().getTime() : 0;
    const neededMs = endMs - now().getTime();
    if (subscription && leftMs >= Math.min(neededMs, RENEW_BEFORE_MS)) return subscription;
    const lifetimeMs = Math.max(neededMs, RENEW_BEFORE_MS) + MARGIN_MS;
    const expiresAt = toIso(now().getTime() + Math.min(lifetimeMs, MAX_LIFETIME_MS));
    const renewed =
      subscription && (await subscriptions.renew({ tenantId, id: subscription.id, expiresAt }));
    if (subscription && !renewed) await meetings.remove(key, subscription.id);
    const next = renewed ?? (await subscriptions.create({ tenantId, joinWebUrl, expiresAt }));
    if (next && next.id !== renewed?.id) await meetings.add(record, next.id);
    // Without it, events find no record.
    await live.addLink(record);
    const kept = await changeWatch(key, (watch) =>
      watch.joinWebUrl === joinWebUrl ? { ...watch, subscription: next } : undefined,
    );
    if (kept || !next) return next;
    // The meeting got a new link meanwhile.
    await drop(key, next.id);
    return undefined;
  }

  async function end(record: JoinableRecord, { subscription }: CallWatch): Promise<DueResult> {
    if (subscription) await drop(record.key, subscription.id);
    const ended = await changeWatch(record.key, (watch) =>
      watch.subscription?.id === subscription?.id
        ? { ...watch, subscription: undefined }
        : undefined,
    );
    if (ended?.state === "live" && ended.series) await startWatch(ended);
    return "done";
  }

  async function drop(key: MeetingKey, id: string): Promise<void> {
    const isShared = await meetings.remove(key, id);
    if (!isShared) await subscriptions.delete({ tenantId: key.tenantId, id });
  }

  async function changeWatch(
    key: MeetingKey,
    change: (watch: CallWatch) => CallWatch | undefined,
  ): Promise<JoinableRecord | undefined> {
    const written = await updateRow(store.records, key, (record) => {
      const joinable = record && toJoinableRecord(record);
      const watch = joinable && currentWatch(joinable);
      const callWatch = watch && change(watch);
      return callWatch && { ...record, callWatch };
    });
    return written && toJoinableRecord(written.record);
  }

  async function findWatch({ tenantId, subscriptionId }: Subscribed) {
    for (const key of await meetings.find({ tenantId, subscriptionId })) {
      const stored = await unlessUnreadable(store.records.get(key));
      const watch = stored?.record.callWatch;
      if (watch?.subscription?.id !== subscriptionId) continue;
      const { joinWebUrl } = watch;
      return {
        joinWebUrl,
        /** Whether Graph got this text from us. */
        isOwn: (state: string) => clientStates.isValid(state, { tenantId, joinWebUrl }),
      };
    }
    return undefined;
  }

  async function planCheck(key: MeetingKey, subscriptionId: string, dueMs: number): Promise<void> {
    const dueAt = toIso(Math.max(dueMs, now().getTime()));
    await dueWork.plan({ work: "call-events", key, id: toCheckId(subscriptionId), dueAt });
  }
}

const toIso = (ms: number) => new Date(ms).toISOString();
const toBeginId = ({ from, until }: CallWatch) => `begin:${from}/${until}`;
const CHECK = "check:";
const toCheckId = (subscriptionId: string) => CHECK + subscriptionId;

function readCheckId(id: string): string | undefined {
  return id.startsWith(CHECK) ? id.slice(CHECK.length) : undefined;
}
