import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { runTool } from "./support/runTool";

const counts = z.record(z.string(), z.number());
const schema = z.record(z.string(), z.object({ l: counts, f: counts, b: z.record(z.string(), z.array(z.number())) }));

/** How many lines, functions and branches no test reached, by file. */
function uncovered(file: string): string[] {
  const coverage = schema.parse(JSON.parse(readFileSync(file, "utf8")));
  return Object.entries(coverage).flatMap(([source, { l: lines, f: functions, b: branches }]) => {
    const missed = (hits: number[]) => hits.filter((hit) => hit === 0).length;
    const name = path.relative(process.cwd(), source);
    return [
      `${name}: ${missed(Object.values(lines))} lines`,
      `${name}: ${missed(Object.values(functions))} functions`,
      `${name}: ${missed(Object.values(branches).flat())} branches`,
    ].filter((text) => !text.includes(": 0 "));
  });
}

/** Measures the coverage of the contracts by their behaviour tests; every line, function and branch has to be reached. */
async function coverage(): Promise<void> {
  const { exitCode } = await runTool({
    tool: "hardhat",
    args: [
      "coverage",
      "--testfiles",
      "test/{staking,rewards,governance,hostile,migration/LegacyStakeWeightBridge}/**/*.test.ts",
    ],
    env: { MEASURING_COVERAGE: "true" },
  });
  const missed = uncovered(path.join(__dirname, "..", "coverage.json"));
  for (const text of missed) console.error(`not covered: ${text}`);
  process.exitCode = exitCode === 0 && missed.length === 0 ? 0 : 1;
  console.log(process.exitCode === 0 ? "\nevery line, function and branch is covered" : "\ncoverage failed");
}

coverage().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
