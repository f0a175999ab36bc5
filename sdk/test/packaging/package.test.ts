import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { usePackedSdk, runBin } from "../support/packedSdk.js";

describe("the package", function () {
  this.timeout(120_000);
  const packed = usePackedSdk();

  it("has nothing that publint objects to", async () => {
    const { tarball } = packed();
    await runBin("publint", ["run", "--strict", tarball]);
  });

  it("has the types that belong to each module, however a compiler resolves them", async () => {
    const { tarball } = packed();
    const report = JSON.parse(await runBin("attw", ["--format", "json", tarball])) as {
      analysis: { problems: unknown[]; entrypoints: Record<string, unknown> };
    };
    expect(report.analysis.problems).to.deep.equal([]);
    expect(Object.keys(report.analysis.entrypoints)).to.include.members([".", "./abi", "./staking", "./typechain"]);
  });

  it("imports ethers and zod, and nothing else", () => {
    const { installed } = packed();
    const imported = new Set<string>();
    for (const name of readdirSync(path.join(installed, "dist"), { recursive: true, encoding: "utf8" })) {
      if (!/\.(js|d\.ts)$/.test(name)) continue;
      const text = readFileSync(path.join(installed, "dist", name), "utf8");
      for (const [, specifier] of text.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["']([\w@./-]+)["']/g)) {
        if (!specifier!.startsWith(".")) imported.add(specifier!);
      }
    }
    expect([...imported].sort()).to.deep.equal(["ethers", "zod"]);
  });

  it("has its licence, its readme and the recorded deployments with it, but no sources and tests", () => {
    const { installed } = packed();
    expect(readdirSync(installed).sort()).to.deep.equal([
      "LICENSE",
      "README.md",
      "deployments",
      "dist",
      "package.json",
    ]);
  });
});
