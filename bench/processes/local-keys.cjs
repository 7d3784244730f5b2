// Loaded before a server: puts the bench's signing keys where its botbuilder caches Microsoft's.
const { createRequire } = require("node:module");

const requireOfServer = createRequire(process.argv[1]);
const connector = "botframework-connector/lib/auth";
const { JwtTokenExtractor } = requireOfServer(`${connector}/jwtTokenExtractor`);
const { OpenIdMetadata } = requireOfServer(`${connector}/openIdMetadata`);

const { metadataUrl, keys } = JSON.parse(process.env.LOCAL_KEYS);
JwtTokenExtractor.openIdMetadataCache.set(
  metadataUrl,
  Object.assign(new OpenIdMetadata(metadataUrl), { keys, lastUpdated: Date.now() }),
);
