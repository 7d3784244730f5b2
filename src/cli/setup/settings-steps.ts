import * as z from "zod";
import { setVariable } from "../env-file";
import { toCommandProblem } from "./command-problem";
import { StepProblem, type SetupContext, type Step } from "./step";

export function createGraphAuthStep({
  root,
  environment,
  readValues,
  graphAuth,
}: SetupContext): Step {
  return {
    id: "graph-auth",
    isReadByToolkit: true,
    title: "In whose name meetings are created",
    why: "With `delegated`, people sign in once, and Rendezvous acts only for them. With `application`, it acts by itself.",
    plan: () => `Sets GRAPH_AUTH=${graphAuth ?? "delegated"} in env/.env.${environment}.`,
    async findDone() {
      const current = readValues()["GRAPH_AUTH"];
      const isChosen = current === "delegated" || current === "application";
      if (!isChosen || (graphAuth && graphAuth !== current)) return undefined;
      return current === "delegated"
        ? "GRAPH_AUTH is delegated. To let people host without signing in, use --graph-auth application."
        : "GRAPH_AUTH is application: the app creates meetings for everyone under a policy.";
    },
    async run() {
      const chosen = graphAuth ?? "delegated";
      setVariable(root, environment, "GRAPH_AUTH", chosen);
      return `GRAPH_AUTH is now ${chosen}.`;
    },
  };
}

export function createAdminsStep(context: SetupContext): Step {
  const { root, environment, readValues, run } = context;
  const args = ["ad", "signed-in-user", "show", "--query", "id", "--output", "tsv"];
  return {
    id: "admins",
    isReadByToolkit: true,
    title: "Who sees the details of check",
    why: "People in ADMINS see what is wrong with the setup when they type check in Teams.",
    plan: () =>
      `Sets ADMINS in env/.env.${environment} to the id from \`az ${args.slice(0, 3).join(" ")}\`.`,
    async findDone() {
      const { ADMINS: admins } = readValues();
      return admins ? `ADMINS is ${admins}.` : undefined;
    },
    async run() {
      const shown = await run("az", args);
      const advice = `Set ADMINS in env/.env.${environment} to your object id: Entra admin center > Users.`;
      if (!shown.ok) throw await toCommandProblem(context, shown, [advice]);
      const id = shown.output.trim();
      if (!z.guid().safeParse(id).success) {
        throw new StepProblem("az returned no object id. Is it signed in as an app?", [advice]);
      }
      setVariable(root, environment, "ADMINS", id);
      return `ADMINS is now ${id}: your account in az. If you use Teams with another one, add its object id after a comma.`;
    },
  };
}
