import { stripVTControlCharacters } from "node:util";
import { loadFixture, setBalance } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { expect } from "chai";
import { parseUnits, type TransactionRequest } from "ethers";
import { ethers, network } from "hardhat";
import {
  formatMigration,
  formatObstacles,
  formatPlan,
  formatSimulated,
} from "../../../scripts/migration/formatMigration";
import type { MigrationListener } from "../../../scripts/migration/migrate";
import type { Plan } from "../../../scripts/migration/planMigration";
import type { Obstacle } from "../../../scripts/migration/preflight";
import { type Report, stringifyReport } from "../../../scripts/migration/report";
import { type BatchResult } from "../../../scripts/migration/runMigration";
import { WCT } from "../../support/amounts";
import { deployLegacy } from "../../support/legacy";
import {
  firstGenerationLocks,
  laterGenerationLocks,
  type MigratingFixture,
  PLAIN_LOCKS,
  readyToMigrate,
  withoutLocks,
} from "../../support/migrating";
import { onFreshChain } from "../../support/onFreshChain";
import { nextAt, WEEK } from "../../support/time";

/** Stands for the operator's machine going down. */
class Killed extends Error {}

/** What a report says of the chain, without that of its run. */
function outcomeOf({ totals, accounts, complete, checks }: Report) {
  const lasting = accounts.map(({ transactionHash, ...account }) => ({
    ...account,
    isGone: transactionHash !== null,
  }));
  return { totals, accounts: lasting, complete, checks };
}

/** What cannot have changed if nothing was sent. */
async function sentSoFar({ deployer }: { deployer: { address: string } }) {
  return [await ethers.provider.getBlockNumber(), await ethers.provider.getTransactionCount(deployer.address)];
}

/** The plan and the obstacles that a run tells. */
function listening() {
  const told: { plan?: Plan; obstacles?: Obstacle[]; results: BatchResult[] } = { results: [] };
  const listener: MigrationListener = {
    onPlan: (plan, obstacles) => {
      told.plan = plan;
      told.obstacles = obstacles;
    },
    onVerified: (result) => {
      told.results.push(result);
    },
  };
  return { told, listener };
}

/** The signer, for whom something else happens between the simulation of the `number`-th transaction and its sending. */
function actingBefore(signer: HardhatEthersSigner, number: number, act: () => Promise<void>): HardhatEthersSigner {
  let sent = 0;
  const sendTransaction = async (transaction: TransactionRequest) => {
    if (++sent === number) await act();
    return signer.sendTransaction(transaction);
  };
  return Object.create(signer, { sendTransaction: { value: sendTransaction } }) as HardhatEthersSigner;
}

async function expectRefusal(run: Promise<unknown>, ...messages: (string | RegExp)[]): Promise<void> {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(Error).with.property("name", "MigrationError");
  for (const message of messages) {
    if (typeof message === "string") expect((error as Error).message).to.contain(message);
    else expect((error as Error).message).to.match(message);
  }
}

