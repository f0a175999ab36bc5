import { loadFixture, setBalance } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { id } from "ethers";
import { ethers } from "hardhat";
import { NoReturnValueToken__factory, ReentrantToken__factory, WCT__factory } from "../../typechain-types";
import { WCT, weightOf } from "../support/amounts";
import { deployedOver } from "../support/deployedOver";
import { inOneBlock } from "../support/inOneBlock";
import { deployLegacy } from "../support/legacy";
import {
  type BridgedFixture,
  bridgedGenerations,
  giveLock,
  LockStatus,
  State,
  upgradeToBridge,
} from "../support/migration";
import { nextAt, now, warpTo, WEEK, weekStartOf } from "../support/time";

/** Where all tokens and positions are, and what both systems tell of them. */
async function stateOf({ token, stakeWeight, bridge, alice, bob, carol, dave, erin, thursday }: BridgedFixture) {
  const owners = [alice, bob, carol, dave, erin];
  return [
    ...(await Promise.all(owners.map((owner) => stakeWeight.positionOf(owner)))),
    ...(await Promise.all(owners.map((owner) => bridge.locks(owner)))),
    await bridge.supply(),
    await token.balanceOf(bridge),
    await token.balanceOf(stakeWeight),
    await stakeWeight.totalStaked(),
    await stakeWeight.totalTokenWeeksForPeriods(thursday, 60n),
  ];
}

/** Takes `amount` wei out of the bridge, as no function of it can. */
async function rob({ token, bridge, funder }: BridgedFixture, amount: bigint): Promise<void> {
  const asBridge = await ethers.getImpersonatedSigner(await bridge.getAddress());
  await setBalance(asBridge.address, WCT);
  await token.connect(asBridge).transfer(funder, amount);
}

