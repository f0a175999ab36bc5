import { readFileSync } from "node:fs";
import path from "node:path";

/** Where the npm package `solc` keeps the compiler: one file, nothing is downloaded. */
export const soljsonPath = path.join(path.dirname(require.resolve("solc/package.json")), "soljson.js");

/** The compiler's version, as in the package's own manifest ("0.8.34"). */
export const solcVersion: string = (
  JSON.parse(readFileSync(require.resolve("solc/package.json"), "utf8")) as { version: string }
).version;

/** The parts of Emscripten's module that are needed to call the compiler with input of any size. */
interface Soljson {
  cwrap(name: string, result: "string" | "number", args: "number"[]): (...args: number[]) => unknown;
  lengthBytesUTF8(text: string): number;
  stringToUTF8(text: string, pointer: number, maxBytes: number): void;
}

function loadSoljson(): Soljson {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- soljson.js is a plain CommonJS script
  return require(soljsonPath) as Soljson;
}

/** The long version, "0.8.34+commit.80d5c536.Emscripten.clang". */
export function longVersion(): string {
  return loadSoljson().cwrap("solidity_version", "string", [])() as string;
}

/**
 * Compiles standard JSON. The input is put on the compiler's own heap: handed over as a plain string it would be
 * copied to the stack, which overflows from about 1.3 MB on.
 */
export function compileStandardJson(input: string): string {
  const soljson = loadSoljson();
  const bytes = soljson.lengthBytesUTF8(input) + 1;
  const pointer = soljson.cwrap("solidity_alloc", "number", ["number"])(bytes) as number;
  soljson.stringToUTF8(input, pointer, bytes);
  return soljson.cwrap("solidity_compile", "string", ["number", "number", "number"])(pointer, 0, 0) as string;
}
