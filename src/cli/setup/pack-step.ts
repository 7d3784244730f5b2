import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildPackage, pack } from "../pack/pack";
import { StartProblem } from "../start-problem";
import { StepProblem, type SetupContext, type Step } from "./step";

export function createPackStep({ root, environment, readValues }: SetupContext): Step {
  const options = { env: environment };
  return {
    id: "pack",
    title: "App package",
    why: "Teams gets the app as a zip file with its manifest, texts and icons.",
    plan: () => `Builds artifacts/app-package/rendezvous.${environment}.zip from manifest/.`,
    async findDone() {
      if (!readValues()["BOT_ID"]) return undefined;
      try {
        const { path, bytes } = buildPackage(options, readValues(), root);
        const file = join(root, path);
        const isCurrent = existsSync(file) && readFileSync(file).equals(bytes);
        return isCurrent ? `${path} is up to date.` : undefined;
      } catch (error) {
        if (error instanceof StartProblem) return undefined; // `run` names the problem
        throw error;
      }
    },
    async run() {
      try {
        return pack(options, readValues(), root);
      } catch (error) {
        if (!(error instanceof StartProblem)) throw error;
        throw new StepProblem(error.message, []); // its lines say what to do
      }
    },
  };
}
