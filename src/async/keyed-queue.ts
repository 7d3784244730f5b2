import fastq from "fastq";

type Work = () => Promise<unknown>;

export type RunInOrder = ReturnType<typeof createKeyedQueue>;

/** Runs the work of one key in order, one at a time. Keys don't wait for each other. */
export function createKeyedQueue() {
  const queues = new Map<string, fastq.queueAsPromised<Work, unknown>>();

  return async function runInOrder(key: string, work: Work): Promise<void> {
    const queue = queues.get(key) ?? fastq.promise<unknown, Work, unknown>((run) => run(), 1);
    queues.set(key, queue);
    try {
      await queue.push(work);
    } finally {
      if (queue.idle()) queues.delete(key);
    }
  };
}
