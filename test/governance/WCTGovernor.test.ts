import { PANIC_CODES } from "@nomicfoundation/hardhat-chai-matchers/panic";
import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { expect } from "chai";
import { id, toBeHex, ZeroHash } from "ethers";
import { WCT } from "../support/amounts";
import { funded } from "../support/funded";
import { DAY, HOUR, nextAt, now, warpTo, WEEK } from "../support/time";

// The local parameters.
const votingDelay = DAY;
const votingPeriod = WEEK;
const proposalThreshold = 100_000n * WCT;
const quorumPercent = 4n;
const timelockDelay = 2n * DAY;

const support = { against: 0n, for: 1n, abstain: 2n };
const states = ["Pending", "Active", "Canceled", "Defeated", "Succeeded", "Queued", "Expired", "Executed"];

/** What a proposal does: one entry per call. */
type Calls = [targets: string[], values: bigint[], calldatas: string[]];

const description = "Vote for two weeks";

const aliceVotes = 416_000n * WCT;
const bobVotes = 10_400n * WCT;
const carolVotes = 104_000n * WCT;

/** All contracts, where alice, bob and carol have 416,000, 10,400 and 104,000 votes, which do not decay. */
async function governed() {
  const contracts = await funded();
  const { stakeWeight, governor, alice, bob, carol } = contracts;
  for (const [staker, votes] of [
    [alice, aliceVotes],
    [bob, bobVotes],
    [carol, carolVotes],
  ] as const) {
    await stakeWeight.connect(staker).stake((votes * 209n) / 104n, 104n);
  }
  // A proposer's votes are those of the second before.
  await warpTo((await now()) + 1n);
  const calls: Calls = [
    [await governor.getAddress()],
    [0n],
    [governor.interface.encodeFunctionData("setVotingPeriod", [2n * WEEK])],
  ];
  const proposal: [...Calls, descriptionHash: string] = [...calls, id(description)];
  return { ...contracts, calls, proposal, proposalId: await governor.hashProposal(...proposal) };
}

/** {@link governed}, where alice proposed a longer voting period. */
async function proposed() {
  const fixture = await governed();
  const { governor, alice, calls, proposalId } = fixture;
  await governor.connect(alice).propose(...calls, description);
  return { ...fixture, snapshot: await governor.proposalSnapshot(proposalId) };
}

/** {@link proposed}, at the first second in which votes are taken. */
async function voting() {
  const fixture = await proposed();
  await warpTo(fixture.snapshot + 1n);
  return fixture;
}

/** {@link voting}, where alice was for it, after the end of the vote. */
async function accepted() {
  const fixture = await voting();
  const { governor, alice, proposalId, snapshot } = fixture;
  await governor.connect(alice).castVote(proposalId, support.for);
  await warpTo(snapshot + votingPeriod + 1n);
  return fixture;
}

/** {@link accepted}, queued in the timelock. */
async function queued() {
  const fixture = await accepted();
  await fixture.governor.connect(fixture.stranger).queue(...fixture.proposal);
  return { ...fixture, queuedAt: await now() };
}

type Fixture = Awaited<ReturnType<typeof governed>>;

async function stateOf({ governor, proposalId }: Fixture): Promise<string> {
  return states[Number(await governor.state(proposalId))]!;
}

