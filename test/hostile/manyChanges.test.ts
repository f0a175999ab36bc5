import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { toBeHex } from "ethers";
import { network } from "hardhat";
import { WCT, weightOf } from "../support/amounts";
import { funded } from "../support/funded";
import { claimExactly } from "../support/rewarded";
import { nextAt, now, warpTo, WEEK } from "../support/time";

/** What a transaction may use on chains that follow EIP-7825: 2^24 gas. */
const TRANSACTION_GAS = 16_777_216n;

/** Transactions that wait at a time. */
const BATCH = 100;

type Fixture = Awaited<ReturnType<typeof staked>>;

/** {@link funded}, where alice and bob hold equal Locked positions. */
async function staked() {
  const fixture = await funded();
  const { stakeWeight, token, alice, bob } = fixture;
  await stakeWeight.connect(alice).stake(1_000n * WCT, 104n);
  await stakeWeight.connect(bob).stake(1_000n * WCT, 104n);
  await token.connect(alice).approve(stakeWeight, 10n ** 30n);
  return fixture;
}

/** alice adds 1 wei `count` times, once a block, with `interval` seconds from block to block. */
async function increaseOften({ stakeWeight, alice }: Fixture, count: number, interval: bigint): Promise<void> {
  const { provider } = network;
  const to = await stakeWeight.getAddress();
  const data = stakeWeight.interface.encodeFunctionData("increaseAmount", [1n]);
  const first = await alice.getNonce();
  const gasLimit = (await provider.send("eth_getBlockByNumber", ["latest", false])) as { gasLimit: string };
  await provider.send("evm_setAutomine", [false]);
  // Only one of them fits into a block, and fills less than half of it, so that the base fee does not rise.
  await provider.send("evm_setBlockGasLimit", [toBeHex(290_000)]);
  try {
    for (let sent = 0; sent < count; sent += BATCH) {
      for (let nonce = first + sent; nonce < first + sent + BATCH; ++nonce) {
        await provider.send("eth_sendTransaction", [
          {
            from: alice.address,
            to,
            data,
            nonce: toBeHex(nonce),
            gas: toBeHex(200_000),
            gasPrice: toBeHex(10n ** 11n),
          },
        ]);
      }
      await provider.send("hardhat_mine", [toBeHex(BATCH), toBeHex(interval)]);
    }
    expect(await alice.getNonce()).to.equal(first + count);
  } finally {
    await provider.send("evm_setBlockGasLimit", [gasLimit.gasLimit]);
    await provider.send("evm_setAutomine", [true]);
  }
}

/** {@link staked}, funded for a week, in which alice changed 2,500 times. */
async function manyInOneWeek() {
  const fixture = await staked();
  const { distributor, funder, thursday } = fixture;
  await distributor.connect(funder).fundRange(thursday, 3n, 100n * WCT);
  await warpTo(thursday + 10n);
  await increaseOften(fixture, 2_500, 200n);
  await warpTo(thursday + 3n * WEEK);
  return { ...fixture, changes: 2_500n };
}

/** {@link staked}, funded for 100 weeks, over which alice changed 7,500 times, 75 times a week. */
async function manyOverWeeks() {
  const fixture = await staked();
  const { distributor, funder, thursday } = fixture;
  await distributor.connect(funder).fundRange(thursday, 100n, 100n * WCT);
  await warpTo(thursday + 10n);
  await increaseOften(fixture, 7_500, 8_064n);
  await warpTo(thursday + 101n * WEEK);
  return { ...fixture, changes: 7_500n };
}

/** {@link staked}, funded as far as can be each second year, where alice changed every week for ten years and never claimed. */
async function everyWeekForTenYears() {
  const fixture = await staked();
  const { stakeWeight, distributor, alice, funder, thursday } = fixture;
  for (let week = 0n; week < 520n; ++week) {
    if (week % 104n === 0n) await distributor.connect(funder).fundRange(thursday + week * WEEK, 104n, 10n * WCT);
    await nextAt(thursday + week * WEEK + 10n);
    await stakeWeight.connect(alice).increaseAmount(1n);
  }
  await warpTo(thursday + 520n * WEEK);
  return fixture;
}

