import { Console } from "node:console";
import { Writable } from "node:stream";
import type { Log } from "../log";

/**
 * A console for what libraries print by themselves, as botbuilder does of each token that it finds wrong. The log
 * says that something was printed, and not what: nobody has seen to it that there is no token or name in it.
 */
export function createLibraryConsole(log: Log): Console {
  const stream = new Writable({
    write(printed: Buffer, _encoding, done) {
      log.debug({ bytes: printed.length }, "a library printed something, which is left out");
      done();
    },
  });
  return new Console(stream);
}
