type Values = Readonly<Record<string, string | undefined>>;

const PLACEHOLDER = /\$\{\{\s*(\w+)\s*\}\}/g;

/** The names in the placeholders of a text, each once. */
export function listPlaceholders(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(PLACEHOLDER), ([, name = ""]) => name))];
}

/**
 * JSON with each `${{NAME}}` replaced by the value of that name, as the Toolkit does it:
 * https://learn.microsoft.com/microsoftteams/platform/toolkit/teamsfx-multi-env. Without a value it stays.
 */
export function fillPlaceholders(json: string, values: Values): string {
  return json.replace(PLACEHOLDER, (placeholder, name: string) => {
    const value = values[name];
    return value ? JSON.stringify(value).slice(1, -1) : placeholder;
  });
}
