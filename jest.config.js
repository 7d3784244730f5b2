const shared = {
  // A staged server there has a package.json of the same name.
  modulePathIgnorePatterns: ["<rootDir>/artifacts/"],
  testEnvironment: "node",
  // `await import("./serve.js")` names the compiled file, as Node needs it.
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": ["$1.js", "$1.ts"] },
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
  // Most tests wait for sockets and files, so a single worker would leave one of two cores idle.
  maxWorkers: 2,
  // Each file loads the app again, and a worker keeps part of it: above this it mostly collects garbage.
  workerIdleMemoryLimit: "768MB",
  // Ends only tests that hang: no amount of load makes a test take this long.
  testTimeout: 300_000,
  reporters: ["default", "<rootDir>/test/support/slow-tests-reporter.cjs"],
  projects: [
    {
      ...shared,
      displayName: "test",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["<rootDir>/test/e2e/", "\\.slow\\.test\\.ts$"],
    },
    { ...shared, displayName: "slow", testMatch: ["<rootDir>/test/**/*.slow.test.ts"] },
    { ...shared, displayName: "e2e", testMatch: ["<rootDir>/test/e2e/**/*.test.ts"] },
  ],
};
