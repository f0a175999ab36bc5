import { cpSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { parseEther } from "ethers";
import { staking } from "../../src/index.js";
import { useChain } from "../support/chain.js";
import { usePackedSdk, rootFolder, runProgram, sdkFolder } from "../support/packedSdk.js";

const fixtures = path.join(sdkFolder, "test", "packaging", "fixtures");

describe("the packed SDK", function () {
  this.timeout(120_000);
  const packed = usePackedSdk();
  const chain = useChain();

  for (const { kind, script } of [
    { kind: "ESM", script: "frontend.mjs" },
    { kind: "CommonJS", script: "frontend.cjs" },
  ]) {
    it(`lets a frontend in ${kind} stake`, async () => {
      const { folder } = packed();
      const { wallets, give, connectAs, url } = chain();
      const wallet = wallets[5]!;
      await give(wallet.address, parseEther("1000"));
      cpSync(path.join(fixtures, script), path.join(folder, script));
      const printed = await runProgram(process.execPath, [script], {
        cwd: folder,
        env: { RPC_URL: url, PRIVATE_KEY: wallet.privateKey },
      });
      const connection = await connectAs(wallet);
      const weight = await staking.weightOf(connection, { account: wallet.address });
      expect(weight > 0n).to.equal(true);
      expect(printed.trim()).to.equal(`${weight}n`);
    });
  }

  it("loads nothing of the repository, and of others only what it depends on", async () => {
    const { folder, installed } = packed();
    const program = `
      const { exports } = require("stakeweight-sdk/package.json");
      for (const subpath of Object.keys(exports)) require("stakeweight-sdk" + subpath.slice(1));
      console.log(JSON.stringify(Object.keys(require.cache)));`;
    const files = JSON.parse(await runProgram(process.execPath, ["-e", program], { cwd: folder })) as string[];
    const foreign = files.filter((file) => !file.startsWith(installed));
    expect(files.length - foreign.length).to.be.greaterThan(100);
    const modules = path.join(rootFolder, "node_modules");
    expect(foreign.filter((file) => !file.startsWith(modules))).to.deep.equal([]);
    const packages = new Set<string | undefined>(
      foreign.map((file) => path.relative(modules, file).split(path.sep)[0]),
    );
    const allowed = ["ethers", "zod", "@adraffy", "@noble", "aes-js", "tslib", "ws"];
    expect([...packages].filter((name) => !allowed.includes(name!))).to.deep.equal([]);
  });
});
