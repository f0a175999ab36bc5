import { expect } from "chai";
import { toBeHex, type Wallet, ZeroHash } from "ethers";
import { hashedProposal, type Proposal } from "../../scripts/upgrade/upgradeProposal";
import { StakeWeightNextVersion__factory, WCTGovernor__factory } from "../../typechain-types";
import { WCT, weightOf } from "../support/amounts";
import { type LiveNode, liveNode } from "../support/liveNode";
import { Motion, support } from "../support/Motion";
import { DAY, HOUR, WEEK } from "../support/time";

/** A Monday, 12:00 UTC. */
const MONDAY = 1_767_614_400n;

/** An estimate made within the second of the last change is too low for any later second, so none is used. */
const gasLimit = 1_000_000n;

/** As numbered by the governor, and as a set of them in its errors. */
const state = { defeated: 3n, succeededOnly: 1n << 4n, queuedOnly: 1n << 5n };

/** The set of states in which the timelock executes: ready. */
const readyOnly = toBeHex(1n << 2n, 32);

/** Who votes with what. */
interface Voters {
  /** Votes with her own weight. */
  alice: Wallet;
  /** On his way out: his votes decay. */
  bob: Wallet;
  /** Delegated to dave what she had staked. */
  carol: Wallet;
  /** Has no position but what was delegated to him. */
  dave: Wallet;
  /** Delegated to dave, then staked. */
  erin: Wallet;
  /** Has a position too small to propose anything. */
  frank: Wallet;
  /** Has nothing. */
  stranger: Wallet;
}

