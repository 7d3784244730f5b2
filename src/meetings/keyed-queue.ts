import fastq from "fastq";
import { toKeyText, type MeetingKey } from "./meeting-key";

type Work = () => Promise<unknown>;

/** Runs the work of one key in order, one at a time; other keys do not wait for it. */
export type RunInOrder = (key: MeetingKey, work: Work) => Promise<void>;

export function createKeyedQueue(): RunInOrder {
  const queues = new Map<string, fastq.queueAsPromised<Work, unknown>>();

  return async function runInOrder(key, work) {
    const keyText = toKeyText(key);
    const queue = queues.get(keyText) ?? fastq.promise<unknown, Work, unknown>((run) => run(), 1);
    queues.set(keyText, queue);
    try {
      await queue.push(work);
    } finally {
      if (queue.idle()) queues.delete(keyText);
    }
  };
}
