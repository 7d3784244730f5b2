import { encode } from "html-entities";
import type { AuthorizationStep } from "./authorize-endpoint";

type Page = Extract<AuthorizationStep, { kind: "page" }>;

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

/** Renders a step of the sign-in. Its form contains the whole request, so the server keeps no state. */
export function renderAuthorizePage(
  { page, userId, problem }: Page,
  { clientId, scope }: { clientId: string; scope: string },
  query: URLSearchParams,
): string {
  const fields = [...query].map(([name, value]) => renderHidden(name, value)).join("\n");
  const renderStep = (title: string, body: string, buttons: string) =>
    renderDocument(
      title,
      `<form method="post">
${fields}
${body}
<div class="buttons">${buttons}</div>
</form>`,
    );
  const cancel = renderButton("cancel", "Cancel");
  const user = `${renderHidden("user", userId)}<p class="quiet">${encode(userId)}</p>`;
  switch (page) {
    case "who": {
      const alert = problem ? `<p class="problem" role="alert">${encode(problem)}</p>` : "";
      const field = `<label>Object id<input name="user" value="${encode(userId)}" autocomplete="off"></label>`;
      const body = `<p>Anybody exists here: say who you are.</p>${alert}${field}`;
      return renderStep("Sign in", body, cancel + renderButton("continue", "Next"));
    }
    case "consent": {
      const scopes = scope.split(/\s+/).map((name) => `<li>${encode(name)}</li>`);
      const body = `${user}<p>${encode(clientId)} would like to:</p><ul>${scopes.join("")}</ul>`;
      return renderStep("Permissions requested", body, cancel + renderButton("accept", "Accept"));
    }
    case "approval": {
      const body = `${user}<p>${encode(clientId)} needs permission that only an admin can grant.</p>`;
      const back = renderButton("cancel", "Return to the application without granting consent");
      return renderStep("Need admin approval", body, back);
    }
  }
}

/** Renders an error that can't go to a redirect URI. */
export function renderErrorPage(description: string): string {
  const title = "Sorry, but we’re having trouble signing you in.";
  return renderDocument(title, `<p>${encode(description)}</p>`);
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

function renderButton(value: string, title: string): string {
  return `<button name="button" value="${value}">${encode(title)}</button>`;
}

function renderHidden(name: string, value: string): string {
  return `<input type="hidden" name="${encode(name)}" value="${encode(value)}">`;
}