for (const { name, fixture } of bridgedGenerations) {
  describe(`the migration of the ${name} generation`, () => {
    describe("given accounts that are told again", () => {
      it("moves a lock once within a batch", async () => {
        const { bridge, stakeWeight, token, alice, bob } = await loadFixture(fixture);
        const sent = bridge.migrate([alice, alice, bob, alice, bob]);
        await expect(sent).to.changeTokenBalances(token, [bridge, stakeWeight], [-1_500n * WCT, 1_500n * WCT]);
        expect((await stakeWeight.positionOf(alice)).amount).to.equal(1_000n * WCT);
        expect((await (await sent).wait())!.logs.filter(({ address }) => address === bridge.target).length).to.equal(2);
      });

      it("does nothing with them in the next batch", async () => {
        const all = await loadFixture(fixture);
        const { bridge, alice, bob } = all;
        await bridge.migrate([alice, bob]);
        const before = await stateOf(all);
        const receipt = await (await bridge.migrate([alice, bob, alice])).wait();
        expect(receipt!.logs.length).to.equal(0);
        expect(await stateOf(all)).to.deep.equal(before);
      });

      it("brings nothing back once the owner has withdrawn", async () => {
        const { bridge, stakeWeight, token, bob } = await loadFixture(fixture);
        await bridge.migrate([bob]);
        await stakeWeight.connect(bob).withdraw();
        await expect(bridge.migrate([bob])).to.changeTokenBalances(token, [bridge, stakeWeight, bob], [0n, 0n, 0n]);
        expect((await stakeWeight.positionOf(bob)).state).to.equal(State.None);
      });
    });

    it("ends in the same state in any order, in one batch or in many, by anyone", async () => {
      const states: unknown[] = [];
      for (const batches of [
        [["alice", "bob", "carol", "dave", "erin"]],
        [["erin", "dave", "carol", "bob", "alice"]],
        [["bob"], ["erin", "carol"], ["alice"], ["dave"]],
        [["dave", "alice", "alice"], [], ["carol", "alice", "erin"], ["bob", "erin"]],
      ] as const) {
        const all = await loadFixture(fixture);
        for (const [index, batch] of batches.entries()) {
          const caller = [all.stranger, all.alice, all.funder][index % 3]!;
          await nextAt(all.thursday - WEEK + 5n * 86_400n + BigInt(index));
          await all.bridge.connect(caller).migrate(batch.map((owner) => all[owner]));
        }
        await warpTo(all.thursday);
        states.push(await stateOf(all));
      }
      for (const state of states) expect(state).to.deep.equal(states[0]);
    });

    describe("given a position that is opened right before the batch", () => {
      it("goes on with the others", async () => {
        const { bridge, stakeWeight, alice, bob } = await loadFixture(fixture);
        const [, receipt] = await inOneBlock(
          (await now()) + 10n,
          (overrides) => stakeWeight.connect(alice).stake(1n, 4n, overrides),
          (overrides) => bridge.migrate([alice, bob], overrides),
        );
        expect(receipt!.status).to.equal(1);
        expect((await stakeWeight.positionOf(alice)).amount).to.equal(1n);
        expect(await bridge.statusOf(alice)).to.equal(LockStatus.PositionExists);
        expect((await stakeWeight.positionOf(bob)).amount).to.equal(500n * WCT);
      });

      it("loses nothing to who did it: relock and join, or wait", async () => {
        const { bridge, stakeWeight, alice } = await loadFixture(fixture);
        await stakeWeight.connect(alice).stake(1n, 4n);
        await bridge.migrate([alice]);
        await stakeWeight.connect(alice).relock(52n);
        await bridge.connect(alice).join();
        expect((await stakeWeight.positionOf(alice)).amount).to.equal(1_000n * WCT + 1n);
      });
    });

    describe("given an operator", () => {
      it("lets it neither join nor withdraw for the owner", async () => {
        const { bridge, stakeWeight, alice, bob, operator } = await loadFixture(fixture);
        for (const owner of [alice, bob]) await stakeWeight.connect(owner).setOperator(operator, true);
        await stakeWeight.connect(operator).stakeFor(alice, 1n, 104n);
        await expect(bridge.connect(operator).join())
          .to.be.revertedWithCustomError(bridge, "CannotJoin")
          .withArgs(operator, LockStatus.None);
        await expect(bridge.connect(operator).withdraw())
          .to.be.revertedWithCustomError(bridge, "LockNotEnded")
          .withArgs(operator, 0n);
      });

      it("cannot keep the tokens of a lock from their owner by a position for it", async () => {
        const { bridge, stakeWeight, token, alice, operator, ends } = await loadFixture(fixture);
        await stakeWeight.connect(alice).setOperator(operator, true);
        await stakeWeight.connect(operator).stakeFor(alice, 1n, 104n);
        await bridge.migrate([alice]);
        await nextAt(ends.alice);
        await expect(bridge.connect(alice).withdraw()).to.changeTokenBalance(token, alice, 1_000n * WCT);
      });

      it("lets it add once the lock has arrived", async () => {
        const { bridge, stakeWeight, alice, operator, ends } = await loadFixture(fixture);
        await stakeWeight.connect(alice).setOperator(operator, true);
        await bridge.migrate([alice]);
        await stakeWeight.connect(operator).increaseAmountFor(alice, 1n);
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([1_000n * WCT + 1n, 0n, ends.alice, State.Unlocking]);
      });
    });

    describe("given an owner who delegated", () => {
      it("gives the lock's votes to the delegate from its arrival to its end", async () => {
        const { bridge, stakeWeight, alice, carol, ends } = await loadFixture(fixture);
        await stakeWeight.connect(alice).delegate(carol);
        await bridge.migrate([alice]);
        for (const left of [50n * WEEK, 9n, 0n]) {
          await warpTo(ends.alice - left);
          expect(await stakeWeight.getVotes(carol)).to.equal(weightOf(1_000n * WCT, left));
          expect(await stakeWeight.getVotes(alice)).to.equal(0n);
        }
        await stakeWeight.connect(alice).withdraw();
        expect(await stakeWeight.getVotes(carol)).to.equal(0n);
      });

      it("gives what joins to the delegate", async () => {
        const { bridge, stakeWeight, alice, carol } = await loadFixture(fixture);
        await stakeWeight.connect(alice).stake(WCT, 52n);
        await stakeWeight.connect(alice).delegate(carol);
        await bridge.connect(alice).join();
        expect(await stakeWeight.getVotes(carol)).to.equal(weightOf(1_001n * WCT, 52n * WEEK));
      });

      it("gives the delegate no hold on the lock", async () => {
        const { bridge, stakeWeight, alice, carol } = await loadFixture(fixture);
        await stakeWeight.connect(alice).stake(1n, 104n);
        await stakeWeight.connect(alice).delegate(carol);
        await expect(bridge.connect(carol).join())
          .to.be.revertedWithCustomError(bridge, "CannotJoin")
          .withArgs(carol, LockStatus.NotBacked);
      });
    });

    describe("without the role", () => {
      it("moves nothing, and is silent where there is nothing to move", async () => {
        const all = await loadFixture(fixture);
        const { bridge, stakeWeight, admin, alice, bob, carol } = all;
        const role = await stakeWeight.MIGRATOR_ROLE();
        await stakeWeight.connect(admin).revokeRole(role, bridge);
        const before = await stateOf(all);
        await expect(bridge.migrate([alice, bob]))
          .to.be.revertedWithCustomError(stakeWeight, "AccessControlUnauthorizedAccount")
          .withArgs(bridge, role);
        await bridge.migrate([carol]);
        expect(await stateOf(all)).to.deep.equal(before);
      });
    });

    describe("while StakeWeight is paused", () => {
      it("moves nothing and goes on afterwards", async () => {
        const all = await loadFixture(fixture);
        const { bridge, stakeWeight, pauser, admin, alice } = all;
        await stakeWeight.connect(pauser).pause();
        const before = await stateOf(all);
        await expect(bridge.migrate([alice]))
          .to.be.revertedWithCustomError(stakeWeight, "EnforcedPause")
          .withArgs();
        expect(await stateOf(all)).to.deep.equal(before);
        await stakeWeight.connect(admin).unpause();
        await bridge.migrate([alice]);
        expect((await stakeWeight.positionOf(alice)).amount).to.equal(1_000n * WCT);
      });

      it("lets those leave who arrived, and those who did not", async () => {
        const { bridge, stakeWeight, token, pauser, alice, bob, ends } = await loadFixture(fixture);
        await bridge.migrate([bob]);
        await stakeWeight.connect(pauser).pause();
        await expect(stakeWeight.connect(bob).withdraw()).to.changeTokenBalance(token, bob, 500n * WCT);
        await nextAt(ends.alice);
        await expect(bridge.connect(alice).withdraw()).to.changeTokenBalance(token, alice, 1_000n * WCT);
      });
    });

    describe("given tokens that were sent to the bridge", () => {
      it("hands them to nobody", async () => {
        const { bridge, stakeWeight, token, deployer, alice, bob, dave, ends } = await loadFixture(fixture);
        const stray = 7n * WCT + 3n;
        const held = await token.balanceOf(bridge);
        await token.connect(deployer).transfer(bridge, stray);
        const supply = await bridge.supply();
        await expect(bridge.connect(bob).withdraw()).to.changeTokenBalance(token, bob, 500n * WCT);
        expect(await bridge.migrate.staticCall([alice, bob])).to.equal(1_000n * WCT);
        await bridge.migrate([alice, bob]);
        await nextAt(ends.dave);
        await expect(bridge.connect(dave).withdraw()).to.changeTokenBalance(token, dave, 150n * WCT);
        expect(await bridge.supply()).to.equal(supply - 1_700n * WCT);
        expect(await token.balanceOf(bridge)).to.equal(held - 1_650n * WCT + stray);
        expect(await token.balanceOf(stakeWeight)).to.equal(1_000n * WCT);
      });

      it("does not back a lock with them", async () => {
        const { bridge, token, deployer, carol, dave } = await loadFixture(fixture);
        await token.connect(deployer).transfer(bridge, 1_000n * WCT);
        expect(await bridge.statusOf(carol)).to.equal(LockStatus.NotBacked);
        expect(await bridge.statusOf(dave)).to.equal(LockStatus.NotBacked);
      });

      it("funds no reward with what arrives", async () => {
        const { bridge, stakeWeight, distributor, alice } = await loadFixture(fixture);
        await bridge.migrate([alice]);
        await expect(distributor.fundStrayTokens())
          .to.be.revertedWithCustomError(distributor, "NoStrayTokens")
          .withArgs();
        expect(await stakeWeight.totalStaked()).to.equal(1_000n * WCT);
      });
    });

    describe("given a legacy contract that is a wei short", () => {
      it("moves all batches that are covered, none that is not, and the rest once it is", async () => {
        const all = await loadFixture(fixture);
        const { bridge, stakeWeight, token, funder, alice, bob } = all;
        const held = await token.balanceOf(bridge);
        // What backs dave's lock, and erin's, is spent before.
        await rob(all, held - 1_500n * WCT + 1n);
        const before = await stateOf(all);
        await expect(bridge.migrate([alice, bob]))
          .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
          .withArgs(bridge, 1_500n * WCT - 1n, 1_500n * WCT);
        expect(await stateOf(all)).to.deep.equal(before);
        await bridge.migrate([alice]);
        await expect(bridge.migrate([bob])).to.be.revertedWithCustomError(token, "ERC20InsufficientBalance");
        await expect(bridge.connect(bob).withdraw())
          .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
          .withArgs(bridge, 500n * WCT - 1n, 500n * WCT);
        expect((await bridge.locks(bob)).amount).to.equal(500n * WCT);
        await token.connect(funder).transfer(bridge, 1n);
        await bridge.migrate([bob]);
        expect(await token.balanceOf(stakeWeight)).to.equal(1_500n * WCT);
      });
    });

    describe("given a batch of a thousand accounts without locks", () => {
      it("costs its caller, and leaves no trace", async () => {
        const all = await loadFixture(fixture);
        const { bridge, stakeWeight, stranger, alice } = all;
        const nobodies = Array.from({ length: 1_000 }, (_, index) => ethers.dataSlice(id(`nobody ${index}`), 12));
        const before = await stateOf(all);
        const receipt = await (await bridge.connect(stranger).migrate(nobodies)).wait();
        expect(receipt!.logs.length).to.equal(0);
        expect(receipt!.gasUsed).to.be.below(6_000_000n);
        expect(await stateOf(all)).to.deep.equal(before);
        await bridge.connect(stranger).migrate([...nobodies, alice]);
        expect((await stakeWeight.positionOf(alice)).amount).to.equal(1_000n * WCT);
      });
    });

    describe("in the second in which a lock ends", () => {
      it("pays once when the owner withdraws first", async () => {
        const { bridge, stakeWeight, token, alice, ends } = await loadFixture(fixture);
        await nextAt(ends.alice);
        await expect(bridge.connect(alice).withdraw()).to.changeTokenBalance(token, alice, 1_000n * WCT);
        await nextAt(ends.alice);
        await expect(bridge.migrate([alice])).to.changeTokenBalances(token, [bridge, stakeWeight], [0n, 0n]);
        expect((await stakeWeight.positionOf(alice)).state).to.equal(State.None);
      });

      it("pays once when somebody migrates first", async () => {
        const { bridge, stakeWeight, token, alice, ends } = await loadFixture(fixture);
        await nextAt(ends.alice);
        await bridge.migrate([alice]);
        await nextAt(ends.alice);
        await expect(bridge.connect(alice).withdraw())
          .to.be.revertedWithCustomError(bridge, "LockNotEnded")
          .withArgs(alice, 0n);
        await nextAt(ends.alice);
        await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalance(token, alice, 1_000n * WCT);
      });
    });

    describe("in the second in which a week begins", () => {
      /** {@link fixture}, where carol is Locked and both distributors share 900 WCT for each of three weeks. */
      const rewarding = async () => {
        const all = await fixture();
        const { stakeWeight, distributor, legacy, carol, funder, thursday } = all;
        await stakeWeight.connect(carol).stake(1_000n * WCT, 52n);
        await distributor.connect(funder).fundRange(thursday, 3n, 900n * WCT);
        await legacy.distributor.connect(funder).injectReward(thursday, 900n * WCT);
        return all;
      };

      it("counts for the old week as before, and for the new one not yet", async () => {
        const { bridge, distributor, legacy, alice, thursday } = await loadFixture(rewarding);
        await nextAt(thursday);
        await bridge.migrate([alice]);
        await warpTo(thursday + WEEK);
        expect(await distributor.claimable(alice)).to.equal(0n);
        expect(await legacy.distributor.claim.staticCall(alice)).to.be.above(400n * WCT);
        await warpTo(thursday + 2n * WEEK);
        const due = (900n * WCT * 49n) / (52n + 49n);
        expect(await distributor.claimable(alice)).to.be.within(due - 1n, due);
      });

      it("counts for the new week when it moves a second earlier, and takes nothing from the old one", async () => {
        const { bridge, distributor, legacy, alice, thursday } = await loadFixture(rewarding);
        await nextAt(thursday - 1n);
        await bridge.migrate([alice]);
        await warpTo(thursday + WEEK);
        const due = (900n * WCT * 50n) / (52n + 50n);
        expect(await distributor.claimable(alice)).to.be.within(due - 1n, due);
        expect(await legacy.distributor.claim.staticCall(alice)).to.be.above(400n * WCT);
      });

      it("lets nobody shift another's share by acting in that second", async () => {
        const shares: bigint[] = [];
        for (const count of [0, 1]) {
          const { bridge, distributor, alice, bob, carol, thursday } = await loadFixture(rewarding);
          await nextAt(thursday);
          await bridge.migrate([alice, bob].slice(0, 2 * count));
          await warpTo(thursday + WEEK);
          shares.push(await distributor.claimable(carol));
        }
        expect(shares[0]).to.equal(shares[1]);
      });
    });

    it("takes a lock of the bridge's own address like any other", async () => {
      const all = await loadFixture(fixture);
      const { bridge, stakeWeight, thursday } = all;
      await giveLock(all, bridge, { amount: WCT, end: thursday, transferredAmount: WCT });
      await bridge.migrate([bridge]);
      expect(await stakeWeight.positionOf(bridge)).to.deep.equal([WCT, 0n, thursday, State.Unlocking]);
    });
  });
}

