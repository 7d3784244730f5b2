import { encode } from "html-entities";
import type { LocalMeeting } from "./graph/online-meeting";
import type { GraphRequest } from "./request-log";

const REFRESH_SECONDS = 5;
const SHOWN_REQUESTS = 20;
const GUID = /\b([\da-f]{8})(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi;

const SURFACE: [method: string, path: string, does: string][] = [
  ["GET", "/_local/requests", "every Graph call since the start or the last clearing"],
  ["DELETE", "/_local/requests", "clears them"],
  ["GET", "/_local/meetings", "what exists"],
  ["POST", "/_local/faults", "plans a failure"],
  ["DELETE", "/_local/faults", "removes the planned failures, and returns the unused ones"],
  ["GET", "/_local/settings", "how the cloud behaves"],
  ["PATCH", "/_local/settings", "changes it"],
  ["POST", "/_local/user-tokens", "a user's token for a bot or for Graph"],
];

const STYLE = `
:root { color-scheme: light dark; --page: #f5f5f7; --card: #fff; --text: #1d1d24; --quiet: #5c5c6b; --line: #e2e2ea; --accent: #4f52b2; --good: #0b6a0b; --bad: #b10e1c }
@media (prefers-color-scheme: dark) {
  :root { --page: #17171c; --card: #212128; --text: #ececf1; --quiet: #a5a5b4; --line: #36363f; --accent: #a9acff; --good: #7fd67f; --bad: #ff9a9f }
}
body { margin: 0 auto; max-width: 64rem; padding: 2rem 1.25rem; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25 }
h2 { margin: 2rem 0 .6rem; font-size: 1.1rem }
h2 small, .quiet { color: var(--quiet); font-weight: 400 }
p { margin: .4rem 0 }
a { color: var(--accent) }
code { font: .87em ui-monospace, monospace }
.card { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px }
.card > p { margin: 0; padding: .8rem .9rem }
.card + p { margin-top: .8rem }
table { width: 100%; border-collapse: collapse }
th, td { padding: .5rem .9rem; text-align: start; vertical-align: baseline; white-space: nowrap }
th { color: var(--quiet); font-size: .8rem; font-weight: 600 }
td { border-top: 1px solid var(--line); font-variant-numeric: tabular-nums }
.wide { min-width: 12rem; white-space: normal; overflow-wrap: anywhere }
.good { color: var(--good) }
.bad { color: var(--bad); font-weight: 600 }
`;

/** Renders `GET /`: meetings and Graph requests, given oldest first and shown newest first, and the control surface. */
export function renderFrontPage(meetings: LocalMeeting[], requests: GraphRequest[]): string {
  const shown = requests.slice(-SHOWN_REQUESTS).toReversed();
  const fewer = shown.length < requests.length ? `the last ${shown.length} of ` : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${REFRESH_SECONDS}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Embedded Graph and Entra</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Embedded Graph and Entra</h1>
<p class="quiet">A stand-in for Microsoft Graph's online meetings and team members, on this machine only. Its join links don’t open a meeting.</p>
<h2>Meetings <small>${meetings.length}</small></h2>
${renderTable(
  ["Subject", "Organizer", "Start", "Join link", "External id"],
  meetings.toReversed().map(renderMeeting),
  "No meetings yet. Ask the bot for one.",
)}
<h2>Graph requests <small>${fewer}${requests.length}</small></h2>
${renderTable(["Time (UTC)", "Method", "Path", "Status"], shown.map(renderRequest), "No requests yet.")}
<h2>Control surface</h2>
${renderTable(["Call", "Does"], SURFACE.map(renderCall), "")}
<p class="quiet">Newest first. This page refreshes every ${REFRESH_SECONDS} seconds.</p>
</body>
</html>
`;
}

function renderTable(heads: string[], rows: string[][], whenEmpty: string): string {
  if (rows.length === 0) return `<div class="card"><p class="quiet">${whenEmpty}</p></div>`;
  const head = heads.map((title) => `<th scope="col">${title}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.join("")}</tr>`).join("\n");
  return `<div class="card"><table>\n<tr>${head}</tr>\n${body}\n</table></div>`;
}

function renderMeeting(meeting: LocalMeeting): string[] {
  const { subject, userId, startDateTime, joinWebUrl, externalId } = meeting;
  // A subject can contain bidirectional control characters.
  const title = subject
    ? `<bdi>${encode(subject)}</bdi>`
    : `<span class="quiet">(no subject)</span>`;
  const url = encode(joinWebUrl);
  return [
    `<td class="wide">${title}</td>`,
    `<td>${renderShort(userId)}</td>`,
    `<td><time datetime="${encode(startDateTime)}">${encode(toReadableUtc(startDateTime))}</time></td>`,
    `<td><a href="${url}" title="${url}" target="_blank" rel="noreferrer">Join</a></td>`,
    `<td class="wide"><code>${encode(externalId)}</code></td>`,
  ];
}

function renderRequest({ at, method, path, status }: GraphRequest): string[] {
  const kind = status === null ? "quiet" : status < 400 ? "good" : "bad";
  return [
    `<td><time datetime="${at}" title="${at}">${at.slice(11, 19)}</time></td>`,
    `<td><code>${encode(method)}</code></td>`,
    `<td class="wide">${renderShort(path)}</td>`,
    `<td class="${kind}">${status ?? "pending or dropped"}</td>`,
  ];
}

function renderCall([method, path, does]: (typeof SURFACE)[number]): string[] {
  const call = method === "GET" ? `<a href="${path}">${path}</a>` : path;
  return [`<td><code>${method} ${call}</code></td>`, `<td class="wide">${encode(does)}</td>`];
}

/** Shows the first eight digits of GUIDs, and all of them in the tooltip. */
function renderShort(text: string): string {
  return `<code title="${encode(text)}">${encode(text.replace(GUID, "$1…"))}</code>`;
}

/** `Fri, 11 Sep 2020 06:30 UTC`. Returns dates that `Date` can't read, such as the year 10000, unchanged. */
function toReadableUtc(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : `${date.toUTCString().slice(0, 22)} UTC`;
}
