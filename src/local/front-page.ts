import type { LocalMeeting } from "./local-meeting";

const SURFACE = [
  ["GET /_local/requests", "every Graph call since the start or the last clearing"],
  ["DELETE /_local/requests", "clears them"],
  ["GET /_local/meetings", "what exists"],
  ["POST /_local/faults", "plans a failure"],
  ["DELETE /_local/faults", "forgets the planned failures and answers the unused ones"],
  ["GET /_local/settings", "how the cloud behaves"],
  ["PATCH /_local/settings", "changes it"],
  ["POST /_local/user-tokens", "a user's token for a bot or for Graph"],
];

/** The page of `GET /`, for the curious: what this server is, and the meetings it has. */
export function renderFrontPage(meetings: LocalMeeting[]): string {
  const surface = SURFACE.map(([call, does]) => `<li><code>${call}</code>: ${does}</li>`).join(
    "\n",
  );
  const rows = meetings.map(
    (one) =>
      `<tr><td>${escapeHtml(one.subject ?? "(no subject)")}</td><td>${escapeHtml(one.userId)}</td>` +
      `<td>${one.startDateTime}</td><td>${escapeHtml(one.externalId)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Embedded Graph and Entra</title>
<h1>Embedded Graph and Entra</h1>
<p>A stand-in for Microsoft Graph's online meetings, on this machine only. Its join links lead nowhere.</p>
<ul>
${surface}
</ul>
<h2>Meetings: ${meetings.length}</h2>
<table>
<tr><th>Subject</th><th>Organizer</th><th>Start</th><th>External id</th></tr>
${rows.join("\n")}
</table>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
