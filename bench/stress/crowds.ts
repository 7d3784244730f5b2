import {
  message,
  people,
  type TestConversation,
  type TestPerson,
} from "../../test/support/activities";
import { channel } from "../traffic/conversations";
import { fromTeams } from "../traffic/from-teams";

/** A new channel, and the commands of different people who ask for its meeting. */
export interface Crowd {
  conversation: TestConversation;
  /** Of the people who ask at the same time. */
  commands: Command[];
  /** Of someone who asks when they have their answers. */
  latecomer: Command;
}

export interface Command {
  /** The id of the message. */
  id: string;
  person: TestPerson;
  activity: object;
}

/** No person is in two channels. */
export function createCrowds(
  { channels, peoplePerChannel }: { channels: number; peoplePerChannel: number },
  serviceUrl: string,
): Crowd[] {
  const everyone = people(channels * (peoplePerChannel + 1));
  const latecomers = everyone.splice(0, channels);
  return latecomers.map((latecomer, index) => {
    const conversation = channel(index);
    const crowd = everyone.slice(index * peoplePerChannel, (index + 1) * peoplePerChannel);
    return { conversation, commands: crowd.map(toCommand), latecomer: toCommand(latecomer) };

    function toCommand(person: TestPerson): Command {
      const meet = message("meet", { from: person, in: conversation });
      return { id: meet.id ?? "", person, activity: fromTeams(meet, serviceUrl) };
    }
  });
}
