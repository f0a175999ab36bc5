import { expect } from "chai";
import { governance } from "../../../sdk/src/index.js";
import { useChain } from "../../../sdk/test/support/chain.js";
import { becomeVoter, proposeAs } from "../../../sdk/test/support/governance.js";
import { runCli } from "../support/runCli.js";

describe("stakeweight vote", () => {
  const chain = useChain();
  const vote = (argv: string[], env: Record<string, string> = {}) =>
    runCli(["vote", ...argv, "--rpc", chain().url], { env });
  const voter = () => ({ STAKEWEIGHT_PRIVATE_KEY: chain().wallets[5]!.privateKey });

  /** A proposal on which votes are taken. */
  async function openProposal(description?: string) {
    const proposed = await proposeAs(chain(), await becomeVoter(chain()), description);
    await chain().warpTo(proposed.snapshot + 1);
    return { ...proposed, id: proposed.proposalId.toString() };
  }

  describe("without arguments", () => {
    it("says that there is nothing to vote on", async () => {
      expect(await vote([])).to.include({ code: 0, stderr: "", stdout: "  Nothing was proposed yet.\n" });
    });

    it("lists the proposals", async () => {
      const { id } = await openProposal("# Raise the threshold\n\nBecause.");
      const ran = await vote([]);
      expect(ran.code).to.equal(0);
      expect(ran.stdout).to.match(new RegExp(`${id.slice(0, 10)}…\\s+Raise the threshold\\s+Active`));
      expect(ran.stdout).to.contain("votes end in").and.not.to.contain("#proposer");
    });

    it("lists them as JSON", async () => {
      const { id } = await openProposal();
      const { proposals } = (await vote(["--json"])).json() as { proposals: Record<string, unknown>[] };
      expect(proposals).to.have.length(1);
      expect(proposals[0]).to.deep.include({
        proposalId: id,
        state: "Active",
        tallies: { against: "0", for: "0", abstain: "0" },
      });
    });

    it("does not take a reason", async () => {
      const ran = await vote(["--reason", "because"]);
      expect(ran).to.include({ code: 2, stdout: "" });
      expect(ran.stderr).to.contain("--reason belongs to a vote");
    });
  });

  describe("with a proposal", () => {
    it("shows it, with what it calls and why", async () => {
      const { id } = await openProposal("Raise the threshold\n\nBecause.");
      const ran = await vote([id.slice(0, 8)]);
      expect(ran.code).to.equal(0);
      expect(ran.stdout)
        .to.contain(id)
        .and.to.contain("WCTGovernor.setProposalThreshold(200000000000000000000000)")
        .and.to.contain("  Because.");
    });

    it("takes an id in hexadecimal as a whole, and not its first digits", async () => {
      const { id, proposalId } = await openProposal();
      expect((await vote([`0x${proposalId.toString(16)}`])).stdout).to.contain(id);
      // The first digits of another number, which is that of no proposal.
      const ran = await vote([`0x${BigInt(id.slice(0, 8)).toString(16)}`]);
      expect(ran).to.include({ code: 2, stdout: "" });
    });

    it("keeps the proposer from steering the terminal", async () => {
      const { id } = await openProposal("Raise\u001b[2J the\u202e threshold");
      expect((await vote([id])).stdout).to.contain("Raise[2J the threshold");
    });

    it("does not know others, with exit code 2", async () => {
      await openProposal();
      for (const [text, problem] of [
        ["0", "There is no proposal 0"],
        ["seven", "Seven is no proposal's id"],
      ] as const) {
        const ran = await vote([text]);
        expect(ran).to.include({ code: 2, stdout: "" });
        expect(ran.stderr).to.contain(problem);
      }
    });
  });

  describe("with a vote", () => {
    it("votes, and shows the tally before and after", async () => {
      const { connection, proposalId, id } = await openProposal();
      const ran = await vote([id, "for", "--reason", "It is time", "--yes"], voter());
      expect(ran.code).to.equal(0);
      expect(ran.stderr)
        .to.contain("Vote for “Raise the threshold”")
        .and.to.match(/For\s+0(\.00)? WCT → /);
      const { tallies } = await governance.getProposal(connection, { proposalId });
      expect(tallies.for > 0n).to.equal(true);
    });

    it("prints what became of it as JSON", async () => {
      const { connection, id } = await openProposal();
      const ran = await vote([id, "against", "--yes", "--json"], voter());
      expect(ran).to.include({ code: 0, stderr: "" });
      const json = ran.json() as { votes: string; tallies: object };
      expect(json).to.deep.include({
        account: connection.account,
        proposalId: id,
        support: "against",
        state: "Active",
      });
      expect(json.tallies).to.deep.equal({ against: json.votes, for: "0", abstain: "0" });
    });

    it("warns who had no votes", async () => {
      const { id } = await openProposal();
      const env = { STAKEWEIGHT_PRIVATE_KEY: chain().wallets[6]!.privateKey };
      const ran = await vote([id, "abstain", "--yes"], env);
      expect(ran.code).to.equal(0);
      expect(ran.stderr).to.contain("You had no votes when this vote began");
    });

    it("refuses a second vote, with exit code 1", async () => {
      const { id } = await openProposal();
      await vote([id, "for", "--yes"], voter());
      const ran = await vote([id, "for", "--yes", "--json"], voter());
      expect(ran).to.include({ code: 1, stdout: "" });
      expect(JSON.parse(ran.stderr)).to.have.nested.property("error.name", "GovernorAlreadyCastVote");
    });

    it("refuses what cannot be voted, with exit code 2", async () => {
      const ran = await vote(["1", "maybe"], voter());
      expect(ran).to.include({ code: 2, stdout: "" });
      expect(ran.stderr).to.contain("It must be against, for, abstain.");
    });
  });
});
