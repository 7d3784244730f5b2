import { CLOUD_NAMES, CLOUDS } from "../../src/clouds";
import { toJoinAddress } from "../../src/server/join-address";

const { meetingHosts } = CLOUDS.global;
const PATH = "/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d";

test.each([
  [`https://teams.microsoft.com${PATH}`, `https://teams.microsoft.com${PATH}`],
  ["https://teams.microsoft.com/meet/123?p=abc", "https://teams.microsoft.com/meet/123?p=abc"],
  [`https://teams.cloud.microsoft${PATH}`, `https://teams.cloud.microsoft${PATH}`],
  [`HTTPS://TEAMS.Microsoft.COM:443${PATH}`, `https://teams.microsoft.com${PATH}`],
  ["https://teams.microsoft.com\\@evil.example/", "https://teams.microsoft.com/@evil.example/"],
])("a browser may be sent to %s", (joinWebUrl, address) => {
  expect(toJoinAddress(joinWebUrl, meetingHosts)).toBe(address);
});

test.each([
  "",
  "meet",
  "/l/meetup-join/x",
  "//teams.microsoft.com/l/x",
  "javascript:alert(1)//teams.microsoft.com",
  "data:text/html,teams.microsoft.com",
  "msteams://teams.microsoft.com/l/x",
  `http://teams.microsoft.com${PATH}`,
  "https://teams.microsoft.com:8443/l/x",
  "https://teams.microsoft.com./l/x",
  "https://teams.microsoft.com.evil.example/l/x",
  "https://evil.example/teams.microsoft.com",
  "https://evil.example?https://teams.microsoft.com/",
  "https://evil.example#teams.microsoft.com",
  "https://evil-teams.microsoft.com.example/",
  "https://xteams.microsoft.com/l/x",
  "https://teams.microsoft.com@evil.example/",
  "https://me@teams.microsoft.com/l/x",
  "https://me:secret@teams.microsoft.com/l/x",
  "https://teams.microsoft.com%2eevil.example/",
  "https://evil.example\\teams.microsoft.com/",
  "https://te\u0430ms.microsoft.com/l/x",
  "https://gov.teams.microsoft.us/l/x",
  "https://microsoft.com/l/x",
])("and never to %s", (joinWebUrl) => {
  expect(toJoinAddress(joinWebUrl, meetingHosts)).toBeUndefined();
});

test("the hosts of one cloud are none of another's", () => {
  const hosts = CLOUD_NAMES.flatMap((name) => CLOUDS[name].meetingHosts);
  expect(new Set(hosts).size).toBe(hosts.length);
  expect(toJoinAddress(`https://gov.teams.microsoft.us${PATH}`, CLOUDS.usgov.meetingHosts)).toBe(
    `https://gov.teams.microsoft.us${PATH}`,
  );
  expect(
    toJoinAddress(`https://dod.teams.microsoft.us${PATH}`, CLOUDS["usgov-dod"].meetingHosts),
  ).toBe(`https://dod.teams.microsoft.us${PATH}`);
});
