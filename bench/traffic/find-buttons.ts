import { z } from "zod";

const buttonSchema = z.object({ verb: z.string(), data: z.looseObject({}) });

/** The buttons of a card, or of anything that contains one, with their tokens. */
export function findButtons(value: unknown): z.infer<typeof buttonSchema>[] {
  if (typeof value !== "object" || value === null) return [];
  const button = buttonSchema.safeParse(value);
  const nested = Object.values(value).flatMap((child) => findButtons(child));
  return button.success ? [button.data, ...nested] : nested;
}
