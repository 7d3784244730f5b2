import { z } from "zod";

const commandSchema = z.looseObject({ title: z.string(), description: z.string().optional() });
const botSchema = z.looseObject({
  commandLists: z.array(z.looseObject({ commands: z.array(commandSchema) })).default([]),
});

/** The fields that packing needs. All others stay as they are. */
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

/** `undefined` if the text is not a manifest. */
export function readAppManifest(json: string): AppManifest | undefined {
  return manifestSchema.safeParse(parseJson(json)).data;
}

/** `undefined` if the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Slash commands are a preview that some tenants refuse. */
export function withoutSlashCommands(manifest: AppManifest): AppManifest {
  return {
    ...manifest,
    bots: manifest.bots.map(({ supportsTargetedMessages: _preview, commandLists, ...bot }) => ({
      ...bot,
      commandLists: commandLists.map(({ triggers: _triggers, ...list }) => list),
    })),
  };
}
