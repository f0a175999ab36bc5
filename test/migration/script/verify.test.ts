import { loadFixture, setBalance, setCode, setStorageAt } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { toBeHex } from "ethers";
import { ethers, network } from "hardhat";
import { blockPointAt } from "../../../scripts/migration/blockPointAt";
import type { MigrationListener } from "../../../scripts/migration/migrate";
import { MigrationMismatch } from "../../../scripts/migration/MigrationMismatch";
import { readHistory } from "../../../scripts/migration/readHistory";
import { readLocks } from "../../../scripts/migration/readLocks";
import { retrying } from "../../../scripts/migration/retrying";
import type { Lock } from "../../../scripts/migration/types";
import { verifyEarlier } from "../../../scripts/migration/verifyEarlier";
import { verifyMoved } from "../../../scripts/migration/verifyMoved";
import { WCT } from "../../support/amounts";
import { inOneBlock } from "../../support/inOneBlock";
import { legacySlots } from "../../support/legacy";
import { PLAIN_LOCKS, readyToMigrate } from "../../support/migrating";
import { onFreshChain } from "../../support/onFreshChain";
import { mappingSlot } from "../../support/storage";
import { now, WEEK } from "../../support/time";

/** {@link readyToMigrate}, where three locks were moved by one transaction: decaying, ended and perpetual. */
async function threeMoved() {
  const contracts = await readyToMigrate();
  const { bridge, addresses } = contracts;
  const { accounts } = await contracts.dryRun();
  const now = BigInt((await blockPointAt(ethers.provider, "latest")).timestamp);
  const ready = accounts.filter(({ status }) => status === "Ready");
  const find = (is: (end: bigint) => boolean) => ready.find(({ end }) => is(end!))!.account;
  const owners = [find((end) => end > now), find((end) => end !== 0n && end < now), find((end) => end === 0n)];
  const block = await ethers.provider.getBlockNumber();
  const locks = await readLocks({ provider: ethers.provider, legacy: addresses.legacy, accounts: owners, block });
  const receipt = (await (await bridge.migrate(owners)).wait())!;
  const transaction = {
    hash: receipt.hash,
    block: await blockPointAt(ethers.provider, receipt.blockNumber),
  };
  return { ...contracts, locks, lockedAt: block, transaction };
}

