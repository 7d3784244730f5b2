import fastq from "fastq";
import { toKeyText, type MeetingKey } from "./meeting-key";

type Work = () => Promise<unknown>;

/** Runs the work of one key in order, one at a time. Keys don't wait for each other. */
export type RunInOrder<Key = MeetingKey> = (key: Key, work: Work) => Promise<void>;

export function createKeyedQueue(): RunInOrder {
  const runInOrder = createTextKeyedQueue();
  return (key, work) => runInOrder(toKeyText(key), work);
}

/** The same for keys that are text. */
export function createTextKeyedQueue(): RunInOrder<string> {
  const queues = new Map<string, fastq.queueAsPromised<Work, unknown>>();

  return async function runInOrder(key, work) {
    const queue = queues.get(key) ?? fastq.promise<unknown, Work, unknown>((run) => run(), 1);
    queues.set(key, queue);
    try {
      await queue.push(work);
    } finally {
      if (queue.idle()) queues.delete(key);
    }
  };
}
