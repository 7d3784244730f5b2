import fastq from "fastq";
import { toKeyText, type MeetingKey } from "./meeting-key";

/** Runs the work of one key in order, one at a time; other keys do not wait for it. */
export type RunInOrder = <T>(key: MeetingKey, work: () => Promise<T>) => Promise<T>;

export function createKeyedQueue(): RunInOrder {
  const queues = new Map<string, fastq.queueAsPromised<() => Promise<void>, void>>();

  return async function runInOrder<T>(key: MeetingKey, work: () => Promise<T>): Promise<T> {
    const keyText = toKeyText(key);
    const queue =
      queues.get(keyText) ?? fastq.promise<unknown, () => Promise<void>, void>((run) => run(), 1);
    queues.set(keyText, queue);
    const done: { value?: T } = {};
    try {
      await queue.push(async () => {
        done.value = await work();
      });
      return done.value as T;
    } finally {
      if (queue.idle()) queues.delete(keyText);
    }
  };
}
