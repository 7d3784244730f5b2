import { startApp, type TestApp, type TestAppOptions } from "./start-app";

export interface UsedApp extends TestApp {
  /** Stops the app and starts another for the rest of the test. */
  restart(options?: TestAppOptions): Promise<void>;
}

/**
 * Starts an app before each test and stops it afterwards. Fails tests with unused planned faults.
 *
 * @param options a function creates new ones for each test, such as a store
 */
export function useApp(options: TestAppOptions | (() => TestAppOptions) = {}): UsedApp {
  let current: TestApp | undefined;

  async function start(chosen: TestAppOptions | undefined) {
    current = await startApp(chosen);
  }
  async function stop() {
    await current?.stop();
    current = undefined;
  }
  async function restart(chosen?: TestAppOptions) {
    await stop();
    await start(chosen);
  }
  beforeEach(() => start(typeof options === "function" ? options() : options));
  afterEach(stop);

  return new Proxy({} as UsedApp, {
    get(_, name) {
      if (name === "restart") return restart;
      if (!current) throw new Error("The app runs only while a test does.");
      return Reflect.get(current, name) as unknown;
    },
  });
}
