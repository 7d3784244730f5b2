// Lets a child process of a test load the sources, which Jest compiles only for itself.
"use strict";
const { transformFileSync } = require("@swc/core");
const { projects } = require("../../jest.config.js");

const [, options] = projects[0].transform["\\.ts$"];
require.extensions[".ts"] = (module, path) => {
  module._compile(transformFileSync(path, options).code, path);
};
