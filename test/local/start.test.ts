import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { JsonRpcProvider, parseEther, Wallet } from "ethers";
import { isPortFree } from "../../scripts/local/isPortFree";
import { LOCAL_HOST } from "../../scripts/local/startNode";
import { RewardDistributor__factory, StakeWeight__factory, WCT__factory } from "../../typechain-types";
import { freePort } from "../support/freePort";
import { root, type Run, runProgram } from "../support/runProgram";

const host = LOCAL_HOST;

/** What `npm run roles` hands to Hardhat. */
const roleCheck = ["run", "--no-compile", "scripts/roles.ts"];

/** Waits, for what takes a moment after a process has been killed. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("it did not come to pass within 10 seconds");
}

describe("npm start", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "scenario-"));
  const smallScenario = path.join(folder, "small.json");
  /** Apart from deployments/, which belongs to whoever runs `npm start` meanwhile. */
  const records = path.join(folder, "deployments");
  const running = new Set<ChildProcess>();
  let port: number;

  /** The text of the project's own scenario, of which the first 16 steps are enough here. */
  function smallText(): string {
    const lines = readFileSync(path.join(root, "scripts/local/scenario.json"), "utf8").split("\n");
    return `${lines.slice(0, 17).join("\n").slice(0, -1)}\n]}\n`;
  }

  function start(...args: string[]): Run {
    const started = runProgram("scripts/local/start.ts", ["--port", String(port), ...args], {
      DEPLOYMENTS_FOLDER: records,
    });
    running.add(started.child);
    return started;
  }

  before(() => {
    writeFileSync(smallScenario, smallText());
  });

  beforeEach(async () => {
    port = await freePort();
  });

  afterEach(() => {
    for (const child of running) child.kill("SIGKILL");
    running.clear();
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("replays the scenario, prints what became of it, and ends with --exit", async () => {
    const started = start(smallScenario, "--exit");
    expect(await started.exit, started.output()).to.equal(0);
    const output = started.output();
    expect(output).to.contain("16 steps, all as expected");
    expect(output).to.match(/12\/16 {2}Thu .* 00:00:00 {2}account 0 claims: 11,718\.75 WCT/);
    expect(output).to.match(/15\/16 .* account 2 relocks, preset 12 {2}✗ PresetTooShort/);
    expect(output).to.match(/^ {2}\S+ +124,401\.91 +24,880\.38 +9,952\.15 +– +– +159,234\.45$/m);
    expect(output).to.match(/^ {2}sum +45,000\.00 +11,718\.75 +6,587\.49 +– +– +– +18,306\.24$/m);
    expect(output).to.match(/nobody had weight: its 5,000\.00 WCT went to the next one/);
    expect(output).to.match(/^ {2}2 +Unlocking +26 weeks/m);
    expect(output).to.match(/24\/24 .* epoch \d+: 7 of 7 reports, 21 nodes scored, 1,055\.12 WCT earned$/m);
    expect(output).to.contain("24 steps of 25 nodes");
    expect(output).to.match(/^ {2}\S+ +\d+ +4 of 7 +missed +– +– +1,311\.77 +– +1,311\.77$/m);
    expect(output).to.match(/^ {2}9 +0x\S+ +Confined +55\.0 % +97,033\.49 +264\.60 +– +– +260\.00$/m);
    expect(output).to.match(/^ {2}all +2,199,336\.27 +5,796\.19 +1,055\.12 +240\.00 +260\.00$/m);
    expect(output).to.match(/5 wallets registered, 2 certified; 10,000\.00 WCT funded for \S+ to \S+$/m);
    expect(output).to.match(/^Wallets: period \d+, \S+ to \S+, 7 of 7 reports, amounts in WCT$/m);
    expect(output).to.match(/^ {2}1 +0x\S+ +yes +2,400,000 +2,080\.92 +2,100\.00 +4,180\.92 +4,180\.92$/m);
    expect(output).to.contain("Budget 10,000.00 WCT: 5,964.74 paid, 4,035.26 rolled over to the next period.");
    const contracts = ["StakeWeight", "NodeRegistry", "NodeIdentities", "PerformanceOracle", "NodeRewards"];
    for (const contract of [...contracts, "WalletRewards"]) {
      expect(output).to.match(new RegExp(`^ {2}${contract} +0x[0-9a-fA-F]{40}$`, "m"));
    }
    expect(output).to.match(/^ {2}guardian +0x[0-9a-fA-F]{40}$/m);
    expect(output).to.contain(`http://${host}:${port}`);
    expect(output).not.to.contain("Up and running");
    const tooLong = output.split("\n").filter((line) => line.length > 100 && !line.includes(folder));
    expect(tooLong, "lines of more than 100 characters").to.deep.equal([]);
    expect(await isPortFree(host, port)).to.equal(true);
  });

  it("ends with exit code 1 when the chain deviates, and leaves no node", async () => {
    const file = path.join(folder, "tampered.json");
    writeFileSync(file, smallText().replace('"paid":"11718', '"paid":"21718'));
    const started = start(file);
    expect(await started.exit).to.equal(1);
    expect(started.output()).to.match(
      /error: .*tampered\.json, step 12 \(account 0 claims\): paid: expected 21718\d+ to 21718\d+, the chain says 11718\d+\n$/,
    );
    expect(await isPortFree(host, port)).to.equal(true);
  });

  it("refuses a malformed file with its line, before any node is started", async () => {
    const file = path.join(folder, "malformed.json");
    writeFileSync(file, smallText().replace('"args":["250000000000000000000000","104"]', '"args":["2.5","104"]'));
    const started = start(file);
    expect(await started.exit).to.equal(1);
    expect(started.output()).to.equal(
      `\nerror: ${file}, line 3: step 2: an amount in wei must be a whole number, written as a string of digits\n`,
    );
    expect(await isPortFree(host, port)).to.equal(true);
  });

  it("refuses a file that does not exist", async () => {
    const started = start("no-such.json");
    expect(await started.exit).to.equal(1);
    expect(started.output()).to.equal("\nerror: no-such.json: there is no such file\n");
  });

  it("refuses more accounts than the chain has, before any node is started", async () => {
    const file = path.join(folder, "crowded.json");
    writeFileSync(file, JSON.stringify({ name: "crowded", accounts: 37, start: 0, ops: [] }));
    const started = start(file);
    expect(await started.exit).to.equal(1);
    expect(started.output()).to.contain("37 accounts, a local chain has 36 to spare");
  });

  it("says so when the port is taken", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, host, resolve));
    const started = start("--exit");
    expect(await started.exit).to.equal(1);
    expect(started.output()).to.equal(
      `\nerror: port ${port} is in use: stop what listens there, or choose another with --port\n`,
    );
    await new Promise((resolve) => server.close(resolve));
  });

  it("refuses a port that is none", async () => {
    const started = runProgram("scripts/local/start.ts", ["--port", "70000"]);
    expect(await started.exit).to.equal(1);
    expect(started.output()).to.contain("It must be a number from 1 to 65535.");
  });

  it("tells about itself with --help", async () => {
    const started = start("--help");
    expect(await started.exit).to.equal(0);
    expect(started.output()).to.contain("Usage: npm start -- [options] [scenario]").and.to.contain("--exit");
  });

  it("leaves no node behind when it is killed", async () => {
    const started = start(smallScenario);
    await started.printed("node listens");
    started.child.kill("SIGKILL");
    await eventually(() => isPortFree(host, port));
  });

  it("ends in the middle of a replay on SIGINT", async () => {
    const started = start(smallScenario);
    await started.printed(" 2/16");
    started.child.kill("SIGINT");
    expect(await started.exit).to.equal(130);
    expect(started.output()).not.to.contain("error");
    expect(await isPortFree(host, port)).to.equal(true);
  });

  it("stays up for wallets and scripts until SIGINT", async () => {
    const started = start(smallScenario);
    await started.printed("Up and running");
    const output = started.output();
    const addressOf = (name: string) => new RegExp(`^ {2}${name} +(0x\\w{40})$`, "m").exec(output)![1]!;
    const keyOf = (name: string) => new RegExp(`^ {2}${name} +0x\\w{40}\\n +(0x\\w{64})$`, "m").exec(output)![1]!;

    // The clock is at the present and goes on.
    const provider = new JsonRpcProvider(`http://${host}:${port}`, undefined, { cacheTimeout: -1 });
    const clock = async () => (await provider.getBlock("latest"))!.timestamp;
    const present = Date.now() / 1000;
    expect(await clock()).to.be.closeTo(present, 30);

    const user = new Wallet(keyOf("account 0"), provider);
    const distributor = RewardDistributor__factory.connect(addressOf("RewardDistributor"), user);
    const token = WCT__factory.connect(addressOf("WCT"), user);
    const due = await distributor.claimable(user);
    expect(due).to.be.above(parseEther("20000"));
    const balance = await token.balanceOf(user);
    await (await distributor.claim(user)).wait();
    expect((await token.balanceOf(user)) - balance).to.equal(due);
    expect(await clock()).to.be.closeTo(Date.now() / 1000, 30);

    const guest = new Wallet(keyOf("guest"), provider);
    const stakeWeight = StakeWeight__factory.connect(addressOf("StakeWeight"), guest);
    const snippet = await runSnippet(output);
    expect(snippet).to.equal("stake weight: 248.803827751196172248\n");
    expect(await stakeWeight.weightOf(guest)).to.equal((parseEther("1000") * 52n) / 209n);
    // An estimate made within the second of the last change is too low for any later second, so none is used.
    await (await stakeWeight.initiateUnlock({ gasLimit: 500_000n })).wait();
    expect((await stakeWeight.positionOf(guest)).state).to.equal(2n);
    provider.destroy();

    const check = runProgram(
      require.resolve("hardhat/internal/cli/bootstrap"),
      [...roleCheck, "--network", "localhost"],
      {
        DEPLOYMENTS_FOLDER: records,
        LOCAL_RPC_URL: `http://${host}:${port}`,
      },
    );
    expect(await check.exit, check.output()).to.equal(0);
    expect(check.output()).to.match(/✓ +StakeWeight +DEFAULT_ADMIN_ROLE +Timelock /);
    expect(check.output()).to.match(/✓ +NodeRewards +GUARDIAN_ROLE +guardian /);
    expect(check.output()).to.match(/\d+ rights on localhost, exactly those of docs\/roles\.md/);

    started.child.kill("SIGINT");
    expect(await started.exit).to.equal(0);
    expect(await isPortFree(host, port)).to.equal(true);
  });

  /** Runs the printed script, from a folder that is not under version control. */
  async function runSnippet(output: string): Promise<string> {
    const [snippet] = /^import \{ JsonRpcProvider[^]*?^void main\(\);$/m.exec(output)!;
    const file = path.join(root, "cache", `snippet-${port}.ts`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, snippet);
    try {
      const script = runProgram(file, []);
      await script.exit;
      return script.output();
    } finally {
      rmSync(file);
    }
  }
});
