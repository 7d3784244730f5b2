/**
 * A join link as a browser may be sent there: by https, to a host where its cloud has meetings, and nowhere else,
 * whatever Graph or a record says.
 *
 * @param meetingHosts Without a port: the usual one is the only one.
 */
export function toJoinAddress(
  joinWebUrl: string,
  meetingHosts: readonly string[],
): string | undefined {
  if (!URL.canParse(joinWebUrl)) return undefined;
  const { protocol, host, username, password, href } = new URL(joinWebUrl);
  const isMeeting = protocol === "https:" && meetingHosts.includes(host) && !username && !password;
  return isMeeting ? href : undefined;
}
