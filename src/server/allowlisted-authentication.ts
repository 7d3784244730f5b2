import { ConfigurationBotFrameworkAuthentication } from "botbuilder";
import type { ClaimsIdentity, ConnectorFactory } from "botframework-connector";
import type { Log } from "../log";
import type { ServiceUrlAllowlist } from "./service-url-allowlist";
import { INBOUND_REJECTIONS } from "./inbound-rejection";

type Given = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;

/**
 * botbuilder makes all its Connector clients by way of this, those of an activity's own turn and those by which a
 * record's cards are replaced: none is made for a service URL that the gate refuses.
 */
export class AllowlistedAuthentication extends ConfigurationBotFrameworkAuthentication {
  constructor(
    private readonly deps: { gate: ServiceUrlAllowlist; log: Log },
    ...given: Given
  ) {
    super(...given);
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    const factory = super.createConnectorFactory(identity);
    const { gate, log } = this.deps;
    return {
      async create(serviceUrl, audience) {
        const refusal = gate(serviceUrl);
        if (!refusal) return factory.create(serviceUrl, audience);
        const { reason, details } = refusal;
        log.warn(
          { reason, ...details },
          `nothing was sent to a service URL: ${INBOUND_REJECTIONS[reason]}`,
        );
        throw new Error(`A service URL was refused: ${reason}`);
      },
    };
  }
}
