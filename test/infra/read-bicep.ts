/** The declarations in a plain Bicep template, which is not evaluated. */
export interface Bicep {
  parameters: { name: string; type: string; isSecure: boolean; hasDefault: boolean }[];
  variables: string[];
  /** Resource types without versions, by symbolic name. */
  resources: Record<string, string>;
  outputs: Record<string, string>;
  /** The template without comments and descriptions. */
  code: string;
}

export function readBicep(text: string): Bicep {
  const code = text
    .replace(/(^|\s)\/\/.*$/gm, "")
    .replace(/^@description\('(?:[^'\\]|\\.)*'\)\n/gm, "");
  const parameters = [
    ...code.matchAll(/((?:^@.*\n(?:^ .*\n|^\]\)\n)*)*)^param (\w+) (\w+)( = .+)?$/gm),
  ].map(([, decorators = "", name = "", type = "", fallback]) => ({
    name,
    type,
    isSecure: decorators.includes("@secure()"),
    hasDefault: fallback !== undefined,
  }));
  const resources = [...code.matchAll(/^resource (\w+) '([\w./]+)@[\w-]+' = \{$/gm)];
  const outputs = [...code.matchAll(/^output (\w+) string = (.+)$/gm)];
  return {
    parameters,
    variables: Array.from(code.matchAll(/^var (\w+) = /gm), ([, name = ""]) => name),
    resources: Object.fromEntries(resources.map(([, name = "", type = ""]) => [name, type])),
    outputs: Object.fromEntries(outputs.map(([, name = "", value = ""]) => [name, value])),
    code,
  };
}

/** The lines of a resource, up to the closing brace. */
export function bodyOf({ code }: Bicep, resource: string): string {
  return new RegExp(`^resource ${resource} [\\s\\S]*?^\\}$`, "m").exec(code)?.[0] ?? "";
}