/**
 * Over a token that calls back and has an ended lock beside a Locked position, as bob has; alice and carol have a lock, dave has
 * an ended one.
 */
async function overReentrantToken() {
  const [deployer, , , alice] = await ethers.getSigners();
  const token = await new ReentrantToken__factory(deployer).deploy(alice!, 1_000_000n * WCT);
  const tokenAddress = await token.getAddress();
  const contracts = await deployedOver(token);
  const { stakeWeight, admin, bob, funder: carol } = contracts;
  const dave = (await ethers.getSigners())[6]!;
  const legacy = await deployLegacy({ token: WCT__factory.connect(tokenAddress, deployer), generation: 1, admin });
  for (const holder of [bob, carol, dave, token]) await token.connect(alice).transfer(holder, 1_000n * WCT);
  for (const spender of [stakeWeight, legacy.stakeWeight]) {
    for (const holder of [alice!, bob, carol, dave]) await token.connect(holder).approve(spender, 1_000_000n * WCT);
    await token.execute(token, token.interface.encodeFunctionData("approve", [await spender.getAddress(), 10n ** 24n]));
  }
  const thursday = weekStartOf(await now()) + 10n * WEEK;
  const ended = thursday - 5n * WEEK;
  for (const owner of [alice!, carol])
    await legacy.stakeWeight.connect(owner).createLock(10n * WCT, thursday + 9n * WEEK);
  for (const owner of [bob, dave]) await legacy.stakeWeight.connect(owner).createLock(10n * WCT, ended);
  const { interface: legacyInterface } = legacy.stakeWeight;
  await token.execute(legacy.stakeWeight, legacyInterface.encodeFunctionData("createLock", [10n * WCT, ended]));
  await warpTo(thursday + 5n);
  const bridge = await upgradeToBridge({ ...contracts, legacy });
  await stakeWeight.connect(bob).stake(WCT, 52n);
  await token.execute(stakeWeight, stakeWeight.interface.encodeFunctionData("stake", [WCT, 52n]));
  return { ...contracts, alice: alice!, carol, dave, token, tokenAddress, legacy, bridge };
}

