import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { runTool } from "./support/runTool";

const counts = z.record(z.string(), z.number());
const schema = z.record(z.string(), z.object({ l: counts, f: counts, b: z.record(z.string(), z.array(z.number())) }));

type Coverage = z.infer<typeof schema>;

/** Each in a process of its own, which is then small enough for every trace to be counted. */
const testFiles = [
  "test/{staking,rewards}/**/*.test.ts",
  "test/{governance,hostile}/**/*.test.ts",
  "test/migration/LegacyStakeWeightBridge/**/*.test.ts",
  "test/nodes/**/*.test.ts",
  "test/wallets/WalletRewards/**/*.test.ts",
];

/** Adds the hits of one run to those of the runs before. */
function add(sum: Coverage, coverage: Coverage): void {
  for (const [source, { l: lines, f: functions, b: branches }] of Object.entries(coverage)) {
    const known = (sum[source] ??= { l: {}, f: {}, b: {} });
    for (const [line, hits] of Object.entries(lines)) known.l[line] = (known.l[line] ?? 0) + hits;
    for (const [id, hits] of Object.entries(functions)) known.f[id] = (known.f[id] ?? 0) + hits;
    for (const [id, hits] of Object.entries(branches)) {
      known.b[id] = hits.map((count, index) => (known.b[id]?.[index] ?? 0) + count);
    }
  }
}

/** How many lines, functions and branches no test reached, by file. */
function uncovered(sum: Coverage): string[] {
  return Object.entries(sum).flatMap(([source, { l: lines, f: functions, b: branches }]) => {
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
  const sum: Coverage = {};
  let hasPassed = true;
  for (const files of testFiles) {
    const { exitCode } = await runTool({
      tool: "hardhat",
      args: ["coverage", "--testfiles", files],
      env: { MEASURING_COVERAGE: "true" },
    });
    hasPassed &&= exitCode === 0;
    add(sum, schema.parse(JSON.parse(readFileSync(path.join(__dirname, "..", "coverage.json"), "utf8"))));
  }
  const missed = uncovered(sum);
  for (const text of missed) console.error(`not covered: ${text}`);
  hasPassed &&= missed.length === 0;
  process.exitCode = hasPassed ? 0 : 1;
  console.log(hasPassed ? "\nevery line, function and branch is covered" : "\ncoverage failed");
}

coverage().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
