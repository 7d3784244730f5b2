import * as z from "zod";
import type { Dependencies } from "../../deps";
import type { LiveStatusSource } from "../../config/live-status-settings";
import type { Environment } from "../../config/settings";
import type { RunCommand } from "./run-command";

/** What the steps work with. */
export interface SetupContext extends Pick<Dependencies, "fetch" | "now" | "sleep"> {
  /** The folder of the repository. */
  root: string;
  /** `dev` for env/.env.dev. */
  environment: string;
  /** The environment's variables as they are now: steps and the Toolkit add to them. */
  readValues: () => Environment;
  run: RunCommand;
  /** Whether a person can answer questions. */
  isInteractive: boolean;
  nodeVersion: string;
  graphAuth?: "application" | "delegated";
  liveStatus?: LiveStatusSource | undefined;
  /** Whether to replace the encryption key. */
  rotatesKey: boolean;
}

/** One part of the setup. Whether it's done is read from the files and from Azure, so that a run continues the last one. */
export interface Step {
  id: string;
  /** Sets a variable that `atk provision` reads when it starts. */
  isReadByToolkit?: boolean;
  title: string;
  /** One sentence. */
  why: string;
  /** What `run` will do, or what has to be done first, for `--dry-run`. */
  plan(): string | Promise<string>;
  /** Says what is there already, or nothing if `run` is needed. Changes nothing. */
  findDone(): Promise<string | undefined>;
  /**
   * Resolves with what was done.
   *
   * @throws StepProblem
   */
  run(): Promise<string>;
}

/** Why a step failed, and what the person can do about it. */
export class StepProblem extends Error {
  override readonly name = "StepProblem";

  constructor(
    message: string,
    readonly advice: readonly string[],
  ) {
    super(message);
  }
}

export const PROVISION_FIRST = "Run `atk provision` first, or this command without --only.";

/** @throws StepProblem if the registration doesn't exist yet */
export function requireAppId({ readValues }: Pick<SetupContext, "readValues">): string {
  const { BOT_ID: appId } = readValues();
  if (appId && z.guid().safeParse(appId).success) return appId;
  throw new StepProblem("BOT_ID isn’t set.", [PROVISION_FIRST]);
}