type Reentrant = Awaited<ReturnType<typeof overReentrantToken>>;

/** What of the bridge moves tokens. */
const outer: Record<string, (fixture: Reentrant) => Promise<unknown>> = {
  migrate: ({ bridge, alice }) => bridge.migrate([alice]),
  join: ({ bridge, bob }) => bridge.connect(bob).join(),
  withdraw: ({ bridge, dave }) => bridge.connect(dave).withdraw(),
};

/** What is called back. */
const inner: Record<"bridge" | "stakeWeight" | "legacy distributor", Record<string, (fixture: Reentrant) => string>> = {
  bridge: {
    migrate: ({ bridge, alice, carol, tokenAddress }) =>
      bridge.interface.encodeFunctionData("migrate", [[carol.address, alice.address, tokenAddress]]),
    join: ({ bridge }) => bridge.interface.encodeFunctionData("join"),
    withdraw: ({ bridge }) => bridge.interface.encodeFunctionData("withdraw"),
    checkpoint: ({ bridge }) => bridge.interface.encodeFunctionData("checkpoint"),
  },
  stakeWeight: {
    increaseAmount: ({ stakeWeight }) => stakeWeight.interface.encodeFunctionData("increaseAmount", [1n]),
    initiateUnlock: ({ stakeWeight }) => stakeWeight.interface.encodeFunctionData("initiateUnlock"),
    withdraw: ({ stakeWeight }) => stakeWeight.interface.encodeFunctionData("withdraw"),
  },
  "legacy distributor": {
    claim: ({ legacy, alice }) => legacy.distributor.interface.encodeFunctionData("claim", [alice.address]),
  },
};

