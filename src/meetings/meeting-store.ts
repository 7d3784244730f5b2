import type { RecentStore } from "./recent-store";
import type { RecordStore } from "./record-store";
import type { WaitingStore } from "./waiting-store";

/** All that is kept. */
export interface MeetingStore extends RecordStore, RecentStore, WaitingStore {}
