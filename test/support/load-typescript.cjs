"use strict";
const { transformSync } = require("@swc/core");
const { addHook } = require("pirates");
const { projects } = require("../../jest.config.js");

const [, options] = projects[0].transform["\\.ts$"];

/** Lets a child process of a test load the sources, which Jest compiles only for itself. */
module.exports.loadTypeScript = () =>
  addHook((code, filename) => transformSync(code, { ...options, filename }).code, {
    exts: [".ts"],
  });