const guardError = id("ReentrancyGuardReentrantCall()").slice(0, 10);

describe("the migration of a token that calls back", () => {
  for (const [entry, enter] of Object.entries(outer)) {
    for (const [key, calls] of Object.entries(inner)) {
      for (const [name, encode] of Object.entries(calls)) {
        const refused = key === "bridge" && name !== "checkpoint";
        it(`${refused ? "cannot enter" : "makes or loses nothing by"} ${key}.${name} from ${entry}`, async () => {
          const fixture = await loadFixture(overReentrantToken);
          const { token, bridge, stakeWeight, legacy, alice, bob, carol, dave, tokenAddress } = fixture;
          const target = { bridge, stakeWeight, "legacy distributor": legacy.distributor }[key as keyof typeof inner];
          const outside = async () => {
            let sum = 0n;
            for (const holder of [alice, bob, carol, dave, tokenAddress]) sum += await token.balanceOf(holder);
            return sum;
          };
          await token.arm(target, encode(fixture));
          const sent = enter(fixture);
          if (refused) await expect(sent).to.emit(token, "Reentered").withArgs(false, guardError);
          else await sent;
          expect(await token.balanceOf(bridge)).to.equal(await bridge.supply());
          expect(await token.balanceOf(stakeWeight)).to.equal(await stakeWeight.totalStaked());
          const inside = (await bridge.supply()) + (await stakeWeight.totalStaked());
          expect(inside + (await outside())).to.equal(await token.totalSupply());
        });
      }
    }
  }

  it("can do all of that when it is not in the middle of a move", async () => {
    const fixture = await loadFixture(overReentrantToken);
    const { token, bridge } = fixture;
    for (const name of ["migrate", "withdraw", "checkpoint"]) {
      await token.execute(bridge, inner.bridge[name]!(fixture));
    }
    const again = await loadFixture(overReentrantToken);
    await again.token.execute(again.bridge, inner.bridge.join!(again));
    expect((await again.stakeWeight.positionOf(again.tokenAddress)).amount).to.equal(11n * WCT);
  });
});

