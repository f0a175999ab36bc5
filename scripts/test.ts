import { runTool } from "./support/runTool";
import { settle, summarizeForge, summarizeMocha } from "./support/testSummary";

/** Runs all tests, of the contracts' behaviour, of the packages, and of properties, and ends with one line: `N passed, N failed`. */
async function test(): Promise<void> {
  const mocha = await runTool({ tool: "hardhat", args: ["test"] });
  const packages = await runTool({ tool: "mocha", args: ["--config", ".mocharc.packages.json"] });
  const forge = await runTool({ tool: "forge", args: ["test"] });
  const summaries = [
    settle(summarizeMocha(mocha.output), mocha.exitCode),
    settle(summarizeMocha(packages.output), packages.exitCode),
    settle(summarizeForge(forge.output), forge.exitCode),
  ];
  const passed = summaries.reduce((sum, summary) => sum + summary.passed, 0);
  const failed = summaries.reduce((sum, summary) => sum + summary.failed, 0);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`\n${passed} passed, ${failed} failed`);
}

test().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