describe("governance on a live node", () => {
  let node: LiveNode;
  let voters: Voters;
  let snapshotId: unknown;

  /** Gives somebody WCT and stakes it. */
  async function stake(account: Wallet, amount: bigint, preset: bigint): Promise<void> {
    const { token, stakeWeight } = node;
    await (await token.transfer(account, amount)).wait();
    await (await token.connect(account).approve(stakeWeight, amount)).wait();
    await (await stakeWeight.connect(account).stake(amount, preset, { gasLimit })).wait();
  }

  async function delegate(account: Wallet, delegatee: Wallet): Promise<void> {
    await (await node.stakeWeight.connect(account).delegate(delegatee, { gasLimit })).wait();
  }

  /** Lets time pass, as a development node does. */
  async function pass(seconds: bigint): Promise<void> {
    await node.provider.send("evm_increaseTime", [Number(seconds)]);
    await node.provider.send("evm_mine", []);
  }

  /** A proposal of calls that change settings of the governor. */
  async function settingsProposal(description: string, ...calldatas: string[]): Promise<Proposal> {
    const governor = await node.governor.getAddress();
    return { targets: calldatas.map(() => governor), values: calldatas.map(() => 0n), calldatas, description };
  }

  /** A proposal to vote for two weeks. */
  function twoWeeks(): Promise<Proposal> {
    return settingsProposal(
      "Vote for two weeks",
      node.governor.interface.encodeFunctionData("setVotingPeriod", [2n * WEEK]),
    );
  }

  /** Casts a vote and checks that it counts with the votes at the snapshot, which it returns. */
  async function vote(motion: Motion, voter: Wallet, choice: keyof typeof support): Promise<bigint> {
    const { governor, stakeWeight } = node;
    const votes = await stakeWeight.getPastVotes(voter, motion.snapshot);
    const before = await governor.proposalVotes(motion.id);
    await expect(governor.connect(voter).castVote(motion.id, support[choice]))
      .to.emit(governor, "VoteCast")
      .withArgs(voter, motion.id, support[choice], votes, "");
    const after = await governor.proposalVotes(motion.id);
    const counted = [after.againstVotes, after.forVotes, after.abstainVotes];
    const expected = [before.againstVotes, before.forVotes, before.abstainVotes];
    expected[Number(support[choice])]! += votes;
    expect(counted).to.deep.equal(expected);
    return votes;
  }

  /** Takes a proposal with everybody's votes through to its execution. */
  async function carry(proposal: Proposal): Promise<Motion> {
    const { alice, bob, dave, stranger } = voters;
    const motion = await Motion.propose(node.governor, alice, proposal);
    expect(await motion.state()).to.equal("Pending");
    await motion.openVote();
    for (const voter of [alice, bob, dave]) await vote(motion, voter, "for");
    await motion.closeVote();
    expect(await motion.state()).to.equal("Succeeded");
    await motion.queue(stranger);
    expect(await motion.state()).to.equal("Queued");
    await motion.endDelay();
    await motion.execute(stranger);
    expect(await motion.state()).to.equal("Executed");
    return motion;
  }

  /** Everything that StakeWeight tells of the voters, at fixed seconds. */
  async function told(timepoint: bigint) {
    const { stakeWeight, token } = node;
    const accounts = Object.values(voters) as Wallet[];
    const later = timepoint + 30n * WEEK;
    return {
      positions: await Promise.all(accounts.map((account) => stakeWeight.positionOf(account))),
      delegates: await Promise.all(accounts.map((account) => stakeWeight.delegates(account))),
      votes: await Promise.all(accounts.map((account) => stakeWeight.getPastVotes(account, timepoint))),
      weights: await Promise.all(accounts.map((account) => stakeWeight.weightAt(account, later))),
      supply: await stakeWeight.getPastTotalSupply(timepoint),
      total: await stakeWeight.totalWeightAt(later),
      staked: await stakeWeight.totalStaked(),
      tokens: await token.balanceOf(stakeWeight),
      admins: await stakeWeight.getRoleMembers(ZeroHash),
      pausers: await stakeWeight.getRoleMembers(await stakeWeight.PAUSER_ROLE()),
    };
  }

  before(async () => {
    node = await liveNode({ chainStart: MONDAY });
    const [alice, bob, carol, dave, erin, frank, stranger] = node.wallets as [
      Wallet,
      Wallet,
      Wallet,
      Wallet,
      Wallet,
      Wallet,
      Wallet,
    ];
    voters = { alice, bob, carol, dave, erin, frank, stranger };
    await stake(alice, 1_000_000n * WCT, 104n);
    await stake(bob, 2_000_000n * WCT, 52n);
    await stake(carol, 400_000n * WCT, 52n);
    await delegate(carol, dave);
    await delegate(erin, dave);
    await stake(erin, 800_000n * WCT, 26n);
    await stake(frank, 1_000n * WCT, 4n);
    await (await node.stakeWeight.connect(bob).initiateUnlock({ gasLimit })).wait();
    await pass(HOUR);
  });

  beforeEach(async () => {
    snapshotId = await node.provider.send("evm_snapshot", []);
  });

  afterEach(async () => {
    await node.provider.send("evm_revert", [snapshotId]);
  });

  after(async () => {
    await node.stop();
  });

  describe("an accepted proposal", () => {
    it("changes settings of the governor, by own, delegated and decaying votes", async () => {
      const { governor } = node;
      const { interface: calls } = governor;
      await carry(
        await settingsProposal(
          "Vote for two weeks, with a quorum of 10 percent",
          calls.encodeFunctionData("setVotingPeriod", [2n * WEEK]),
          calls.encodeFunctionData("updateQuorumNumerator", [10n]),
        ),
      );
      expect(await governor.votingPeriod()).to.equal(2n * WEEK);
      expect(await governor["quorumNumerator()"]()).to.equal(10n);
    });

    it("ends a pause, in which voters can still vote, delegate and leave", async () => {
      const { stakeWeight, token, pauser } = node;
      const { alice, carol, stranger } = voters;
      await (await stakeWeight.connect(pauser).pause()).wait();
      await expect(stakeWeight.connect(pauser).unpause.staticCall())
        .to.be.revertedWithCustomError(stakeWeight, "AccessControlUnauthorizedAccount")
        .withArgs(pauser, ZeroHash);
      await delegate(carol, alice);
      await pass(1n);
      await carry({
        targets: [await stakeWeight.getAddress()],
        values: [0n],
        calldatas: [stakeWeight.interface.encodeFunctionData("unpause")],
        description: "Go on",
      });
      expect(await stakeWeight.paused()).to.equal(false);
      await stake(stranger, WCT, 4n);
      expect(await token.balanceOf(stranger)).to.equal(0n);
    });

    it("upgrades StakeWeight to what the upgrade command prepared, with all state kept", async () => {
      const { stakeWeight, governor, deployer, chain } = node;
      const { alice, stranger } = voters;
      const timepoint = BigInt(await chain.now()) - HOUR / 2n;
      const before = await told(timepoint);
      const args = ["prepare-upgrade", "--contract", "StakeWeight", "--implementation", "StakeWeightNextVersion"];
      const task = node.runTask(...args);
      expect(await task.exit, task.output()).to.equal(0);

      const data = task.output().trimEnd().split("\n").at(-1)!.trim();
      const { args: printed } = WCTGovernor__factory.createInterface().parseTransaction({ data })!;
      const [targets, values, calldatas, description] = printed.toArray(true) as [string[], bigint[], string[], string];
      await carry({ targets, values, calldatas, description });

      const proxy = await stakeWeight.getAddress();
      expect(await StakeWeightNextVersion__factory.connect(proxy, deployer).version()).to.equal(2n);
      expect(await told(timepoint)).to.deep.equal(before);
      // Positions and votes live on.
      await stake(stranger, WCT, 4n);
      const motion = await Motion.propose(governor, alice, await twoWeeks());
      await motion.openVote();
      expect(await vote(motion, alice, "for")).to.equal(weightOf(1_000_000n * WCT, 104n * WEEK));

      const again = node.runTask(...args);
      expect(await again.exit).to.equal(1);
      expect(again.output()).to.match(/StakeWeightNextVersion, as it is compiled now, is already the implementation/);
    });

    it("cannot be executed before the timelock's delay is over", async () => {
      const { governor, timelock, chain } = node;
      const { alice, stranger } = voters;
      const proposal = await twoWeeks();
      const motion = await Motion.propose(governor, alice, proposal);
      await motion.openVote();
      await vote(motion, alice, "for");
      await motion.closeVote();
      await motion.queue(stranger);
      const [targets, values, calldatas, descriptionHash] = hashedProposal(proposal);
      const salt = toBeHex(BigInt(descriptionHash) ^ (BigInt(await governor.getAddress()) << 96n), 32);
      const operation = await timelock.hashOperationBatch(targets, values, calldatas, ZeroHash, salt);
      await chain.mine([], Number((await governor.proposalEta(motion.id)) - 1n));
      // A call is executed in the second of the newest block.
      await expect(governor.connect(stranger).execute.staticCall(...motion.args, { blockTag: "latest" }))
        .to.be.revertedWithCustomError(timelock, "TimelockUnexpectedOperationState")
        .withArgs(operation, readyOnly);
      expect(await governor.votingPeriod()).to.equal(WEEK);
    });
  });

  describe("a proposal without the quorum", () => {
    it("is defeated and cannot be queued, nor executed", async () => {
      const { governor, stakeWeight } = node;
      const { alice, frank, stranger } = voters;
      const motion = await Motion.propose(governor, alice, await twoWeeks());
      await motion.openVote();
      const votes = await vote(motion, frank, "for");
      await motion.closeVote();
      const quorum = await governor.quorum(motion.snapshot);
      expect(quorum).to.equal(((await stakeWeight.getPastTotalSupply(motion.snapshot)) * 4n) / 100n);
      expect(votes).to.be.below(quorum);
      expect(await motion.state()).to.equal("Defeated");
      await expect(governor.connect(stranger).queue.staticCall(...motion.args))
        .to.be.revertedWithCustomError(governor, "GovernorUnexpectedProposalState")
        .withArgs(motion.id, state.defeated, toBeHex(state.succeededOnly, 32));
      await expect(governor.connect(stranger).execute.staticCall(...motion.args))
        .to.be.revertedWithCustomError(governor, "GovernorUnexpectedProposalState")
        .withArgs(motion.id, state.defeated, toBeHex(state.queuedOnly, 32));
    });
  });

  describe("a proposer", () => {
    it("needs the threshold", async () => {
      const { governor } = node;
      const { frank } = voters;
      const { targets, values, calldatas, description } = await twoWeeks();
      await expect(governor.connect(frank).propose.staticCall(targets, values, calldatas, description))
        .to.be.revertedWithCustomError(governor, "GovernorInsufficientProposerVotes")
        .withArgs(frank, weightOf(1_000n * WCT, 4n * WEEK), 100_000n * WCT);
    });

    it("may have it from others alone", async () => {
      const motion = await Motion.propose(node.governor, voters.dave, await twoWeeks());
      expect(await motion.state()).to.equal("Pending");
    });

    it("does not have it any more once it delegated its votes", async () => {
      const { governor } = node;
      const { alice, bob } = voters;
      await delegate(alice, bob);
      await pass(1n);
      const { targets, values, calldatas, description } = await twoWeeks();
      await expect(governor.connect(alice).propose.staticCall(targets, values, calldatas, description))
        .to.be.revertedWithCustomError(governor, "GovernorInsufficientProposerVotes")
        .withArgs(alice, 0n, 100_000n * WCT);
    });
  });

  describe("a vote", () => {
    it("weighs what the position weighed at the snapshot, however far it decayed since", async () => {
      const { governor, stakeWeight, chain } = node;
      const { alice, bob } = voters;
      const motion = await Motion.propose(governor, alice, await twoWeeks());
      await chain.mine([], Number(motion.deadline - HOUR));
      const votes = await vote(motion, bob, "against");
      const { unlockEnd } = await stakeWeight.positionOf(bob);
      expect(votes).to.equal(weightOf(2_000_000n * WCT, unlockEnd - motion.snapshot));
      const decayed = votes - (await stakeWeight.weightOf(bob));
      expect(decayed).to.be.above(weightOf(2_000_000n * WCT, WEEK - DAY));
    });

    it("counts also when the position was withdrawn in the meantime", async () => {
      const { governor, stakeWeight, chain } = node;
      const { alice, frank } = voters;
      await (await stakeWeight.connect(frank).initiateUnlock({ gasLimit })).wait();
      const { unlockEnd } = await stakeWeight.positionOf(frank);
      await chain.mine([], Number(unlockEnd - 3n * DAY));
      const motion = await Motion.propose(governor, alice, await twoWeeks());
      await chain.mine([], Number(unlockEnd));
      await (await stakeWeight.connect(frank).withdraw({ gasLimit })).wait();
      expect(await vote(motion, frank, "for")).to.equal(weightOf(1_000n * WCT, unlockEnd - motion.snapshot));
    });

    it("does not count what was staked after the snapshot", async () => {
      const { governor } = node;
      const { alice, stranger } = voters;
      const motion = await Motion.propose(governor, alice, await twoWeeks());
      await motion.openVote();
      await stake(stranger, 1_000_000n * WCT, 104n);
      expect(await vote(motion, stranger, "against")).to.equal(0n);
    });

    it("of a delegate weighs all that was given to it, before or after it was staked", async () => {
      const motion = await Motion.propose(node.governor, voters.alice, await twoWeeks());
      await motion.openVote();
      expect(await vote(motion, voters.dave, "for")).to.equal(
        weightOf(400_000n * WCT * 52n + 800_000n * WCT * 26n, WEEK),
      );
    });

    it("is refused the second time", async () => {
      const { governor } = node;
      const { alice } = voters;
      const motion = await Motion.propose(governor, alice, await twoWeeks());
      await motion.openVote();
      await vote(motion, alice, "for");
      await expect(governor.connect(alice).castVote.staticCall(motion.id, support.against))
        .to.be.revertedWithCustomError(governor, "GovernorAlreadyCastVote")
        .withArgs(alice);
    });

    it("is the delegate's alone when it was given away before the snapshot", async () => {
      const { governor, chain } = node;
      const { alice, carol, dave } = voters;
      const motion = await Motion.propose(governor, alice, await twoWeeks());
      await chain.mine([], Number(motion.snapshot - 1n));
      // The last second that is early enough.
      await node.provider.send("evm_setNextBlockTimestamp", [Number(motion.snapshot)]);
      await delegate(alice, dave);
      await motion.openVote();
      expect(await vote(motion, alice, "for")).to.equal(0n);
      expect(await vote(motion, carol, "for")).to.equal(0n);
      expect(await vote(motion, dave, "for")).to.equal(
        weightOf(400_000n * WCT * 52n + 800_000n * WCT * 26n + 1_000_000n * WCT * 104n, WEEK),
      );
    });

    it("stays the delegator's when it is given away after the snapshot, voted already or not", async () => {
      const { governor, stakeWeight } = node;
      const { alice, bob, dave } = voters;
      const motion = await Motion.propose(governor, alice, await twoWeeks());
      const before = await stakeWeight.getVotes(dave);
      await motion.openVote();
      await vote(motion, alice, "for");
      await delegate(alice, dave);
      await delegate(bob, dave);
      expect(await stakeWeight.getVotes(dave)).to.be.above(before);
      expect(await vote(motion, dave, "against")).to.equal(before);
      const { unlockEnd } = await stakeWeight.positionOf(bob);
      expect(await vote(motion, bob, "against")).to.equal(weightOf(2_000_000n * WCT, unlockEnd - motion.snapshot));
      await expect(governor.connect(alice).castVote.staticCall(motion.id, support.against))
        .to.be.revertedWithCustomError(governor, "GovernorAlreadyCastVote")
        .withArgs(alice);
    });

    it("stays the delegate's when it is taken back after the snapshot", async () => {
      const { governor } = node;
      const { alice, carol, dave } = voters;
      const motion = await Motion.propose(governor, alice, await twoWeeks());
      await motion.openVote();
      await delegate(carol, carol);
      expect(await vote(motion, carol, "against")).to.equal(0n);
      expect(await vote(motion, dave, "for")).to.equal(weightOf(400_000n * WCT * 52n + 800_000n * WCT * 26n, WEEK));
    });

    it("adds up to the total supply at the snapshot when everybody votes", async () => {
      const { governor, stakeWeight } = node;
      const motion = await Motion.propose(governor, voters.alice, await twoWeeks());
      await motion.openVote();
      const accounts = Object.values(voters) as Wallet[];
      let sum = 0n;
      for (const [index, account] of accounts.entries()) {
        sum += await vote(motion, account, (["for", "against", "abstain"] as const)[index % 3]!);
      }
      const { againstVotes, forVotes, abstainVotes } = await governor.proposalVotes(motion.id);
      expect(againstVotes + forVotes + abstainVotes).to.equal(sum);
      // Each position is rounded down by less than a wei, and so is the total.
      const supply = await stakeWeight.getPastTotalSupply(motion.snapshot);
      expect(supply - sum).to.be.within(0n, 5n);
    });
  });
});
