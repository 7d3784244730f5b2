import { createSecretKey } from "node:crypto";
import type { AppConfig } from "../../src/config/config";
import { CLOUDS } from "../../src/clouds";
import { Secret } from "../../src/secret";

export const SEALING_KEY = createSecretKey(Buffer.alloc(32, 7));

/** The configuration of an app without inbound authentication. */
export function testConfig(settings: Partial<AppConfig> = {}): AppConfig {
  return {
    cloud: CLOUDS.global,
    botIdentity: { kind: "off" },
    linkOrigin: "https://rendezvous.example.com",
    credential: {
      kind: "secret",
      clientId: "99999999-8888-4777-8666-555555555555",
      secret: new Secret("test-secret"),
    },
    graphAuth: "application",
    organizerPolicy: { mode: "first-caller" },
    liveStatus: "bot",
    notificationCertificates: [],
    sealingKeys: [SEALING_KEY],
    freshnessMs: 15_000,
    reminderMinutes: 5,
    retentionMs: 30 * 86_400_000,
    whoMayChange: "owners",
    writesPerMinute: 0,
    ...settings,
  };
}
