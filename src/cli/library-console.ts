import { Console } from "node:console";
import { Writable } from "node:stream";
import type { Log } from "../log";

/**
 * Replaces the console for libraries: botbuilder prints about each token that it rejects. The log says that something
 * was printed, but not what, because it may contain tokens or names.
 */
export function createLibraryConsole(log: Log): Console {
  const stream = new Writable({
    write(printed: Buffer, _encoding, done) {
      log.debug({ bytes: printed.length }, "a library printed something, which is not logged");
      done();
    },
  });
  return new Console(stream);
}
