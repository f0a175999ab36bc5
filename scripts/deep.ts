import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { Command, CommanderError } from "commander";
import { parseForge } from "./deep/parseForge";
import { profile, readDeepRecord, withSuites, writeDeepRecord } from "./deep/record";
import { contractsOf, deepFiles } from "./deep/suites";
import { codeHash } from "./records/codeHash";
import { profileHash, sourceHash } from "./records/sourceHash";
import { runTool } from "./support/runTool";

const root = path.join(__dirname, "..");
const run = promisify(execFile);

/** Runs one file with the deep profile and returns what forge tells of it. */
async function forge(file: string): Promise<string> {
  const args = ["test", "--json", "--threads", "1", "--match-path", file];
  const env = { ...process.env, FOUNDRY_PROFILE: profile };
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

/** Runs the properties and invariants of these files for hours, and records what was run. */
async function deep(files: readonly string[]): Promise<void> {
  const compiled = await runTool({ tool: "hardhat", args: ["compile"] });
  if (compiled.exitCode !== 0) throw new Error("the contracts do not compile");
  let failed = 0;
  for (const file of files) {
    const contracts = contractsOf(file);
    const hashes = {
      codeHash: codeHash(contracts),
      sourceHash: sourceHash([file]),
      profileHash: profileHash(profile),
    };
    console.log(`${file} ...`);
    for (const { tests, failures } of parseForge(await forge(file))) {
      for (const failure of failures) console.error(`failed: ${file}: ${failure}`);
      failed += failures.length;
      if (failures.length !== 0) continue;
      writeDeepRecord(withSuites(readDeepRecord(), [{ file, contracts, ...hashes, tests }]));
      console.log(`${file}: ${tests.length} passed`);
    }
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

const program = new Command("npm run test:deep --")
  .description(
    "Runs the properties and invariants for hours, with the deep profile of foundry.toml, and records what was run.",
  )
  .argument("[files...]", "test files that are run alone, by their paths from the root")
  .exitOverride()
  .action(async (named: string[]) => {
    const files = deepFiles();
    const unknown = named.filter((file) => !files.includes(file));
    for (const file of unknown) program.error(`${file} is none of the files of the long run:\n${files.join("\n")}`);
    await deep(named.length === 0 ? files : named);
  });

program.parseAsync().catch((error: unknown) => {
  // Commander has said what is wrong with the usage.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    console.error(error);
    process.exitCode = 1;
  }
});
