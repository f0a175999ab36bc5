import { expect } from "chai";
import { parseEther } from "ethers";
import { atBlock, governance } from "../../src/index.js";
import { useChain } from "../support/chain.js";
import { becomeVoter, proposeAs, TIMELOCK_DELAY, VOTING_PERIOD } from "../support/governance.js";
import { rejection } from "../support/rejection.js";
import { send } from "../support/send.js";

describe("governance", () => {
  const chain = useChain();
  const propose = async (description?: string) => proposeAs(chain(), await becomeVoter(chain()), description);

  describe("getProposal", () => {
    it("tells what is proposed, by whom, and when it is voted on", async () => {
      const { connection, proposalId, snapshot } = await propose();
      const { data } = governance.setProposalThreshold(connection, { newProposalThreshold: parseEther("200000") });
      expect(await governance.getProposal(connection, { proposalId })).to.deep.equal({
        proposalId,
        proposer: connection.account,
        description: `Raise the threshold#proposer=${connection.account!}`,
        actions: [{ target: connection.deployment.contracts.WCTGovernor!.address, value: 0n, data }],
        snapshot: BigInt(snapshot),
        deadline: BigInt(snapshot + VOTING_PERIOD),
        state: "Pending",
        eta: undefined,
        tallies: { against: 0n, for: 0n, abstain: 0n },
        quorum: undefined,
      });
    });

    it("tells the quorum from the second after the snapshot on", async () => {
      const { connection, proposalId, snapshot } = await propose();
      await chain().warpTo(snapshot);
      expect(await governance.getProposal(connection, { proposalId })).to.include({
        state: "Pending",
        quorum: undefined,
      });
      await chain().warpTo(snapshot + 1);
      const { state, quorum } = await governance.getProposal(connection, { proposalId });
      expect(state).to.equal("Active");
      expect(quorum).to.equal(await governance.quorum(connection, { timepoint: snapshot }));
    });

    it("refuses an id that nobody proposed", async () => {
      const connection = await chain().connectAs(chain().wallets[5]!);
      const error = await rejection(governance.getProposal(connection, { proposalId: 1n }));
      expect(error).to.be.instanceOf(Error);
    });

    it("reads the past of a connection that reads a past block", async () => {
      const { connection, proposalId, snapshot } = await propose();
      const block = await chain().provider.getBlockNumber();
      await chain().warpTo(snapshot + 1);
      const past = await governance.getProposal(atBlock(connection, block), { proposalId });
      expect(past.state).to.equal("Pending");
    });
  });

  describe("listProposals", () => {
    it("lists none before any is made", async () => {
      const connection = await chain().connectAs(chain().wallets[5]!);
      expect(await governance.listProposals(connection)).to.deep.equal([]);
    });

    it("lists the newest first, all of them, some states, or so many", async () => {
      const first = await propose("one");
      const { connection } = first;
      await chain().warpTo(first.snapshot + 1);
      const second = await proposeAs(chain(), connection, "two");
      const idsOf = async (options?: Parameters<typeof governance.listProposals>[1]) =>
        (await governance.listProposals(connection, options)).map(({ proposalId }) => proposalId);
      expect(await idsOf()).to.deep.equal([second.proposalId, first.proposalId]);
      expect(await idsOf({ states: ["Active"] })).to.deep.equal([first.proposalId]);
      expect(await idsOf({ states: ["Active", "Pending"], count: 1 })).to.deep.equal([second.proposalId]);
      expect(await idsOf({ count: 1 })).to.deep.equal([second.proposalId]);
      const fromBlock = await chain().provider.getBlockNumber();
      expect(await idsOf({ fromBlock })).to.deep.equal([second.proposalId]);
    });
  });

  describe("prepareVote", () => {
    for (const support of ["against", "for", "abstain"] as const) {
      it(`counts a vote: ${support}`, async () => {
        const { connection, proposalId, snapshot } = await propose();
        await chain().warpTo(snapshot + 1);
        const call = governance.prepareVote(connection, { proposalId, support });
        const votes = await call.simulate();
        await send(call);
        const { tallies } = await governance.getProposal(connection, { proposalId });
        expect(votes > 0n).to.equal(true);
        expect(tallies).to.deep.equal({ against: 0n, for: 0n, abstain: 0n, [support]: votes });
      });
    }

    it("gives a reason where there is one", async () => {
      const connection = await chain().connectAs(chain().wallets[5]!);
      const call = governance.prepareVote(connection, { proposalId: 7n, support: "for", reason: "because" });
      expect([call.signature, call.args]).to.deep.equal([
        "castVoteWithReason(uint256,uint8,string)",
        [7n, 1, "because"],
      ]);
    });

    it("refuses what cannot be voted", async () => {
      const connection = await chain().connectAs(chain().wallets[5]!);
      const vote = () => governance.prepareVote(connection, { proposalId: 7n, support: "maybe" as "for" });
      expect(vote).to.throw("support is maybe; it must be one of against, for, abstain");
    });
  });

  describe("prepareQueue and prepareExecute", () => {
    it("carry out what was accepted", async () => {
      const { connection, proposalId, snapshot } = await propose();
      await chain().warpTo(snapshot + 1);
      await send(governance.prepareVote(connection, { proposalId, support: "for" }));
      await chain().warpTo(snapshot + VOTING_PERIOD + 1);
      expect((await governance.getProposal(connection, { proposalId })).state).to.equal("Succeeded");
      await send(await governance.prepareQueue(connection, { proposalId }));
      const queued = await governance.getProposal(connection, { proposalId });
      expect(queued).to.include({ state: "Queued", eta: BigInt((await chain().now()) + TIMELOCK_DELAY) });
      await chain().warpTo(Number(queued.eta));
      await send(await governance.prepareExecute(connection, { proposalId }));
      expect((await governance.getProposal(connection, { proposalId })).state).to.equal("Executed");
      expect(await governance.proposalThreshold(connection)).to.equal(parseEther("200000"));
    });
  });
});
