const shared = {
  setupFilesAfterEnv: ["<rootDir>/test/support/disable-turn-id.ts"],
  testEnvironment: "node",
  transform: {
    "\\.ts$": [
      "@swc/jest",
      {
        jsc: { target: "es2023", parser: { syntax: "typescript" } },
        module: { type: "commonjs" },
      },
    ],
  },
};

/** @type {import("jest").Config} */
module.exports = {
  // Most tests wait for sockets and files, so one worker leaves a machine of two cores idle.
  maxWorkers: 2,
  // Each file loads the whole app anew, and a worker keeps what it can of all: beyond this it only collects garbage.
  workerIdleMemoryLimit: "768MB",
  // Room for a busy machine: 1,000 whole turns at once take seconds.
  testTimeout: 20_000,
  projects: [
    {
      ...shared,
      displayName: "test",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/"],
    },
    { ...shared, displayName: "e2e", testMatch: ["<rootDir>/test/e2e/**/*.test.ts"] },
  ],
};
