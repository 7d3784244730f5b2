import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { endWithBench } from "./cleanup";
import { loadResultSchema, type LoadJob, type LoadResult } from "./load-job";

/** The load generator in its own process. */
export interface Load extends Disposable {
  run(job: LoadJob): Promise<LoadResult>;
}

export function startLoad(): Load {
  const child = fork(join(__dirname, "load-child.js"), { serialization: "advanced" });
  endWithBench(child);
  return {
    async run(job) {
      child.send(job);
      const [result]: unknown[] = await once(child, "message");
      return loadResultSchema.parse(result);
    },
    [Symbol.dispose]: () => void child.kill("SIGKILL"),
  };
}
