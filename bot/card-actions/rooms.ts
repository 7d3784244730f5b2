import { listRooms } from "../commands/rooms";
import type { CardAction } from "./card-action";

/** Lists the conversation's meetings, only for the person who pressed the button. */
export const roomsAction: CardAction = {
  verb: "rooms",
  isForEveryone: false,
  run: (turn, _data, services) => listRooms(turn, services, { hasBack: true }),
};
