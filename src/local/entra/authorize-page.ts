import { encode } from "html-entities";
import type { Authorization } from "./authorize";

type Page = Extract<Authorization, { kind: "page" }>;

const STYLE = `
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eef0f2; color: #1b1b1b; font: 1rem/1.5 system-ui, sans-serif }
main { box-sizing: border-box; width: min(27rem, 100vw); padding: 2rem; background: #fff; box-shadow: 0 2px 6px #0003; overflow-wrap: anywhere }
h1 { margin: 0 0 1rem; font-size: 1.4rem }
.quiet { color: #595959; font-size: .85rem }
.problem { color: #a80000 }
input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit }
.buttons { margin-top: 1.5rem; display: flex; gap: .5rem; justify-content: flex-end }
button { padding: .4rem 1.4rem; font: inherit }
`;

/** The sign-in page: every step sends the whole request back, so that the server has nothing to remember. */
export function renderAuthorizePage(
  page: Page,
  request: { clientId: string; scope: string },
  query: URLSearchParams,
): string {
  const kept = [...query].map(([name, value]) => hidden(name, value)).join("\n");
  const { title, body, buttons } = renderStep(page, request);
  return renderDocument(
    title,
    `<form method="post">
${kept}
${body}
<div class="buttons">${buttons}</div>
</form>`,
  );
}

/** What Entra shows when it has no address to send the browser back to. */
export function renderRefusalPage(description: string): string {
  return renderDocument(
    "Sorry, but we’re having trouble signing you in.",
    `<p>${encode(description)}</p>`,
  );
}

function renderStep(
  { page, userId, problem }: Page,
  { clientId, scope }: { clientId: string; scope: string },
): { title: string; body: string; buttons: string } {
  const cancel = button("cancel", "Cancel");
  switch (page) {
    case "who": {
      const said = problem ? `<p class="problem" role="alert">${encode(problem)}</p>` : "";
      const field = `<label>Object id<input name="user" value="${encode(userId)}" autocomplete="off"></label>`;
      const body = `<p>Anybody exists here: say who you are.</p>${said}${field}`;
      return { title: "Sign in", body, buttons: cancel + button("continue", "Next") };
    }
    case "consent": {
      const scopes = scope.split(/\s+/).map((one) => `<li>${encode(one)}</li>`);
      const body =
        `${hidden("user", userId)}<p class="quiet">${encode(userId)}</p>` +
        `<p>${encode(clientId)} would like to:</p><ul>${scopes.join("")}</ul>`;
      return {
        title: "Permissions requested",
        body,
        buttons: cancel + button("accept", "Accept"),
      };
    }
    case "approval": {
      const body =
        `${hidden("user", userId)}<p class="quiet">${encode(userId)}</p>` +
        `<p>${encode(clientId)} needs permission that only an admin can grant.</p>`;
      const back = button("cancel", "Return to the application without granting consent");
      return { title: "Need admin approval", body, buttons: back };
    }
  }
}

function renderDocument(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${encode(title)} · Embedded Entra</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${encode(title)}</h1>
${body}
<p class="quiet">Embedded Entra, on this machine only.</p>
</main>
</body>
</html>
`;
}

function button(value: string, title: string): string {
  return `<button name="button" value="${value}">${encode(title)}</button>`;
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${encode(name)}" value="${encode(value)}">`;
}