/** Runs until it ends by itself, killed after every batch, or in the middle of each. */
async function runKilled(fixture: MigratingFixture, when: "onSent" | "onVerified") {
  const kill = () => {
    throw new Killed();
  };
  for (let kills = 0; ; kills++) {
    expect(kills).to.be.below(20);
    try {
      return { report: await fixture.run({ listener: { [when]: kill } }), kills };
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
}

for (const { name, fixture } of [
  { name: "first", fixture: firstGenerationLocks },
  { name: "later", fixture: laterGenerationLocks },
]) {
  describe(`npm run migrate, ${name} generation`, () => {
    onFreshChain();

    const statuses = {
      PositionExists: { locks: 2, amount: 200n * WCT },
      NotBacked: { locks: 2, amount: 250n * WCT },
      EndNotWeekStart: { locks: 1, amount: 100n * WCT },
      EndTooLate: { locks: 1, amount: 100n * WCT },
    };

    it("tells in a dry run before the upgrade what is there and what has to be done, and sends nothing", async () => {
      const contracts = await loadFixture(fixture);
      const before = await sentSoFar(contracts);
      const { told, listener } = listening();
      const report = await contracts.dryRun({ listener });
      expect(await sentSoFar(contracts)).to.deep.equal(before);
      expect(told.obstacles!.map((obstacle) => obstacle.name)).to.deep.equal(["notUpgraded", "missingRole"]);
      expect(told.obstacles![0]!.message)
        .to.contain(contracts.admin.address)
        .and.to.contain(`upgradeAndCall(${contracts.addresses.legacy}`);
      expect(told.obstacles![1]!.message).to.contain(contracts.admin.address).and.to.contain("grantRole(");
      expect(told.plan!.batches.map((batch) => batch.length)).to.deep.equal([50, 50, 50, 50, 1]);
      expect(report.complete).to.equal(false);
      expect(report.dryRun).to.equal(true);
      expect(report.totals.left.byStatus).to.deep.include(statuses);
      expect(report.totals.left.byStatus.Ready!.locks).to.equal(PLAIN_LOCKS + 1);
      expect(report.totals.supply).to.equal(report.totals.left.amount);
      expect(report.run.simulated).to.deep.equal([]);
    });

    it("computes the same statuses before the upgrade as the bridge tells after it", async () => {
      const contracts = await loadFixture(fixture);
      const computed = await contracts.dryRun();
      await contracts.upgrade();
      const told = await contracts.dryRun();
      expect(told.accounts).to.deep.equal(computed.accounts);
    });

    it("simulates every batch in a dry run after the upgrade, and sends nothing", async () => {
      const contracts = await loadFixture(fixture);
      await contracts.upgrade();
      await contracts.grant();
      const before = await sentSoFar(contracts);
      const { told, listener } = listening();
      const report = await contracts.dryRun({ listener });
      expect(await sentSoFar(contracts)).to.deep.equal(before);
      expect(told.obstacles).to.deep.equal([]);
      expect(report.run.simulated.map(({ failure }) => failure)).to.deep.equal(Array(5).fill(undefined));
      expect(report.run.simulated.reduce((sum, { moved }) => sum + moved, 0n)).to.equal(told.plan!.amount);
    });

    it("moves everything that can be moved, and verifies it", async () => {
      const contracts = await loadFixture(fixture);
      const { stakeWeight, token, addresses } = contracts;
      await contracts.upgrade();
      await contracts.grant();
      const staked = await stakeWeight.totalStaked();
      const { told, listener } = listening();
      const report = await contracts.run({ listener });
      expect(report.checks.filter(({ holds }) => !holds)).to.deep.equal([]);
      expect(report.complete).to.equal(true);
      expect(report.totals.moved).to.deep.equal({ locks: PLAIN_LOCKS + 1, amount: told.plan!.amount });
      expect(report.totals.left.byStatus).to.deep.equal(statuses);
      expect(report.totals.supply).to.equal(650n * WCT);
      expect(report.totals.surplus).to.equal(7n * WCT);
      expect(report.totals.tokenBalance).to.equal(await token.balanceOf(addresses.legacy));
      expect(report.run.tokenBalanceBefore - report.totals.tokenBalance).to.equal(told.plan!.amount);
      expect(await stakeWeight.totalStaked()).to.equal(staked + told.plan!.amount);
      expect(report.run.verified).to.deep.equal({ byState: PLAIN_LOCKS + 1, byEvents: 0 });
      expect(report.accounts.length).to.equal(PLAIN_LOCKS + 7);
      expect(told.results.map(({ number }) => number)).to.deep.equal([1, 2, 3, 4, 5]);
    });

    it("puts locks of the same end into the same batches", async () => {
      const contracts = await loadFixture(fixture);
      const { told, listener } = listening();
      await contracts.dryRun({ listener });
      const ends = told.plan!.batches.flat().map(({ end }) => end);
      expect(ends).to.deep.equal([...ends].sort((a, b) => Number(a - b)));
    });

    for (const when of ["onSent", "onVerified"] as const) {
      it(`ends the same when it is killed ${when === "onSent" ? "after sending" : "after"} every batch`, async () => {
        const whole = await loadFixture(fixture);
        await whole.upgrade();
        await whole.grant();
        const expected = outcomeOf(await whole.run());
        const contracts = await loadFixture(fixture);
        await contracts.upgrade();
        await contracts.grant();
        const { report, kills } = await runKilled(contracts, when);
        expect(kills).to.equal(5);
        expect(outcomeOf(report)).to.deep.equal(expected);
        expect(report.complete).to.equal(true);
        expect(report.run.verified).to.deep.equal({ byState: PLAIN_LOCKS + 1, byEvents: 0 });
      });
    }
  });
}

describe("npm run migrate", () => {
  onFreshChain();

  describe("when run again", () => {
    it("sends nothing and reports the same", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const first = await contracts.run();
      const before = await sentSoFar(contracts);
      const second = await contracts.run({ confirm: () => Promise.reject(new Error("nothing to ask")) });
      expect(await sentSoFar(contracts)).to.deep.equal(before);
      expect(outcomeOf(second)).to.deep.equal(outcomeOf(first));
      expect(second.run.averageGasPerLock).to.equal(null);
    });

    it("still reports when the role is gone and StakeWeight paused", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const { stakeWeight, admin, pauser, addresses } = contracts;
      await contracts.run();
      await stakeWeight.connect(admin).revokeRole(await stakeWeight.MIGRATOR_ROLE(), addresses.legacy);
      await stakeWeight.connect(pauser).pause();
      expect((await contracts.run()).complete).to.equal(true);
    });

    it("tells what owners did by themselves", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const { odd, bridge, thursday } = contracts;
      await contracts.run();
      await bridge.connect(odd["with a position"]).join();
      await nextAt(thursday + 300n * WEEK);
      await bridge.connect(odd["partly backed"]).withdraw();
      const report = await contracts.run();
      expect(report.totals.joined).to.deep.equal({ locks: 1, amount: 100n * WCT });
      expect(report.totals.withdrawn).to.deep.equal({ locks: 1, amount: 100n * WCT });
      // By now, its end is no longer too late.
      expect(report.totals.moved.locks).to.equal(PLAIN_LOCKS + 2);
      expect(report.complete).to.equal(true);
      const outcomeOfOwner = (account: { address: string }) =>
        report.accounts.find((reported) => reported.account === account.address)!.outcome;
      expect(outcomeOfOwner(odd["with a position"])).to.equal("joined");
      expect(outcomeOfOwner(odd["partly backed"])).to.equal("withdrawn");
      expect(outcomeOfOwner(odd["too late"])).to.equal("moved");
    });
  });

  describe("when owners act between the plan and their batch", () => {
    it("goes on and tells", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const { token, stakeWeight, deployer, bridge } = contracts;
      let acted: string[] = [];
      const { told, listener } = listening();
      const report = await contracts.run({
        listener: {
          ...listener,
          onPlan: (plan, obstacles) => {
            listener.onPlan!(plan, obstacles);
            acted = plan.batches[1]!.slice(0, 2).map(({ account }) => account);
          },
        },
        confirm: async () => {
          const staker = await ethers.getImpersonatedSigner(acted[0]!);
          await token.connect(deployer).transfer(staker, WCT);
          await token.connect(staker).approve(stakeWeight, WCT);
          await stakeWeight.connect(staker).stake(WCT, 104n);
          await bridge.migrate([acted[1]!]);
          return true;
        },
      });
      expect(told.results[1]!.left).to.deep.equal([{ account: acted[0], status: "PositionExists" }]);
      expect(told.results[1]!.gone).to.deep.equal([acted[1]]);
      expect(report.complete).to.equal(true);
      expect(report.totals.moved.locks).to.equal(PLAIN_LOCKS);
      expect(report.run.verified.byState).to.equal(PLAIN_LOCKS);
    });

    it("sends no batch of which nothing is left", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const { bridge, deployer } = contracts;
      const { told, listener } = listening();
      const report = await contracts.run({
        listener,
        batchSize: 100,
        confirm: async (plan) => {
          await bridge.connect(deployer).migrate(plan.batches[0]!.map(({ account }) => account));
          return true;
        },
      });
      expect(told.results[0]!.transaction).to.equal(undefined);
      expect(told.results[0]!.gone.length).to.equal(100);
      expect(report.run.batches.map(({ transactionHash }) => transactionHash === null)).to.deep.equal([
        true,
        false,
        false,
      ]);
      expect(report.complete).to.equal(true);
    });
  });

  describe("given no locks", () => {
    it("is complete and sends nothing", async () => {
      const contracts = await loadFixture(withoutLocks);
      const before = await sentSoFar(contracts);
      const report = await contracts.run();
      expect(await sentSoFar(contracts)).to.deep.equal(before);
      expect(report.complete).to.equal(true);
      expect(report.accounts).to.deep.equal([]);
      expect((await contracts.dryRun()).complete).to.equal(true);
    });
  });

  describe("refuses", () => {
    it("before the upgrade", async () => {
      const contracts = await loadFixture(laterGenerationLocks);
      const before = await sentSoFar(contracts);
      await expectRefusal(contracts.run(), "does not run the bridge", "upgradeAndCall", "grantRole");
      expect(await sentSoFar(contracts)).to.deep.equal(before);
    });

    it("without the role", async () => {
      const contracts = await loadFixture(laterGenerationLocks);
      await contracts.upgrade();
      await expectRefusal(
        contracts.run(),
        /^The legacy proxy may not open positions: the administrator \(0x\w+\) has to/,
      );
      const report = await contracts.dryRun();
      expect(report.run.simulated[0]!.failure).to.match(/^AccessControlUnauthorizedAccount\(0x/);
    });

    it("while StakeWeight is paused", async () => {
      const contracts = await loadFixture(readyToMigrate);
      await contracts.stakeWeight.connect(contracts.pauser).pause();
      await expectRefusal(contracts.run(), /^StakeWeight 0x\w+ is paused: .* has to call unpause\(\)\.$/);
    });

    it("a bridge to another StakeWeight", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const { token, admin, deployer, addresses } = contracts;
      const implementation = await ethers.deployContract("StakeWeight", [await token.getAddress()]);
      const other = await ethers.deployContract("TransparentUpgradeableProxy", [
        await implementation.getAddress(),
        admin.address,
        implementation.interface.encodeFunctionData("initialize", [deployer.address]),
      ]);
      const run = contracts.run({ addresses: { ...addresses, stakeWeight: await other.getAddress() } });
      await expectRefusal(run, `moves locks to ${addresses.stakeWeight}, not to`, "--stake-weight");
    });

    it("another token", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const { admin, deployer, addresses } = contracts;
      const token = await ethers.deployContract("WCT", [deployer.address, 10n * WCT]);
      const legacy = await deployLegacy({ token, generation: 1, admin });
      const run = contracts.run({ addresses: { ...addresses, legacy: legacy.addresses.stakeWeight } });
      await expectRefusal(run, `The legacy locks are of the token ${await token.getAddress()}`);
    });

    it("what is no legacy contract, or no StakeWeight", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const { addresses, token, deployer } = contracts;
      const run = (changed: Partial<typeof addresses>) => contracts.run({ addresses: { ...addresses, ...changed } });
      await expectRefusal(run({ legacy: await token.getAddress() }), "is not a legacy StakeWeight");
      await expectRefusal(run({ legacy: deployer.address }), "there is no contract at", "--legacy");
      await expectRefusal(run({ stakeWeight: await token.getAddress() }), "is not a StakeWeight");
    });

    it("to begin while owners are missing, until they are named", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const { told, listener } = listening();
      await contracts.dryRun({ listener });
      const logs = await ethers.provider.getLogs({ address: contracts.addresses.legacy, fromBlock: 0 });
      const owners = told.plan!.locks.map(({ account }) => account);
      // As if the first half of the history were lost.
      const fromBlock = logs[Math.floor(logs.length / 2)]!.blockNumber;
      await expectRefusal(
        contracts.run({ fromBlock }),
        /^The \d+ locks found hold .* \(\d+ wei\), the legacy contract's supply is .* \(\d+ wei\)\. Owners are missing/,
        "--accounts",
      );
      // Twice each, and some of them are found already.
      const report = await contracts.run({ fromBlock, accounts: [...owners, ...owners] });
      expect(report.complete).to.equal(true);
      expect(report.accounts.length).to.equal(owners.length);
    });

    it("to begin while tokens are missing", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const { token, addresses, deployer } = contracts;
      await setBalance(addresses.legacy, WCT);
      const thief = await ethers.getImpersonatedSigner(addresses.legacy);
      await token.connect(thief).transfer(deployer, 8n * WCT);
      await expectRefusal(contracts.run(), "1.00 WCT (1000000000000000000 wei) have to be sent back");
      await token.connect(deployer).transfer(addresses.legacy, WCT);
      expect((await contracts.run()).complete).to.equal(true);
    });

    it("to go on when nobody confirms", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const before = await sentSoFar(contracts);
      await expectRefusal(contracts.run({ confirm: () => Promise.resolve(false) }), "Not confirmed");
      expect(await sentSoFar(contracts)).to.deep.equal(before);
    });
  });

  describe("when a batch fails", () => {
    it("stops, tells the contract's own error, and reports what was done", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const { stakeWeight, pauser, admin, deployer } = contracts;
      const signer = actingBefore(deployer, 3, async () => {
        await stakeWeight.connect(pauser).pause();
      });
      const report = await contracts.run({ signer });
      expect(report.stopped).to.equal("batch 3 of 5 failed: EnforcedPause()");
      expect(report.complete).to.equal(false);
      expect(report.totals.moved.locks).to.equal(100);
      expect(stripVTControlCharacters(formatMigration(report))).to.contain("Stopped: batch 3 of 5 failed");

      await stakeWeight.connect(admin).unpause();
      const resumed = await contracts.run();
      expect(resumed.complete).to.equal(true);
      expect(resumed.totals.moved.locks).to.equal(PLAIN_LOCKS + 1);
    });

    it("tells the contract's own error of one that was mined, too", async () => {
      const contracts = await loadFixture(readyToMigrate);
      const { stakeWeight, pauser, deployer } = contracts;
      const signer = actingBefore(deployer, 2, async () => {
        await network.provider.send("evm_setAutomine", [false]);
        await stakeWeight.connect(pauser).pause({ gasLimit: 100_000n, maxPriorityFeePerGas: parseUnits("5", "gwei") });
      });
      const onSent = ({ number }: { number: number }) => {
        if (number !== 2) return;
        void network.provider.send("evm_mine", []).then(() => network.provider.send("evm_setAutomine", [true]));
      };
      const report = await contracts.run({ signer, listener: { onSent } });
      expect(report.stopped).to.match(/^batch 2 of 5, 0x\w{64}: failed: EnforcedPause\(\)$/);
      expect(report.totals.moved.locks).to.equal(50);
    });
  });

  it("tells the gas of each batch and per lock", async () => {
    const contracts = await loadFixture(readyToMigrate);
    const { simulated } = (await contracts.dryRun()).run;
    const { run, totals } = await contracts.run();
    for (const [index, { gas }] of simulated.slice(0, 4).entries()) {
      expect(gas).to.be.within(1_500_000n, 4_000_000n);
      expect(run.batches[index]!.gasUsed).to.be.within(1_500_000n, 4_000_000n);
    }
    expect(run.gasUsed).to.equal(run.batches.reduce((sum, { gasUsed }) => sum + gasUsed, 0n));
    expect(run.averageGasPerLock).to.equal(run.gasUsed / BigInt(totals.moved.locks));
    expect(run.averageGasPerLock).to.be.within(30_000n, 70_000n);
  });

  it("writes amounts as strings of digits, and tables for people", async () => {
    const contracts = await loadFixture(readyToMigrate);
    const { told, listener } = listening();
    const planned = await contracts.dryRun({ listener });
    const report = await contracts.run();
    const written = JSON.parse(stringifyReport(report)) as {
      schemaVersion: number;
      totals: { moved: { amount: string } };
      accounts: { amount: string }[];
    };
    expect(written.schemaVersion).to.equal(1);
    expect(written.totals.moved.amount).to.equal(report.totals.moved.amount.toString());
    expect(written.accounts[0]!.amount).to.match(/^\d+$/);
    expect(formatPlan(told.plan!)).to.contain("201 locks").and.to.contain("NotBacked");
    expect(formatSimulated(planned.run.simulated)).to.contain("ok");
    expect(formatObstacles([])).to.equal("");
    expect(formatMigration(report)).to.contain("Complete:").and.to.contain("left: NotBacked");
    expect(formatMigration(planned)).to.contain("A dry run");
  });
});