describe("WCTGovernor", () => {
  describe("settings", () => {
    it("are those of the parameters", async () => {
      const { governor, timelock } = await loadFixture(governed);
      expect(await governor.name()).to.equal("WCTGovernor");
      expect(await governor.votingDelay()).to.equal(votingDelay);
      expect(await governor.votingPeriod()).to.equal(votingPeriod);
      expect(await governor.proposalThreshold()).to.equal(proposalThreshold);
      expect(await governor.timelock()).to.equal(await timelock.getAddress());
    });

    it("are told on the clock of the votes", async () => {
      const { governor } = await loadFixture(governed);
      expect(await governor.CLOCK_MODE()).to.equal("mode=timestamp");
      expect(await governor.clock()).to.equal(await now());
    });

    it("ask for a share of all votes as quorum", async () => {
      const { governor } = await loadFixture(governed);
      await warpTo((await now()) + 1n);
      expect(await governor.quorum((await now()) - 1n)).to.equal(
        ((aliceVotes + bobVotes + carolVotes) * quorumPercent) / 100n,
      );
    });

    it("are changed by nobody but the timelock", async () => {
      const { governor, alice } = await loadFixture(governed);
      await expect(governor.connect(alice).setVotingPeriod(1n))
        .to.be.revertedWithCustomError(governor, "GovernorOnlyExecutor")
        .withArgs(alice);
    });
  });

  describe("propose", () => {
    it("is open from the threshold on", async () => {
      const { governor, carol, calls } = await loadFixture(governed);
      await expect(governor.connect(carol).propose(...calls, description)).to.emit(governor, "ProposalCreated");
    });

    it("is refused below the threshold", async () => {
      const { governor, bob, calls } = await loadFixture(governed);
      await expect(governor.connect(bob).propose(...calls, description))
        .to.be.revertedWithCustomError(governor, "GovernorInsufficientProposerVotes")
        .withArgs(bob, bobVotes, proposalThreshold);
    });

    describe("given a description that names its proposer", () => {
      it("is refused to others, who could cancel it otherwise", async () => {
        const { governor, alice, carol, calls } = await loadFixture(governed);
        const named = `${description}#proposer=${alice.address}`;
        await expect(governor.connect(carol).propose(...calls, named))
          .to.be.revertedWithCustomError(governor, "GovernorRestrictedProposer")
          .withArgs(carol);
        await expect(governor.connect(alice).propose(...calls, named)).to.emit(governor, "ProposalCreated");
      });
    });

    describe("given a description that names nobody", () => {
      it("can be used up by another with the threshold, who proposes it first and cancels it", async () => {
        const { governor, alice, carol, calls, proposal } = await loadFixture(governed);
        await governor.connect(carol).propose(...calls, description);
        await governor.connect(carol).cancel(...proposal);
        await expect(governor.connect(alice).propose(...calls, description)).to.be.revertedWithCustomError(
          governor,
          "GovernorUnexpectedProposalState",
        );
      });
    });

    it("fixes the second whose votes count", async () => {
      const fixture = await loadFixture(proposed);
      const { governor, snapshot, proposalId } = fixture;
      expect(snapshot).to.equal((await now()) + votingDelay);
      expect(await governor.proposalDeadline(proposalId)).to.equal(snapshot + votingPeriod);
      expect(await stateOf(fixture)).to.equal("Pending");
    });
  });

  describe("castVote", () => {
    it("is refused before the delay is over", async () => {
      const { governor, alice, proposalId, snapshot } = await loadFixture(proposed);
      await nextAt(snapshot);
      await expect(governor.connect(alice).castVote(proposalId, support.for)).to.be.revertedWithCustomError(
        governor,
        "GovernorUnexpectedProposalState",
      );
    });

    it("counts for, against and abstentions", async () => {
      const { governor, alice, bob, carol, proposalId } = await loadFixture(voting);
      await governor.connect(alice).castVote(proposalId, support.against);
      await governor.connect(bob).castVote(proposalId, support.for);
      await governor.connect(carol).castVote(proposalId, support.abstain);
      expect(await governor.proposalVotes(proposalId)).to.deep.equal([aliceVotes, bobVotes, carolVotes]);
    });
  });

  describe("when the vote is over", () => {
    for (const [title, vote, voter, state] of [
      ["accepts with a majority and the quorum", "for", "carol", "Succeeded"],
      ["rejects without the quorum", "for", "bob", "Defeated"],
      ["rejects with the quorum by abstentions alone", "abstain", "carol", "Defeated"],
      ["rejects against a majority", "against", "alice", "Defeated"],
    ] as const) {
      it(title, async () => {
        const fixture = await loadFixture(voting);
        const { governor, proposalId, snapshot } = fixture;
        await governor.connect(fixture[voter]).castVote(proposalId, support[vote]);
        await warpTo(snapshot + votingPeriod + 1n);
        expect(await stateOf(fixture)).to.equal(state);
      });
    }

    it("needs queuing", async () => {
      const { governor, proposalId } = await loadFixture(accepted);
      expect(await governor.proposalNeedsQueuing(proposalId)).to.equal(true);
    });
  });

  describe("queue", () => {
    it("hands an accepted proposal to the timelock, by anyone", async () => {
      const fixture = await loadFixture(queued);
      expect(await stateOf(fixture)).to.equal("Queued");
      expect(await fixture.governor.proposalEta(fixture.proposalId)).to.equal(fixture.queuedAt + timelockDelay);
    });

    it("is refused while votes are taken", async () => {
      const { governor, alice, proposal } = await loadFixture(voting);
      await expect(governor.connect(alice).queue(...proposal)).to.be.revertedWithCustomError(
        governor,
        "GovernorUnexpectedProposalState",
      );
    });
  });

  describe("execute", () => {
    it("is refused before the timelock's delay is over", async () => {
      const { governor, timelock, alice, proposal, queuedAt } = await loadFixture(queued);
      await nextAt(queuedAt + timelockDelay - 1n);
      await expect(governor.connect(alice).execute(...proposal)).to.be.revertedWithCustomError(
        timelock,
        "TimelockUnexpectedOperationState",
      );
    });

    it("carries out what was accepted, by anyone", async () => {
      const fixture = await loadFixture(queued);
      const { governor, stranger, proposal, queuedAt } = fixture;
      await nextAt(queuedAt + timelockDelay);
      await expect(governor.connect(stranger).execute(...proposal))
        .to.emit(governor, "VotingPeriodSet")
        .withArgs(votingPeriod, 2n * WEEK);
      expect(await stateOf(fixture)).to.equal("Executed");
    });

    it("of the governor's own settings works through the governor only", async () => {
      const { governor, timelock, stranger, proposal, queuedAt } = await loadFixture(queued);
      const [targets, values, calldatas, descriptionHash] = proposal;
      const salt = toBeHex(BigInt(descriptionHash) ^ (BigInt(await governor.getAddress()) << 96n), 32);
      await nextAt(queuedAt + timelockDelay);
      await expect(
        timelock.connect(stranger).executeBatch(targets, values, calldatas, ZeroHash, salt),
      ).to.be.revertedWithPanic(PANIC_CODES.POP_ON_EMPTY_ARRAY);
    });
  });

  describe("cancel", () => {
    it("is the proposer's while nobody can vote yet", async () => {
      const fixture = await loadFixture(proposed);
      await fixture.governor.connect(fixture.alice).cancel(...fixture.proposal);
      expect(await stateOf(fixture)).to.equal("Canceled");
    });

    it("is nobody's once votes are taken, and once queued", async () => {
      for (const stage of [voting, queued]) {
        const { governor, alice, stranger, proposal, proposalId } = await loadFixture<Fixture>(stage);
        for (const caller of [alice, stranger]) {
          await expect(governor.connect(caller).cancel(...proposal))
            .to.be.revertedWithCustomError(governor, "GovernorUnableToCancel")
            .withArgs(proposalId, caller);
        }
      }
    });
  });

  describe("timelock", () => {
    const attempts: Record<string, (fixture: Fixture, caller: HardhatEthersSigner) => Promise<unknown>> = {
      "schedules in it": ({ timelock }, caller) =>
        timelock.connect(caller).schedule(caller, 0n, "0x", ZeroHash, ZeroHash, 30n * DAY),
      "cancels in it": ({ timelock }, caller) => timelock.connect(caller).cancel(ZeroHash),
      "grants its roles": async ({ timelock }, caller) =>
        timelock.connect(caller).grantRole(await timelock.PROPOSER_ROLE(), caller),
    };
    for (const [title, attempt] of Object.entries(attempts)) {
      it(`refuses everybody but the governor, or itself, who ${title}`, async () => {
        const fixture = await loadFixture(governed);
        for (const caller of [fixture.deployer, fixture.alice, fixture.stranger]) {
          await expect(attempt(fixture, caller)).to.be.revertedWithCustomError(
            fixture.timelock,
            "AccessControlUnauthorizedAccount",
          );
        }
      });
    }

    it("does not change its delay but by itself", async () => {
      const { timelock, alice } = await loadFixture(governed);
      await expect(timelock.connect(alice).updateDelay(HOUR))
        .to.be.revertedWithCustomError(timelock, "TimelockUnauthorizedCaller")
        .withArgs(alice);
    });
  });
});
