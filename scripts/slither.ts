import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compareFindings, readAccepted } from "./slither/acceptedFindings";
import { type Finding, parseFindings } from "./slither/findings";
import { findTool, MissingTool, pinnedVersion } from "./slither/python";
import { runTool } from "./support/runTool";

const root = path.join(__dirname, "..");

/** Builds with Hardhat, in one piece: what an earlier build left would be analyzed, too. */
async function build(): Promise<void> {
  const builds = path.join(root, "artifacts", "build-info");
  for (const args of [["compile"], ["compile", "--force"]]) {
    if ((await runTool({ tool: "hardhat", args })).exitCode !== 0) throw new Error("the contracts do not compile");
    if (readdirSync(builds).length === 1) return;
  }
  throw new Error(`more than one build in ${builds}`);
}

function analyze(slither: string): Finding[] {
  const folder = mkdtempSync(path.join(tmpdir(), "slither-"));
  const output = path.join(folder, "findings.json");
  try {
    const { status, stderr } = spawnSync(slither, [".", "--json", output, "--fail-none"], {
      cwd: root,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`Slither ended with ${status ?? "a signal"}:\n${stderr}`);
    return parseFindings(readFileSync(output, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Analyzes the contracts; fails on any finding that is not accepted with a reason, and on any reason without a finding. */
async function slither(): Promise<void> {
  const pinned = pinnedVersion("slither-analyzer");
  const tool = findTool({ tool: "slither", version: pinned });
  await build();
  const findings = analyze(tool);
  const { unaccepted, stale } = compareFindings(findings, readAccepted());
  for (const { detector, place, description } of unaccepted) console.error(`\n${detector}: ${place}\n${description}`);
  for (const key of stale) console.error(`\nscripts/slither/accepted.json is stale: ${key}`);
  const failed = unaccepted.length + stale.length;
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(
    failed === 0
      ? `\nSlither ${pinned} is clean: ${findings.length} findings, each accepted for a reason (docs/slither.md)`
      : `\n${failed} findings have to be looked at`,
  );
}

slither().catch((error: unknown) => {
  console.error(error instanceof MissingTool ? error.message : error);
  process.exitCode = error instanceof MissingTool ? 2 : 1;
});
