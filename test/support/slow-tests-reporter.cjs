// Lists tests that take more than 2 s.
const { relative } = require("node:path");

const SLOW_AFTER_MS = 2_000;

module.exports = class SlowTestsReporter {
  #slow = [];

  onTestResult(_test, { testFilePath, testResults }) {
    for (const { fullName, duration } of testResults) {
      if (duration > SLOW_AFTER_MS) this.#slow.push({ testFilePath, fullName, duration });
    }
  }

  onRunComplete() {
    if (this.#slow.length === 0) return;
    const lines = this.#slow
      .toSorted((a, b) => b.duration - a.duration)
      .map(({ testFilePath, fullName, duration }) => {
        const path = relative(process.cwd(), testFilePath);
        return `  ${(duration / 1000).toFixed(1)} s  ${path}  ${fullName}`;
      });
    process.stderr.write(`\nTests that took more than 2 s:\n${lines.join("\n")}\n`);
  }
};
