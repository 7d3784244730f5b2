import { z } from "zod";

const commandSchema = z.looseObject({ title: z.string(), description: z.string().optional() });
const botSchema = z.looseObject({
  commandLists: z.array(z.looseObject({ commands: z.array(commandSchema) })).default([]),
});

/** What the packer looks at; all else goes through as it is. */
const manifestSchema = z.looseObject({
  manifestVersion: z.string(),
  version: z.string(),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  bots: z.array(botSchema).default([]),
  localizationInfo: z
    .looseObject({ additionalLanguages: z.array(z.looseObject({ file: z.string() })).default([]) })
    .optional(),
});

export type AppManifest = z.infer<typeof manifestSchema>;

/** The manifest in a JSON text; `undefined` when there is none in it. */
export function readAppManifest(json: string): AppManifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined; // no JSON is no manifest
  }
}

/** Slash commands are a preview, which not every tenant takes: the same bot without them. */
export function withoutSlashCommands(manifest: AppManifest): AppManifest {
  return {
    ...manifest,
    bots: manifest.bots.map(({ supportsTargetedMessages: _preview, commandLists, ...bot }) => ({
      ...bot,
      commandLists: commandLists.map(({ triggers: _triggers, ...list }) => list),
    })),
  };
}
