import { message, people, type TestConversation } from "../../test/support/activities";
import { channel } from "../traffic/conversations";
import { fromTeams } from "../traffic/from-teams";

/** A new channel, and the commands of different people who ask for its meeting. */
export interface Crowd {
  conversation: TestConversation;
  commands: Command[];
}

export interface Command {
  /** The id of the message. */
  id: string;
  personAadId: string;
  activity: object;
}

/** No person is in two channels. */
export function createCrowds(
  { channels, peoplePerChannel }: { channels: number; peoplePerChannel: number },
  serviceUrl: string,
): Crowd[] {
  const everyone = people(channels * peoplePerChannel);
  return Array.from({ length: channels }, (_, index) => {
    const conversation = channel(index);
    const crowd = everyone.slice(index * peoplePerChannel, (index + 1) * peoplePerChannel);
    const commands = crowd.map((from) => {
      const meet = message("meet", { from, in: conversation });
      const id = meet.id ?? "";
      return { id, personAadId: from.aadId, activity: fromTeams(meet, serviceUrl) };
    });
    return { conversation, commands };
  });
}
