import type { Command } from "./command";
import { helpCommand } from "./help";
import { meetCommand } from "./meet";

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [meetCommand, helpCommand];

/** The command that a text calls, and what follows its name; `undefined` when the text is none. */
export function findCommand(text: string): { command: Command; argument: string } | undefined {
  const [word = "", ...rest] = text.split(" ");
  const name = word.replace(/^\/|[!.,:;?]+$/g, "").toLowerCase();
  const command = COMMANDS.find((candidate) => candidate.name === name);
  return command && { command, argument: rest.join(" ") };
}
