/** Posts one activity and returns the text of the response, which has to be a 200. */
export async function post(url: string, activity: object, token?: string): Promise<string> {
  const response = await fetch(`${url}/api/messages`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${text}`);
  return text;
}
