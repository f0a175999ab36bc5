import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runTool } from "./support/runTool";

const root = path.join(__dirname, "..");

/** What is generated from the contracts and committed. */
const generated = ["typechain-types", "sdk/src/generated", "sdk/deployments"];

function filesBelow(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]));
}

/** Generates everything anew and returns the files that were stale, missing or left over. */
async function staleFiles(): Promise<string[]> {
  const before = mkdtempSync(path.join(tmpdir(), "generated-"));
  for (const folder of generated) {
    cpSync(path.join(root, folder), path.join(before, folder), { recursive: true });
    rmSync(path.join(root, folder), { recursive: true });
  }
  for (const args of [
    ["compile", "--force"],
    ["run", "--no-compile", "scripts/sdk/generate.ts"],
  ]) {
    const { exitCode } = await runTool({ tool: "hardhat", args });
    if (exitCode === 0) continue;
    // What was there is there again: without it, nothing else works.
    for (const folder of generated) cpSync(path.join(before, folder), path.join(root, folder), { recursive: true });
    rmSync(before, { recursive: true });
    return [`hardhat ${args.join(" ")} failed`];
  }
  const stale = generated.flatMap((folder) => {
    const committed = filesBelow(path.join(before, folder));
    const made = filesBelow(path.join(root, folder));
    const names = [...new Set([...committed.keys(), ...made.keys()])].sort();
    return names.filter((name) => committed.get(name) !== made.get(name)).map((name) => path.join(folder, name));
  });
  rmSync(before, { recursive: true });
  return stale;
}

const steps: { name: string; tool: string; args: string[] }[] = [
  { name: "format", tool: "prettier", args: ["--check", "."] },
  { name: "Solidity lint", tool: "solhint", args: ["--max-warnings", "0", "--noPoster", "{contracts,test}/**/*.sol"] },
  { name: "TypeScript lint", tool: "eslint", args: ["--max-warnings", "0", "."] },
  { name: "types", tool: "tsc", args: ["--noEmit"] },
  { name: "types of the SDK", tool: "tsc", args: ["--noEmit", "--project", "sdk"] },
  { name: "types of the command line", tool: "tsc", args: ["--noEmit", "--project", "cli"] },
  // Every link resolves, and everything that is named is documented.
  { name: "SDK docs", tool: "typedoc", args: ["--options", "sdk/typedoc.json"] },
  // forge.toml makes warnings in the project's own code errors.
  { name: "compiler warnings", tool: "forge", args: ["build", "--force"] },
];

/** Checks format, lint, types, compiler warnings and that what is generated is fresh. */
async function check(): Promise<void> {
  const failures: string[] = [];
  for (const { name, tool, args } of steps) {
    console.log(`\n--- ${name}`);
    if ((await runTool({ tool, args })).exitCode !== 0) failures.push(name);
  }
  console.log("\n--- generated code");
  const stale = await staleFiles();
  for (const file of stale) console.error(`stale: ${file} (made anew)`);
  if (stale.length !== 0) failures.push("generated code");

  process.exitCode = failures.length === 0 ? 0 : 1;
  console.log(failures.length === 0 ? "\nall checks passed" : `\nfailed: ${failures.join(", ")}`);
}

check().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
