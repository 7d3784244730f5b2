import type { MeetingStore } from "../ports/meeting-store";
import type { MeetingKey } from "../record/meeting-key";
import type { JoinableRecord } from "../record/attached-record";

export interface Subscribed {
  tenantId: string;
  subscriptionId: string;
}

/**
 * Which meetings a subscription is for. Conversations that share an attached meeting share its subscription. All calls
 * throw `store_unavailable`.
 */
export function createSubscribedMeetings({ joinLinks }: Pick<MeetingStore, "joinLinks">) {
  return {
    async find(subscribed: Subscribed): Promise<MeetingKey[]> {
      const { records } = await joinLinks.list(toGroup(subscribed));
      return records.map(({ record }) => record.key);
    },

    async add({ key, generation }: JoinableRecord, subscriptionId: string): Promise<void> {
      const { joinWebUrl } = toGroup({ tenantId: key.tenantId, subscriptionId });
      await joinLinks.insert({ joinWebUrl, key, generation });
    },

    /** Returns whether another meeting still uses the subscription. */
    async remove(key: MeetingKey, subscriptionId: string): Promise<boolean> {
      const group = toGroup({ tenantId: key.tenantId, subscriptionId });
      const own = await joinLinks.get({ joinWebUrl: group.joinWebUrl, key });
      if (own) await joinLinks.erase(own);
      return (await joinLinks.list(group)).records.length > 0;
    },
  };
}

function toGroup({ tenantId, subscriptionId }: Subscribed) {
  // No link looks like this.
  return { tenantId, joinWebUrl: `graph-subscription:${subscriptionId}` };
}
