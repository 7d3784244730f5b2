import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";

const personSchema = z.looseObject({
  /** `29:…` */
  id: z.string(),
  aadObjectId: z.string(),
  givenName: z.string(),
});
const configSchema = z.looseObject({
  /** The person at the keyboard. */
  currentUser: personSchema,
  users: z.array(personSchema),
  team: z.looseObject({
    id: z.string(),
    name: z.string(),
    channels: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});

/** The people and places of a Playground, in the form of `.m365agentsplayground.yml`. */
export type PlaygroundConfig = z.infer<typeof configSchema>;

export function readPlaygroundConfig(path: string): PlaygroundConfig {
  return configSchema.parse(parse(readFileSync(path, "utf8")));
}

/** The same people and places, with the person of this first name at the keyboard. */
export function withPersonAtKeyboard(
  config: PlaygroundConfig,
  givenName: string,
): PlaygroundConfig {
  const people = [config.currentUser, ...config.users];
  const currentUser = people.find((person) => person.givenName === givenName);
  if (!currentUser) throw new Error(`no ${givenName} in the Playground's configuration`);
  return { ...config, currentUser, users: people.filter((person) => person !== currentUser) };
}

/** The names of the team's channels by their ids. The id of General is the team's. */
export function readChannelNames({ team }: PlaygroundConfig): ReadonlyMap<string, string> {
  const channels = team.channels.map(({ id, name }): [string, string] => [id, name]);
  return new Map([[team.id, "General"], ...channels]);
}
