import type { Environment } from "../../config/settings";

/** What people see about the app's developer in Teams. */
const LINKS = ["DEVELOPER_WEBSITE_URL", "DEVELOPER_PRIVACY_URL", "DEVELOPER_TERMS_URL"] as const;
/** The value in the repository's env files. */
const SAMPLE_NAME = "Your organization";
/** Names that no one owns: RFC 2606 and RFC 6761. */
const SAMPLE_HOST = /(^|\.)(example(\.(com|net|org))?|test|invalid|localhost)$/;

/** Names each value about the developer that isn't real, with what to set. */
export function findPlaceholders(values: Environment): string[] {
  const name =
    values["DEVELOPER_NAME"] === SAMPLE_NAME
      ? ["DEVELOPER_NAME is still “Your organization”. Set it to your organization’s name."]
      : [];
  const links = LINKS.filter((link) => isSample(values[link] ?? "")).map(
    (link) => `${link} is still “${values[link]}”. Set it to a page of your organization.`,
  );
  return [...name, ...links];
}

/** Links that aren't https are samples too: Teams doesn't accept them in a catalog. */
function isSample(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { protocol, hostname } = new URL(url);
  return protocol !== "https:" || SAMPLE_HOST.test(hostname);
}
