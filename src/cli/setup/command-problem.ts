import { findOtherTenant, readAzAccount, toLogin } from "./az-account";
import { INSTALL, type CommandFailure } from "./run-command";
import { StepProblem, type SetupContext } from "./step";

/**
 * Why a call of az or atk failed, and what to do.
 *
 * @param advice for a failure that has to do with the step, and not with the program or the sign-in
 */
export async function toCommandProblem(
  context: Pick<SetupContext, "run" | "readValues">,
  failure: CommandFailure,
  advice: readonly string[],
): Promise<StepProblem> {
  const cause = await findCause(context, failure);
  return new StepProblem(failure.message, cause === undefined ? advice : [cause]);
}

async function findCause(
  context: Pick<SetupContext, "run" | "readValues">,
  { program, reason }: CommandFailure,
): Promise<string | undefined> {
  switch (reason) {
    case "not_installed":
      return INSTALL[program];
    case "timed_out":
      return "Check your connection.";
    case "signed_out":
      return `Run \`${toLogin(context.readValues()["TENANT_ID"])}\`: your sign-in has expired.`;
    case "failed": {
      if (program === "atk") return undefined;
      const account = await readAzAccount(context);
      return "advice" in account ? account.advice : findOtherTenant(context, account.tenantId);
    }
  }
}
