// The embedded Graph and Entra in their own process, which counts the calls to Graph, and fails a share of them:
// `cloud-child.js [<percent> <kinds of faults>]`.
import { startLocalCloud } from "../../src/local/local-cloud";
import { countRequests } from "./count-traffic";
import { createFaultSeries } from "./graph-faults";

async function start([percent = "0", kinds]: string[]): Promise<void> {
  const faults = createFaultSeries(Number(percent), kinds === "any" ? "any" : "passing");
  const cloud = await startLocalCloud();
  countRequests(({ url = "" }) => {
    if (!/^\/(v1\.0|beta)\//.test(url)) return false;
    const fault = faults.next();
    if (fault) cloud.addFault({ ...fault, match: url });
    return true;
  });
  process.stdout.write(`${cloud.url}\n`);
}

void start(process.argv.slice(2));
