import type { OpenPlayground } from "./open-playgrounds";

/** Says what runs where and what to do. The last line is for programs: the URLs of bot, Graph and Playgrounds. */
export function describeDemo(
  botUrl: string,
  graphUrl: string,
  playgrounds: readonly OpenPlayground[],
): string {
  return [
    "",
    "Rendezvous is running on this machine. Its meetings exist only in the embedded Graph.",
    "",
    ...describeSteps(botUrl, playgrounds),
    `  Graph       ${graphUrl}   (meetings and requests)`,
    "  To stop, press Ctrl-C.",
    "",
    `ready ${[botUrl, graphUrl, ...playgrounds.map(({ url }) => url)].join(" ")}`,
    "",
  ].join("\n");
}

function describeSteps(
  botUrl: string,
  [first, second]: readonly OpenPlayground[],
): readonly string[] {
  if (!first) return [`  Bot         ${botUrl}/api/messages   (post activities here)`];
  if (!second)
    return [
      `  Playground  ${first.url}`,
      "    1. Open General, under Contoso Engineering.",
      "    2. Type @, choose Rendezvous, type meet, and choose Post.",
    ];
  return [
    "  Two people, one link:",
    `    1. You’re ${first.person}: ${first.url}`,
    "       Open General, type @, choose Rendezvous, type meet, and choose Post.",
    `    2. You’re ${second.person}, in the same team: ${second.url}`,
    "       Do the same there.",
    "    3. Compare Join on the two cards: it’s the same link.",
    "  Each page only shows the messages that were sent in it.",
    "",
  ];
}
