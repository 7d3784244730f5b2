import type { RecentStore } from "../ports/recent-store";
import type { RecordStore } from "./record-store";
import type { WaitingStore } from "../ports/waiting-store";

/** All that is kept. */
export interface MeetingStore extends RecordStore, RecentStore, WaitingStore {}
