import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runTool } from "./support/runTool";

const BINDINGS = path.join(__dirname, "..", "typechain-types");

function filesBelow(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]));
}

/** Generates the bindings anew and returns the files that were stale, missing or left over. */
async function staleBindings(): Promise<string[]> {
  const copy = mkdtempSync(path.join(tmpdir(), "typechain-types-"));
  cpSync(BINDINGS, copy, { recursive: true });
  rmSync(BINDINGS, { recursive: true });
  const { exitCode } = await runTool({ tool: "hardhat", args: ["compile", "--force"] });
  if (exitCode !== 0) return ["hardhat compile failed"];
  const committed = filesBelow(copy);
  const generated = filesBelow(BINDINGS);
  rmSync(copy, { recursive: true });
  const names = new Set([...committed.keys(), ...generated.keys()]);
  return [...names].filter((name) => committed.get(name) !== generated.get(name)).sort();
}

const steps: { name: string; tool: string; args: string[] }[] = [
  { name: "format", tool: "prettier", args: ["--check", "."] },
  { name: "Solidity lint", tool: "solhint", args: ["--max-warnings", "0", "--noPoster", "{contracts,test}/**/*.sol"] },
  { name: "TypeScript lint", tool: "eslint", args: ["--max-warnings", "0", "."] },
  { name: "types", tool: "tsc", args: ["--noEmit"] },
  // forge.toml makes warnings in the project's own code errors.
  { name: "compiler warnings", tool: "forge", args: ["build", "--force"] },
];

/** Checks format, lint, types, compiler warnings and that the generated bindings are fresh. */
async function check(): Promise<void> {
  const failures: string[] = [];
  for (const { name, tool, args } of steps) {
    console.log(`\n--- ${name}`);
    if ((await runTool({ tool, args })).exitCode !== 0) failures.push(name);
  }
  console.log("\n--- generated bindings");
  const stale = await staleBindings();
  for (const file of stale) console.error(`stale: typechain-types/${file} (npm run build makes it anew)`);
  if (stale.length !== 0) failures.push("generated bindings");

  process.exitCode = failures.length === 0 ? 0 : 1;
  console.log(failures.length === 0 ? "\nall checks passed" : `\nfailed: ${failures.join(", ")}`);
}

check().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
