import * as z from "zod";
import { MENU } from "../../../bot/commands/registry";
import { ALL_MESSAGES, messagesFor, type Messages } from "../../../bot/locales/messages";
import { parseJson } from "../../errors";
import { listLocalizableTexts } from "./manifest-schema";

const extensionCommandSchema = z.looseObject({
  id: z.string(),
  parameters: z.array(z.looseObject({ name: z.string() })).optional(),
});
const manifestSchema = z.looseObject({
  manifestVersion: z.string(),
  version: z.string(),
  localizationInfo: z.looseObject({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
  bots: z.array(z.looseObject({ commandLists: z.array(z.looseObject({})) })),
  composeExtensions: z.array(z.looseObject({ commands: z.array(extensionCommandSchema) })),
});
type Manifest = z.infer<typeof manifestSchema>;
type ExtensionCommand = z.infer<typeof extensionCommandSchema>;
type Texts = Record<string, string>;

const textsSchema = z.record(z.string(), z.string());
/** The texts of a language's file that only it has. */
const OWN_TEXTS = /^(\$schema$|name\.|description\.)/;

/**
 * Writes the program's version and the bot's own commands into the manifest, and their texts into each language's file.
 * Everything else, and the order of keys, stays as it is.
 *
 * @param readJson Returns the contents of a file of `manifest/`, by its name.
 * @returns the new contents, by the same names
 */
export function generateManifest(
  readJson: (file: string) => string,
  version: string,
): Record<string, object> {
  const manifest: unknown = parseJson(readJson("manifest.json"));
  if (!isManifest(manifest)) throw new Error("manifest.json isn't a manifest");
  const { additionalLanguages } = manifest.localizationInfo;
  const translations = additionalLanguages.map(({ file }) => {
    const texts: unknown = parseJson(readJson(file));
    if (!isTexts(texts)) throw new Error(`${file} isn't an object of texts`);
    const own = Object.entries(texts).filter(([key]) => OWN_TEXTS.test(key));
    const localized = listLocalizableTexts(withBotTexts(manifest, findMessages(file)));
    const generated = Object.entries(localized).filter(([key]) => !OWN_TEXTS.test(key));
    return [file, Object.fromEntries([...own, ...generated])] as const;
  });
  return {
    "manifest.json": { ...withBotTexts(manifest, messagesFor("en")), version },
    ...Object.fromEntries(translations),
  };
}

/** Unlike a parsed copy, keeps the order of keys. */
function isManifest(json: unknown): json is Manifest {
  return manifestSchema.safeParse(json).success;
}

function isTexts(json: unknown): json is Texts {
  return textsSchema.safeParse(json).success;
}

/** @param file `zh-cn.json` */
function findMessages(file: string): Messages {
  const messages = ALL_MESSAGES.find(({ language }) => file === `${language.toLowerCase()}.json`);
  if (!messages) throw new Error(`bot/locales/ has no language for manifest/${file}`);
  return messages;
}

/** The manifest in a language, except for the texts that only the language's file has. */
function withBotTexts(manifest: Manifest, messages: Messages): Manifest {
  const commands = MENU.map(({ name }) => messages.commands[name]);
  return {
    ...manifest,
    bots: manifest.bots.map((bot) => ({
      ...bot,
      commandLists: bot.commandLists.map((list) => ({ ...list, commands })),
    })),
    composeExtensions: manifest.composeExtensions.map((extension) => ({
      ...extension,
      commands: extension.commands.map((command) => withExtensionTexts(command, messages)),
    })),
  };
}

function withExtensionTexts(
  command: ExtensionCommand,
  { extensionCommands: { meet, meetAbout, meetings } }: Messages,
): ExtensionCommand {
  const { parameter, ...search } = meetings;
  const texts = { meet, "meet-about": meetAbout, meetings: search };
  const own: object | undefined = Object.entries(texts).find(([id]) => id === command.id)?.[1];
  return {
    ...command,
    ...own,
    ...(command.parameters && {
      parameters: command.parameters.map((given) => ({ ...given, ...parameter })),
    }),
  };
}