describe("verifyMoved", () => {
  onFreshChain();

  async function verify(change: (lock: Lock) => Partial<Lock>, index = 0): Promise<MigrationMismatch | undefined> {
    const { locks, lockedAt, addresses, transaction } = await loadFixture(threeMoved);
    const changed = locks.map((lock, place) => (place === index ? { ...lock, ...change(lock) } : lock));
    return verifyMoved({ provider: ethers.provider, addresses, locks: changed, lockedAt, transaction }).then(
      () => undefined,
      (error: unknown) => {
        expect(error).to.be.instanceOf(MigrationMismatch);
        return error as MigrationMismatch;
      },
    );
  }

  it("accepts what arrived as it was", async () => {
    for (const index of [0, 1, 2]) expect(await verify(() => ({}), index)).to.equal(undefined);
  });

  it("names the account, what was expected and what is there", async () => {
    const { locks, transaction } = await loadFixture(threeMoved);
    const { account, amount } = locks[0]!;
    const mismatch = (await verify((lock) => ({ amount: lock.amount + 1n })))!;
    expect(mismatch.message).to.equal(
      `${account}, moved by ${transaction.hash} in block ${transaction.block.number}: amount: ` +
        `expected ${amount + 1n}, the chain says ${amount}`,
    );
  });

  for (const [subject, index, change] of [
    ["unlock end", 0, (lock: Lock) => ({ end: lock.end + WEEK })],
    ["unlock end", 1, (lock: Lock) => ({ end: lock.end - WEEK })],
    ["preset in weeks", 2, () => ({ presetWeeks: 8n })],
  ] as const) {
    it(`finds another ${subject} (lock ${index})`, async () => {
      expect((await verify(change, index))!.subject).to.equal(subject);
    });
  }

  it("finds a lock that is still there", async () => {
    const { locks, lockedAt, addresses, transaction } = await loadFixture(threeMoved);
    const slot = mappingSlot(locks[0]!.account, legacySlots.locks);
    await setStorageAt(addresses.legacy, toBeHex(slot, 32), 5n);
    const block = await blockPointAt(ethers.provider, "latest");
    const verified = verifyMoved({
      provider: ethers.provider,
      addresses,
      locks,
      lockedAt,
      transaction: { ...transaction, block: { ...transaction.block, number: block.number } },
    });
    await expect(verified).to.be.rejectedWith("amount left in the legacy contract: expected 0, the chain says 5");
  });

  it("lets an owner make a perpetual lock end and move it in one block", async () => {
    const contracts = await loadFixture(readyToMigrate);
    const { bridge } = contracts;
    const { accounts } = await contracts.dryRun();
    const perpetual = accounts.find(({ status, end }) => status === "Ready" && end === 0n)!;
    const owner = await ethers.getImpersonatedSigner(perpetual.account);
    await setBalance(owner.address, WCT);
    await inOneBlock(
      (await now()) + 12n,
      (overrides) => bridge.connect(owner).initiateUnlock(overrides),
      (overrides) => bridge.connect(owner).migrate([owner], overrides),
    );
    expect((await contracts.run()).complete).to.equal(true);
    expect((await contracts.run()).complete).to.equal(true);
  });

  it("lets a smart account move its lock and relock in one transaction", async () => {
    const contracts = await loadFixture(readyToMigrate);
    const { bridge, stakeWeight, addresses } = contracts;
    const { timestamp } = await blockPointAt(ethers.provider, "latest");
    const { accounts } = await contracts.dryRun();
    const lock = accounts.find(({ status, end }) => status === "Ready" && end! > BigInt(timestamp))!;
    const code = await ethers.provider.getCode(await ethers.deployContract("BatchingAccount"));
    await setCode(lock.account, code);
    const account = await ethers.getContractAt("BatchingAccount", lock.account);
    await account.execute(
      [addresses.legacy, addresses.stakeWeight],
      [
        bridge.interface.encodeFunctionData("migrate", [[lock.account]]),
        stakeWeight.interface.encodeFunctionData("relock", [104n]),
      ],
    );
    expect((await contracts.run()).complete).to.equal(true);
    expect((await contracts.run()).complete).to.equal(true);
  });

  it("lets an owner act in the same block, later", async () => {
    const contracts = await loadFixture(readyToMigrate);
    const { bridge, stakeWeight, addresses, deployer } = contracts;
    const { accounts } = await contracts.dryRun();
    const owner = accounts.find(({ status, end }) => status === "Ready" && end === 0n)!.account;
    const block = await ethers.provider.getBlockNumber();
    const locks = await readLocks({ provider: ethers.provider, legacy: addresses.legacy, accounts: [owner], block });
    await network.provider.send("evm_setAutomine", [false]);
    const sent = await bridge.connect(deployer).migrate([owner], { gasLimit: 1_000_000n });
    const signer = await ethers.getImpersonatedSigner(owner);
    await stakeWeight.connect(signer).initiateUnlock({ gasLimit: 1_000_000n, maxPriorityFeePerGas: 1n });
    await network.provider.send("evm_mine", []);
    await network.provider.send("evm_setAutomine", [true]);
    const receipt = (await sent.wait())!;
    const at = await blockPointAt(ethers.provider, receipt.blockNumber);
    expect((await stakeWeight.positionOf(owner)).state).to.equal(2n);
    await verifyMoved({
      provider: ethers.provider,
      addresses,
      locks,
      lockedAt: block,
      transaction: { hash: receipt.hash, block: at },
    });
  });
});

