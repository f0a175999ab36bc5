#!/usr/bin/env -S node --require ts-node/register/transpile-only
// The compiler as forge calls it: `solc --version`, or `solc --standard-json` with the input on stdin.
import { readFileSync } from "node:fs";
import { compileStandardJson, longVersion } from "./npmSolc";

if (process.argv.includes("--version")) {
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${longVersion()}\n`);
} else {
  process.stdout.write(compileStandardJson(readFileSync(0, "utf8")));
}
