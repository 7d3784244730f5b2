// Loaded before the program: replaces Microsoft's keys in botbuilder's cache with those of the test.
const { JwtTokenExtractor } = require("botframework-connector/lib/auth/jwtTokenExtractor");
const { OpenIdMetadata } = require("botframework-connector/lib/auth/openIdMetadata");

const { metadataUrl, keys } = JSON.parse(process.env.LOCAL_KEYS);
const metadata = new OpenIdMetadata(metadataUrl);
JwtTokenExtractor.openIdMetadataCache.set(
  metadataUrl,
  Object.assign(metadata, { keys, lastUpdated: Date.now() }),
);
