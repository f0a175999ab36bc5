import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { parseEther, type Wallet } from "ethers";
import { rewards, staking, time } from "../src/index.js";
import { type TestChain, useChain } from "./support/chain.js";
import { becomeVoter, proposeAs } from "./support/governance.js";
import { link, runBin, runProgram, sdkFolder, usePackedSdk } from "./support/packedSdk.js";
import { send } from "./support/send.js";

const WEEK = 604_800;

/** What stands before an example: the examples' `signer`. */
type Given = (chain: TestChain) => Promise<Wallet>;

const withTokens: Given = async ({ wallets, give }) => {
  await give(wallets[5]!.address, parseEther("10000"));
  return wallets[5]!;
};

const withPosition: Given = async (chain) => {
  const wallet = await withTokens(chain);
  const connection = await chain.connectAs(wallet);
  for (const call of await staking.prepareStake(connection, { amount: parseEther("5000"), presetWeeks: 104 })) {
    await send(call);
  }
  return wallet;
};

const withReward: Given = async (chain) => {
  const wallet = await withPosition(chain);
  const { end } = await time.nextPeriod(await chain.connectAs(wallet));
  const deployer = await chain.connectAs(chain.wallets[0]!);
  for (const call of await rewards.prepareFund(deployer, { weekStart: end, amountPerWeek: parseEther("100") })) {
    await send(call);
  }
  await chain.warpTo(Number(end) + WEEK + 1);
  return wallet;
};

const withProposal: Given = async (chain) => {
  const voter = await becomeVoter(chain);
  const { snapshot } = await proposeAs(chain, voter);
  await chain.warpTo(snapshot + 1);
  return chain.wallets.find(({ address }) => address === voter.account)!;
};

/** By the heading above it: what stands before the example, and what it prints. */
const cases: Record<string, { given: Given; prints: RegExp }> = {
  Connect: { given: withPosition, prints: /^Locked 2,488\.04 \d+n$/ },
  Stake: { given: withTokens, prints: /^weight: 248\.80/ },
  "Preview an unlock": { given: withPosition, prints: /^ends .* loses at once \d+n wei(.*\n){100}/ },
  Rewards: { given: withReward, prints: /^\d+n \d+n\n[\d.]+ % a year\n/ },
  Vote: { given: withProposal, prints: /0n 0n$/ },
  History: { given: withPosition, prints: /^\d{4}-.*Z StakeWeight \w+ {/ },
  "Nodes and wallets": { given: withTokens, prints: /^\[\]$/ },
  Errors: { given: withTokens, prints: /5.* 5n$/s },
  "A deployment of your own": { given: withTokens, prints: /^local$/ },
  "With viem and wagmi": { given: withPosition, prints: /^2488\d{18}n$/ },
};

const readme = readFileSync(path.join(sdkFolder, "README.md"), "utf8");
const examples = readme.split(/^## /m).flatMap((section) => {
  const heading = section.slice(0, section.indexOf("\n"));
  return [...section.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => ({ heading, code: code! }));
});

/** What the examples take as given, as global variables that each may declare anew. */
const prelude = `
import { JsonRpcProvider, Wallet } from "ethers";
import { type Connection, connect } from "stakeweight-sdk";

declare global {
  var rpcUrl: string;
  var provider: JsonRpcProvider;
  var signer: Wallet;
  var connection: Connection;
  var account: \`0x\${string}\`;
  var stakeWeightAddress: \`0x\${string}\`;
}
globalThis.rpcUrl = process.env.RPC_URL!;
// A local chain mines at once: what ethers remembers for a moment is old by then.
globalThis.provider = new JsonRpcProvider(rpcUrl, undefined, { cacheTimeout: -1, pollingInterval: 20 });
globalThis.signer = new Wallet(process.env.PRIVATE_KEY!, provider);
globalThis.connection = await connect({ runner: signer });
globalThis.account = connection.account as \`0x\${string}\`;
globalThis.stakeWeightAddress = connection.deployment.contracts.StakeWeight!.address as \`0x\${string}\`;
process.once("beforeExit", () => provider.destroy());
`;

describe("the readme's examples", function () {
  this.timeout(120_000);
  const chain = useChain();
  const packed = usePackedSdk();
  let folder: string;

  before(async () => {
    folder = path.join(packed().folder, "readme");
    mkdirSync(path.join(folder, "node_modules"), { recursive: true });
    link(folder, ["viem", "@types/node"]);
    writeFileSync(path.join(folder, "prelude.mts"), prelude);
    for (const [index, { code }] of examples.entries()) {
      writeFileSync(path.join(folder, `example${index}.mts`), `${code}\nexport {};\n`);
    }
    cpSync(path.join(sdkFolder, "deployments", "31337.json"), path.join(folder, "deployment.json"));
    const compilerOptions = { module: "nodenext", target: "es2022", strict: true, skipLibCheck: true, types: ["node"] };
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.mts"] }));
    await runBin("tsc", ["--project", "tsconfig.json"], folder);
  });

  it("are all run", () => {
    expect(examples.map(({ heading }) => heading)).to.deep.equal(Object.keys(cases));
  });

  for (const [index, { heading }] of examples.entries()) {
    it(heading, async () => {
      const { given, prints } = cases[heading]!;
      const wallet = await given(chain());
      const printed = await runProgram(process.execPath, ["--import", "./prelude.mjs", `example${index}.mjs`], {
        cwd: folder,
        env: { RPC_URL: chain().url, PRIVATE_KEY: wallet.privateKey },
      });
      expect(printed.trim()).to.match(prints);
    });
  }
});
