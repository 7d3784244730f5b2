import { createHash } from "node:crypto";
import type { Response } from "express";
import { encode } from "html-entities";

/** A message of a page in plain text; `next` says what to do. */
export interface Notice {
  title: string;
  text: string;
  next: string;
}

/** `head`, `bodyAttributes` and `main` are HTML. */
interface Page {
  /** BCP 47. */
  language: string;
  title: string;
  head?: string;
  bodyAttributes?: string;
  main: string;
  /** The Content-Security-Policy. */
  policy: string;
}

const STYLE = `
:root { color-scheme: light dark; --page: #f3f6f6; --card: #fff; --text: #16282c; --quiet: #51666b; --accent: #0f4c5c }
@media (prefers-color-scheme: dark) {
  :root { --page: #12191b; --card: #1c2629; --text: #ebf1f2; --quiet: #a3b4b8; --accent: #8fd0e0 }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; padding: 1.25rem; display: grid; place-items: center; background: var(--page); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere }
main { width: 100%; max-width: 34rem; padding: 1.75rem 1.5rem; background: var(--card); border-top: .3rem solid var(--accent); border-radius: .6rem }
.brand { margin: 0 0 1rem; color: var(--accent); font-weight: 600 }
h1 { margin: 0 0 .5rem; font-size: 1.45rem; line-height: 1.25 }
p { margin: 0 0 .75rem }
.text { color: var(--quiet) }
.next { margin: 0 }
[hidden] { display: none }
code { display: block; font: .875rem/1.5 ui-monospace, monospace; word-break: break-all; user-select: all }
h2 { margin: 0 0 .25rem; font-size: 1.1rem }
button, .button { display: inline-block; margin-top: 1.25rem; padding: .5rem 1.5rem; border: .1rem solid var(--accent); border-radius: .3rem; background: var(--accent); color: var(--card); font: inherit; text-decoration: none; cursor: pointer }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem }
.buttons .button { margin: 0; padding: .4rem 1rem; background: none; color: var(--accent) }
:is(a, button):focus-visible { outline: .2rem solid var(--text); outline-offset: .15rem }
@media (scripting: none) { .scripted { display: none } }
`;

/** A Content-Security-Policy that allows only the style, by its hash, and the given scripts. */
export function toPagePolicy(scriptSource?: string): string {
  return [
    "default-src 'none'",
    ...(scriptSource ? [`script-src ${scriptSource}`] : []),
    `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function sendPage(
  response: Response,
  { language, title, head = "", bodyAttributes = "", main, policy }: Page,
): void {
  response
    .vary("Accept-Language")
    .set("Content-Language", language)
    .set("Content-Security-Policy", policy)
    .set("Cache-Control", "no-store")
    .set("Referrer-Policy", "no-referrer")
    .type("html").send(`<!doctype html>
<html lang="${encode(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${encode(title)} · Rendezvous</title>
<style>${STYLE}</style>
${head}</head>
<body${bodyAttributes}>
<main>
<p class="brand">Rendezvous</p>
${main}
</main>
</body>
</html>
`);
}

export function renderNotice({ title, text, next }: Notice): string {
  return `<h1>${encode(title)}</h1>
<p class="text">${encode(text)}</p>
<p class="next">${encode(next)}</p>`;
}
