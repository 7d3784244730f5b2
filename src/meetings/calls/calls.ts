import type { Sleep } from "../../async/deadline";
import type { Log } from "../../log";
import type { DueHandler, DueWorkList } from "../due/due-work";
import type { LiveEvent, NotedMeeting } from "../live/live-event";
import type { Live } from "../live/live";
import type { AttendanceReports } from "../ports/attendance-reports";
import type { CallSubscriptions } from "../ports/call-subscriptions";
import type { MeetingStore } from "../ports/meeting-store";
import { createAttendance } from "./attendance";
import { createCallWatches } from "./call-watches";
import type { ClientStates } from "./client-state";

interface CallsDeps {
  store: Pick<MeetingStore, "records" | "joinLinks">;
  live: Live;
  dueWork: Pick<DueWorkList, "plan">;
  subscriptions: CallSubscriptions;
  clientStates: ClientStates;
  reports: AttendanceReports;
  /** Notes an event and shows it on cards. */
  noteLiveEvent: (event: LiveEvent) => Promise<void>;
  now: () => Date;
  sleep: Sleep;
  log: Log;
}

/**
 * What Graph tells of calls, in addition to Teams' events to the bot: its notifications, and attendance reports.
 *
 * @param source As in `LIVE_STATUS`. `off`: no events are noted.
 */
export function createCalls(source: "off" | "bot" | "graph", deps: CallsDeps) {
  const { live } = deps;
  const watches = source === "graph" ? createCallWatches(deps) : undefined;
  const attendance = createAttendance(deps);

  async function note(event: LiveEvent): Promise<NotedMeeting[]> {
    const noted = await live.note(event);
    if (event.kind === "ended" && event.peopleCount === undefined) {
      for (const { record } of noted) {
        const { endedAt } = record.session ?? {};
        if (endedAt) await attendance.followEnd(record, endedAt);
        await watches?.followEnd(record);
      }
    }
    return noted;
  }

  async function addLink(record: Parameters<Live["addLink"]>[0]): Promise<void> {
    await live.addLink(record);
    await watches?.watch(record);
  }

  const dueHandlers = {
    attendance: (row) => attendance.doDue(row),
    // Planned before `LIVE_STATUS` was changed.
    "call-events": watches?.doDue ?? (async () => "skipped"),
  } satisfies Record<string, DueHandler>;
  return {
    live:
      source === "off" ? { ...live, note: noEvents, addLink: nothing } : { ...live, note, addLink },
    /** Absent unless Graph sends notifications. */
    watches,
    dueHandlers,
  };
}

const noEvents = async (): Promise<NotedMeeting[]> => [];
const nothing = async (): Promise<void> => undefined;
