import type { message } from "../../test/support/activities";

type TestActivity = ReturnType<typeof message>;

/** The activity as Teams sends it: without an empty conversation name, which the Agents SDK rejects. */
export function fromTeams({ conversation, ...activity }: TestActivity, serviceUrl: string): object {
  return { ...activity, conversation: { ...conversation, name: undefined }, serviceUrl };
}
