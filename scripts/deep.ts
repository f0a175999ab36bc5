import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { parseForge } from "./deep/parseForge";
import { readDeepRecord, withSuites, writeDeepRecord } from "./deep/record";
import { contractsOf, deepFiles } from "./deep/suites";
import { codeHash } from "./records/codeHash";
import { runTool } from "./support/runTool";

const root = path.join(__dirname, "..");
const run = promisify(execFile);

/** Runs one file with the deep profile and returns what forge tells of it. */
async function forge(file: string): Promise<string> {
  const args = ["test", "--json", "--threads", "1", "--match-path", file];
  const env = { ...process.env, FOUNDRY_PROFILE: "deep" };
  try {
    const { stdout } = await run(path.join(root, "node_modules", ".bin", "forge"), args, {
      cwd: root,
      env,
      maxBuffer: 2 ** 28,
    });
    return stdout;
  } catch (error) {
    // A failed test ends forge with 1, after what it tells of all of them.
    const { stdout } = error as { stdout?: string };
    if (stdout === undefined || stdout === "") throw error;
    return stdout;
  }
}

/** Runs the properties and invariants, or those of the files that are named, for hours, and records what was run. */
async function deep(): Promise<void> {
  const named = process.argv.slice(2);
  const files = named.length === 0 ? deepFiles() : named;
  const compiled = await runTool({ tool: "hardhat", args: ["compile"] });
  if (compiled.exitCode !== 0) throw new Error("the contracts do not compile");
  let failed = 0;
  for (const file of files) {
    const contracts = contractsOf(file);
    const hash = codeHash(contracts);
    console.log(`${file} ...`);
    for (const { tests, failures } of parseForge(await forge(file))) {
      for (const failure of failures) console.error(`failed: ${file}: ${failure}`);
      failed += failures.length;
      if (failures.length !== 0) continue;
      writeDeepRecord(withSuites(readDeepRecord(), [{ file, contracts, codeHash: hash, tests }]));
      console.log(`${file}: ${tests.length} passed`);
    }
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

deep().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
