import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseHalmos } from "./prove/parseHalmos";
import { profile, provedContracts, provedFiles, writeProofsRecord } from "./prove/record";
import { codeHash } from "./records/codeHash";
import { profileHash, sourceHash } from "./records/sourceHash";
import { findTool, MissingTool, pinnedVersion } from "./slither/python";
import { runTool } from "./support/runTool";

const out = "forge-out/symbolic";

/** Proves what test/symbolic states for all values at once, and records what was proved. */
async function prove(): Promise<void> {
  const version = pinnedVersion("halmos");
  const tool = findTool({ tool: "halmos", version });
  const compiled = await runTool({ tool: "hardhat", args: ["compile"] });
  if (compiled.exitCode !== 0) throw new Error("the contracts do not compile");
  const contracts = [...provedContracts];
  const hashes = {
    codeHash: codeHash(contracts),
    sourceHash: sourceHash(provedFiles()),
    profileHash: profileHash(profile),
  };
  const folder = mkdtempSync(path.join(tmpdir(), "proofs-"));
  try {
    const output = path.join(folder, "proofs.json");
    const args = [
      "--root",
      ".",
      "--forge-build-out",
      out,
      "--loop",
      "33",
      "--solver",
      "yices",
      "--json-output",
      output,
    ];
    await runTool({ tool, args, env: { FOUNDRY_PROFILE: profile } });
    const { proofs, failures } = parseHalmos(readFileSync(output, "utf8"));
    for (const failure of failures) console.error(`not proved: ${failure}`);
    process.exitCode = failures.length === 0 ? 0 : 1;
    if (failures.length !== 0) return;
    writeProofsRecord({ command: "npm run prove", version, contracts, ...hashes, proofs });
    console.log(`\n${proofs.length} statements are proved`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

prove().catch((error: unknown) => {
  console.error(error instanceof MissingTool ? error.message : error);
  process.exitCode = error instanceof MissingTool ? 2 : 1;
});