describe("verifyEarlier", () => {
  onFreshChain();

  it("verifies what others moved", async () => {
    const { addresses, transaction, run } = await loadFixture(threeMoved);
    const provider = ethers.provider;
    const history = await readHistory({ provider, addresses, fromBlock: 0, toBlock: transaction.block.number });
    expect(history.moved.length).to.equal(3);
    expect((await verifyEarlier({ provider, addresses, history, verified: new Set() })).size).to.equal(0);
    const report = await run();
    expect(report.complete).to.equal(true);
    expect(report.run.verified).to.deep.equal({ byState: PLAIN_LOCKS + 1, byEvents: 0 });
    expect(report.totals.moved.locks).to.equal(PLAIN_LOCKS + 1);
  });

  it("tells of which transactions the node forgot the state", async () => {
    const { transaction, run } = await loadFixture(threeMoved);
    const provider = new Proxy(ethers.provider, {
      get(target, property) {
        const member: unknown = Reflect.get(target, property, target);
        if (typeof member !== "function") return member;
        return (...args: unknown[]) => {
          if (property === "getStorage" && Number(args[2]) < transaction.block.number) {
            return Promise.reject(new Error("missing trie node 00 (path ) state 0x00 is not available"));
          }
          return Reflect.apply(member, target, args) as unknown;
        };
      },
    });
    const report = await run({ provider });
    expect(report.run.verified).to.deep.equal({ byState: PLAIN_LOCKS - 2, byEvents: 3 });
    expect(report.complete).to.equal(true);
  });

  it("finds an amount that differs from the lock before", async () => {
    const { addresses, transaction, locks } = await loadFixture(threeMoved);
    const provider = ethers.provider;
    const history = await readHistory({ provider, addresses, fromBlock: 0, toBlock: transaction.block.number });
    history.moved[1]!.amount -= 1n;
    const verifying = verifyEarlier({ provider, addresses, history, verified: new Set() });
    await expect(verifying).to.be.rejectedWith(`${locks[1]!.account}, moved by ${transaction.hash}`);
  });
});

describe("a run whose batch does something else than planned", () => {
  onFreshChain();

  it("stops at that batch with the account, what was expected and what is there", async () => {
    const contracts = await loadFixture(readyToMigrate);
    const { addresses } = contracts;
    let account = "";
    const listener: MigrationListener = {
      onPlan: (plan) => {
        account = plan.batches[1]![7]!.account;
      },
    };
    const report = await contracts.run({
      listener,
      // A lock that changes after the plan: the bridge keeps all frozen, so this stands for a fault in it.
      confirm: async () => {
        const slot = mappingSlot(account, legacySlots.locks);
        await setStorageAt(addresses.legacy, toBeHex(slot, 32), WCT);
        await setStorageAt(addresses.legacy, toBeHex(slot + 2n, 32), WCT);
        return true;
      },
    });
    expect(report.stopped).to.match(
      new RegExp(`^${account}, moved by .*: amount taken: expected \\d+, the chain says ${WCT}$`),
    );
    expect(report.complete).to.equal(false);
    expect(report.run.batches.length).to.equal(1);
  });
});

describe("retrying", () => {
  onFreshChain();

  it("asks again, a few times", async () => {
    const contracts = await loadFixture(readyToMigrate);
    const flaky = makeFlaky(ethers.provider, 3);
    const waits: number[] = [];
    const provider = retrying(flaky.provider, {
      sleep: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    });
    const report = await contracts.dryRun({ provider });
    expect(report.totals.left.locks).to.equal(PLAIN_LOCKS + 7);
    expect(flaky.failed()).to.be.above(100);
    expect(Math.max(...waits)).to.equal(2_000);
  });

  it("gives up after the fourth time", async () => {
    const flaky = makeFlaky(ethers.provider, Infinity);
    const provider = retrying(flaky.provider, { sleep: () => Promise.resolve() });
    await expect(provider.getBlockNumber()).to.be.rejectedWith("ECONNRESET");
    expect(flaky.failed()).to.equal(4);
  });

  it("never sends a transaction twice", async () => {
    const flaky = makeFlaky(ethers.provider, Infinity);
    const provider = retrying(flaky.provider, { sleep: () => Promise.resolve() });
    await expect(provider.broadcastTransaction("0x")).to.be.rejectedWith("ECONNRESET");
    expect(flaky.failed()).to.equal(1);
  });
});

/** A provider whose connection breaks `times` times at every question before the answer comes. */
function makeFlaky(inner: typeof ethers.provider, times: number) {
  const asked = new Map<string, number>();
  let failed = 0;
  const provider = new Proxy(inner, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property, target);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => {
        const key = `${String(property)} ${JSON.stringify(args, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))}`;
        const before = asked.get(key) ?? 0;
        asked.set(key, before + 1);
        if (before < times) {
          failed++;
          return Promise.reject(Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }));
        }
        return Reflect.apply(member, target, args) as unknown;
      };
    },
  });
  return { provider, failed: () => failed };
}