describe("the migration of a token that returns nothing", () => {
  /** alice has a lock that runs; bob and carol have ended ones, bob beside a position. */
  async function overNoReturnValueToken() {
    const [deployer, , , alice] = await ethers.getSigners();
    const token = await new NoReturnValueToken__factory(deployer).deploy(alice!, 1_000n * WCT);
    const contracts = await deployedOver(token);
    const { stakeWeight, admin, bob, funder: carol } = contracts;
    const asToken = WCT__factory.connect(await token.getAddress(), deployer);
    const legacy = await deployLegacy({ token: asToken, generation: 1, admin });
    const thursday = weekStartOf(await now()) + 10n * WEEK;
    for (const holder of [alice!, bob, carol]) {
      if (holder !== alice) await token.connect(alice).transfer(holder, 100n * WCT);
      await token.connect(holder).approve(stakeWeight, WCT);
      await token.connect(holder).approve(legacy.stakeWeight, 10n * WCT);
      const end = holder === alice ? thursday + WEEK : thursday - WEEK;
      await legacy.stakeWeight.connect(holder).createLock(10n * WCT, end);
    }
    await stakeWeight.connect(bob).stake(WCT, 4n);
    await warpTo(thursday);
    return { ...contracts, token, alice: alice!, carol, bridge: await upgradeToBridge({ ...contracts, legacy }) };
  }

  it("migrates", async () => {
    const { bridge, stakeWeight, token, alice } = await loadFixture(overNoReturnValueToken);
    await bridge.migrate([alice]);
    expect((await stakeWeight.positionOf(alice)).amount).to.equal(10n * WCT);
    expect(await token.balanceOf(stakeWeight)).to.equal(11n * WCT);
  });

  it("joins", async () => {
    const { bridge, stakeWeight, token, bob } = await loadFixture(overNoReturnValueToken);
    await bridge.connect(bob).join();
    expect((await stakeWeight.positionOf(bob)).amount).to.equal(11n * WCT);
    expect(await token.balanceOf(stakeWeight)).to.equal(11n * WCT);
  });

  it("is withdrawn", async () => {
    const { bridge, token, carol } = await loadFixture(overNoReturnValueToken);
    await bridge.connect(carol).withdraw();
    expect(await token.balanceOf(carol)).to.equal(100n * WCT);
  });
});
