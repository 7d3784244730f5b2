import { readSchema } from "./manifest-schema";

/**
 * The manifest's texts that a localization file can replace, in the manifest's order, by their key in that file:
 * `bots[0].commandLists[0].commands[0].title`.
 */
export function listLocalizableTexts(manifest: {
  manifestVersion: string;
}): Record<string, string> {
  const schema = readSchema("MicrosoftTeams.Localization", manifest.manifestVersion);
  const { properties = {}, patternProperties = {} } = schema;
  const patterns = Object.keys(patternProperties).map((pattern) => new RegExp(pattern));
  const isLocalizable = (key: string) =>
    key !== "$schema" && (key in properties || patterns.some((pattern) => pattern.test(key)));
  return Object.fromEntries(listTexts(manifest, "").filter(([key]) => isLocalizable(key)));
}

function listTexts(value: unknown, key: string): [key: string, text: string][] {
  if (typeof value === "string") return [[key, value]];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => listTexts(item, `${key}[${index}]`));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) =>
    listTexts(child, key ? `${key}.${name}` : name),
  );
}
