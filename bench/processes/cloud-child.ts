// The embedded Graph and Entra in their own process.
import { startLocalCloud } from "../../src/local/local-cloud";

void startLocalCloud().then(({ url }) => process.stdout.write(`${url}\n`));
