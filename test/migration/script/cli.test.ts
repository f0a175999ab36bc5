import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import hre, { ethers } from "hardhat";
import { TASK_NODE_CREATE_SERVER } from "hardhat/builtin-tasks/task-names";
import { PLAIN_LOCKS, readyToMigrate } from "../../support/migrating";
import { onFreshChain } from "../../support/onFreshChain";

const root = path.join(__dirname, "..", "..", "..");

/** Runs `npm run migrate` without npm, in a folder of its own. */
function migrate(folder: string, args: string[], environment: NodeJS.ProcessEnv = {}) {
  const program = path.join(root, "scripts/migrate.ts");
  const loader = require.resolve("ts-node/register/transpile-only");
  const child = spawn(process.execPath, ["--require", loader, program, ...args], {
    cwd: folder,
    env: {
      ...process.env,
      NO_COLOR: "1",
      MIGRATOR_PRIVATE_KEY: "",
      TS_NODE_PROJECT: path.join(root, "tsconfig.json"),
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise<{ exitCode: number | null; output: string }>((resolve) => {
    child.once("close", (exitCode) => {
      resolve({ exitCode, output });
    });
  });
}

describe("npm run migrate on the command line", () => {
  let folder: string;
  const someone = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
  const given = ["--legacy", someone, "--stake-weight", someone];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "migrate-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("tells about itself with --help", async () => {
    const { exitCode, output } = await migrate(folder, ["--help"]);
    expect(exitCode).to.equal(0);
    expect(output).to.contain("Usage: npm run migrate -- [options]").and.to.contain("MIGRATOR_PRIVATE_KEY");
  });

  it("names each address that is missing, and the option that gives it", async () => {
    const { exitCode, output } = await migrate(folder, ["--network", "nowhere"]);
    expect(exitCode).to.equal(2);
    expect(output).to.match(/deployments\/nowhere\/LegacyStakeWeight\.json does not exist: give .* with --legacy\n/);
    expect(output).to.match(/deployments\/nowhere\/StakeWeight\.json does not exist: give .* with --stake-weight\n/);
  });

  it("names the line of a bad accounts file", async () => {
    writeFileSync(path.join(folder, "owners"), `${someone}\nalice\n`);
    const { exitCode, output } = await migrate(folder, [...given, "--accounts", "owners", "--dry-run"]);
    expect(exitCode).to.equal(2);
    expect(output).to.equal('\nerror: owners, line 2: "alice" is not an address\n');
  });

  for (const [title, args, message] of [
    ["an option that there is not", ["--key", "0x12"], "unknown option '--key'"],
    ["a batch size that is none", ["--batch-size", "0"], "It must be a whole number from 1 to 300."],
    ["an address that is none", ["--legacy", "alice"], "It must be an address."],
    ["an RPC that is none", ["--rpc", "ftp://host"], "It must be an http(s) URL."],
    ["a file that there is not", [...given, "--accounts", "none"], "none cannot be read (ENOENT)"],
    ["a network without an RPC", [...given, "--network", "someChain", "--yes"], "--rpc, or in SOME_CHAIN_RPC_URL"],
    ["nobody to ask", given, "nobody to ask for a confirmation: use --yes, or --dry-run"],
  ] as const) {
    it(`refuses ${title} with exit code 2`, async () => {
      const { exitCode, output } = await migrate(folder, [...args]);
      expect(output).to.contain(message);
      expect(exitCode).to.equal(2);
    });
  }

  it("says so when no node answers, without the path, which may be a key", async () => {
    const { exitCode, output } = await migrate(folder, [...given, "--dry-run", "--rpc", "http://127.0.0.1:9/secret"]);
    expect(output).to.equal("\nerror: the RPC at 127.0.0.1:9 does not answer (ECONNREFUSED): check --rpc\n");
    expect(exitCode).to.equal(1);
  });

  describe("on a live node", () => {
    onFreshChain();

    let server: { listen(): Promise<{ port: number }>; close(): Promise<void> };
    let rpc: string;

    before(async () => {
      server = (await hre.run(TASK_NODE_CREATE_SERVER, {
        hostname: "127.0.0.1",
        port: 0,
        provider: hre.network.provider,
      })) as typeof server;
      rpc = `http://127.0.0.1:${(await server.listen()).port}`;
    });

    after(() => server.close());

    it("dry-runs, migrates, writes the report, and does nothing the second time", async () => {
      const { addresses } = await loadFixture(readyToMigrate);
      const args = ["--rpc", rpc, "--legacy", addresses.legacy, "--stake-weight", addresses.stakeWeight];
      const before = await ethers.provider.getBlockNumber();

      const dry = await migrate(folder, [...args, "--dry-run"]);
      expect(dry.exitCode, dry.output).to.equal(0);
      expect(dry.output).to.contain("201 locks").and.to.contain("A dry run: nothing was sent.");
      expect(await ethers.provider.getBlockNumber()).to.equal(before);
      expect(readdirSync(folder)).to.deep.equal([]);

      const run = await migrate(folder, [...args, "--yes"]);
      expect(run.exitCode, run.output).to.equal(0);
      expect(run.output).to.contain("batch 3/3").and.to.contain("Complete: everything that can be moved was moved");
      expect(await ethers.provider.getBlockNumber()).to.equal(before + 3);
      expect(readdirSync(folder)).to.deep.equal(["migration-report.json"]);
      const report = JSON.parse(readFileSync(path.join(folder, "migration-report.json"), "utf8")) as {
        complete: boolean;
        totals: { moved: { locks: number } };
      };
      expect(report.complete).to.equal(true);
      expect(report.totals.moved.locks).to.equal(PLAIN_LOCKS + 1);

      const again = await migrate(folder, [...args, "--yes", "--report", "again.json"]);
      expect(again.exitCode, again.output).to.equal(0);
      expect(again.output).to.contain("Nothing to move.");
      expect(await ethers.provider.getBlockNumber()).to.equal(before + 3);
    });

    it("sends from the key of the environment, and never shows it", async () => {
      const { addresses, deployer } = await loadFixture(readyToMigrate);
      const wallet = ethers.Wallet.createRandom();
      const args = ["--rpc", rpc, "--legacy", addresses.legacy, "--stake-weight", addresses.stakeWeight, "--yes"];
      const key = { MIGRATOR_PRIVATE_KEY: wallet.privateKey };
      const poor = await migrate(folder, args, key);
      expect(poor.exitCode).to.equal(1);
      expect(poor.output).to.contain("does not have enough ether");
      await deployer.sendTransaction({ to: wallet.address, value: ethers.parseEther("1") });
      const run = await migrate(folder, args, key);
      expect(run.exitCode, run.output).to.equal(0);
      expect(run.output).to.contain(`sent by ${wallet.address}`).and.not.to.contain(wallet.privateKey.slice(2, 20));

      const bad = await migrate(folder, args, { MIGRATOR_PRIVATE_KEY: "0x1234" });
      expect(bad.exitCode).to.equal(2);
      expect(bad.output).to.equal("\nerror: the environment variable MIGRATOR_PRIVATE_KEY is not a private key\n");
    });
  });
});
