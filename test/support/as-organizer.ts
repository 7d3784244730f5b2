import type { TestApp } from "./start-app";

/** Changes or deletes the only meeting in Graph directly, as its organizer. */
export async function asOrganizer(
  { cloud }: TestApp,
  method: "PATCH" | "DELETE",
  body?: object,
): Promise<void> {
  const [meeting] = cloud.meetings();
  if (!meeting) throw new Error("There is no meeting.");
  const token = cloud.issueUserToken({
    tenantId: meeting.tenantId,
    userId: meeting.userId,
    audience: "https://graph.microsoft.com",
  });
  const response = await fetch(`${cloud.url}/v1.0/me/onlineMeetings/${meeting.id}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.ok).toBe(true);
}
