import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { build } from "esbuild";
import { usePackedSdk, sdkFolder } from "../support/packedSdk.js";

/** Bundles a program as a frontend does, ethers aside, and tells what of the SDK and of zod went in. */
async function bundle(folder: string, program: string): Promise<{ bytes: number; inputs: string[] }> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    external: ["ethers"],
    metafile: true,
    write: false,
    absWorkingDir: folder,
  });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output!.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return {
    bytes: outputFiles[0]!.contents.length,
    inputs: inputs.map(([file]) =>
      file.split(path.sep).join("/").replace("node_modules/stakeweight-sdk/dist/esm/", ""),
    ),
  };
}

const abisIn = (inputs: string[]) => inputs.filter((file) => file.startsWith("generated/abi/")).sort();
const withZod = (inputs: string[]) => inputs.filter((file) => file.includes("node_modules/zod/"));

describe("a bundle", function () {
  this.timeout(120_000);
  const packed = usePackedSdk();

  it("of one namespace has what it calls, and no other contract", async () => {
    const { inputs } = await bundle(
      packed().folder,
      'import { staking } from "stakeweight-sdk"; console.log(staking.weightOf);',
    );
    expect(abisIn(inputs)).to.deep.equal(["generated/abi/StakeWeight.js", "generated/abi/WCT.js"]);
    expect(withZod(inputs)).to.deep.equal([]);
  });

  it("of one action has no other", async () => {
    const { inputs } = await bundle(
      packed().folder,
      'import { weightOf } from "stakeweight-sdk/staking"; console.log(weightOf);',
    );
    // What enumerations call their values is needed for the sentences of errors.
    const actions = inputs.filter((file) => /^generated\/actions\/.*(?<!types\.js)$/.test(file)).sort();
    expect(actions).to.deep.equal([
      "generated/actions/stakeWeight/contract.js",
      "generated/actions/stakeWeight/weightOf.js",
    ]);
  });

  it("that connects, stakes and explains errors is as small as the readme says", async () => {
    const { bytes } = await bundle(
      packed().folder,
      'import { connect } from "stakeweight-sdk"; import { stake } from "stakeweight-sdk/staking"; console.log(connect, stake);',
    );
    const readme = readFileSync(path.join(sdkFolder, "README.md"), "utf8");
    const limit = Number(/less than (\d+) kB/.exec(readme)?.[1]) * 1000;
    expect(bytes).to.be.within(limit - 10_000, limit);
  });

  it("that connects has the recorded deployments, but no validation", async () => {
    const { inputs } = await bundle(
      packed().folder,
      'import { connect } from "stakeweight-sdk"; console.log(connect);',
    );
    expect(inputs).to.include("generated/deployments.js");
    expect(withZod(inputs)).to.deep.equal([]);
    expect(abisIn(inputs)).to.deep.equal([]);
  });

  it("that registers has the validation", async () => {
    const { inputs } = await bundle(
      packed().folder,
      'import { register } from "stakeweight-sdk"; console.log(register);',
    );
    expect(withZod(inputs)).not.to.deep.equal([]);
  });
});