describe("a change every week for ten years", () => {
  it("leaves more weeks than one claim can close, so that they are closed in parts first", async () => {
    const { distributor, alice } = await loadFixture(everyWeekForTenYears);
    await expect(distributor.claim(alice, { gasLimit: TRANSACTION_GAS })).to.be.reverted;
    while ((await distributor.closeWeeks.staticCall(200n)) !== 0n) {
      await distributor.closeWeeks(200n, { gasLimit: TRANSACTION_GAS });
    }
    await expect(distributor.claim(alice, { gasLimit: TRANSACTION_GAS })).not.to.be.reverted;
  });

  it("is paid what is due", async () => {
    const fixture = await loadFixture(everyWeekForTenYears);
    await fixture.distributor.closeWeeks(300n);
    await fixture.distributor.closeWeeks(300n);
    expect(await claimExactly(fixture, fixture.alice)).to.be.within(2_600n * WCT, 2_600n * WCT + 10_000n);
  });
});

describe("10,000 changes by one account", () => {
  describe("within one week", () => {
    it("cost a claim a search and no walk", async () => {
      const { distributor, alice, bob } = await loadFixture(manyInOneWeek);
      await distributor.closeWeeks(1_000n);
      const ofMany = await distributor.claim.estimateGas(alice);
      const ofOne = await distributor.claim.estimateGas(bob);
      expect(ofMany).to.be.below(ofOne + 150_000n);
    });

    it("pay what is due", async () => {
      const fixture = await loadFixture(manyInOneWeek);
      // What was added is 2,500 wei of 1,000 WCT.
      expect(await claimExactly(fixture, fixture.alice)).to.be.within(150n * WCT, 150n * WCT + 500n);
      expect(await claimExactly(fixture, fixture.bob)).to.be.within(150n * WCT - 500n, 150n * WCT);
    });

    it("leave every view cheap", async () => {
      const { stakeWeight, alice, thursday } = await loadFixture(manyInOneWeek);
      for (const time of [thursday, thursday + 300_000n, thursday + WEEK, thursday + 10n * WEEK]) {
        expect(await stakeWeight.weightAt.estimateGas(alice, time)).to.be.below(150_000n);
        expect(await stakeWeight.totalWeightAt.estimateGas(time)).to.be.below(150_000n);
      }
      expect(await stakeWeight.totalTokenWeeksForPeriods.estimateGas(thursday - WEEK, 4n)).to.be.below(300_000n);
    });

    it("are all on record", async () => {
      const { stakeWeight, alice, thursday, changes } = await loadFixture(manyInOneWeek);
      expect((await stakeWeight.positionOf(alice)).amount).to.equal(1_000n * WCT + changes);
      expect(await stakeWeight.weightAt(alice, thursday)).to.equal(weightOf(1_000n * WCT, 104n * WEEK));
      expect(await stakeWeight.weightAt(alice, await now())).to.equal(weightOf(1_000n * WCT + changes, 104n * WEEK));
    });
  });

  describe("over 100 weeks", () => {
    it("can be claimed for in one transaction", async () => {
      const { distributor, alice } = await loadFixture(manyOverWeeks);
      expect(await distributor.claim.estimateGas(alice)).to.be.below(TRANSACTION_GAS);
    });

    it("pay what is due", async () => {
      const fixture = await loadFixture(manyOverWeeks);
      expect(await claimExactly(fixture, fixture.alice)).to.be.within(5_000n * WCT, 5_000n * WCT + 20_000n);
    });

    it("do not change what others pay for a claim", async () => {
      const { distributor, bob } = await loadFixture(manyOverWeeks);
      await distributor.closeWeeks(1_000n);
      expect(await distributor.claim.estimateGas(bob)).to.be.below(130_000n);
    });

    it("leave the closing of all weeks in one transaction", async () => {
      const { distributor } = await loadFixture(manyOverWeeks);
      expect(await distributor.closeWeeks.estimateGas(1_000n)).to.be.below(TRANSACTION_GAS);
    });
  });
});
