import { expect } from "chai";
import { JsonRpcProvider, parseEther } from "ethers";
import {
  connect,
  type Connection,
  governance,
  history,
  InvalidValueError,
  rewards,
  staking,
  time,
  token,
  wallets as walletRewards,
} from "../../src/index.js";
import type { ContractDefinition } from "../../src/contract/ContractDefinition.js";
import { definitions } from "../../src/history/definitions.js";
import { useChain } from "../support/chain.js";
import { doAt } from "../support/doAt.js";

const { WEEK, weekStartOf } = time;

describe("history", () => {
  const chain = useChain();
  let alice: Connection;
  let bob: Connection;
  let account: string;
  const amount = parseEther("100000");

  beforeEach(async () => {
    const { wallets, connectAs, give } = chain();
    alice = await connectAs(wallets[5]!);
    bob = await connectAs(wallets[6]!);
    account = alice.account!;
    await give(account, 2n * amount);
    await give(bob.account!, 2n * amount);
  });

  async function stake(connection: Connection, presetWeeks = 52): Promise<void> {
    const [call] = await staking.prepareStake(connection, { amount, presetWeeks });
    await doAt(chain(), call!);
  }

  describe("readEvents", () => {
    it("reads plain values, typed by the ABI", async () => {
      await stake(alice);
      await stake(bob, 4);
      const events = await history.readEvents(alice, { contract: "StakeWeight", event: "Staked" });
      expect(events).to.have.length(2);
      const [first, second] = events;
      const read: { account: string; payer: string; amount: bigint; presetWeeks: bigint } = first!.args;
      expect(read).to.deep.equal({ account, payer: account, amount, presetWeeks: 52n });
      expect(first).to.include({ contract: "StakeWeight", event: "Staked" });
      expect(second!.block).to.be.greaterThan(first!.block);
      const receipt = await chain().provider.getTransactionReceipt(first!.transactionHash);
      expect(receipt!.blockNumber).to.equal(first!.block);
    });

    it("searches by indexed values, one or any of several", async () => {
      await stake(alice);
      await stake(bob, 4);
      const of = async (args: history.EventFilter<"StakeWeight", "Staked">) =>
        (await history.readEvents(alice, { contract: "StakeWeight", event: "Staked", args })).map(
          (event) => event.args.account,
        );
      const other = bob.account!;
      expect(await of({ account: other })).to.deep.equal([other]);
      expect(await of({ payer: account })).to.deep.equal([account]);
      expect(await of({ account, payer: other })).to.deep.equal([]);
      expect(await of({ account: [account, other] })).to.deep.equal([account, other]);
    });

    it("keeps to the blocks asked for, and to the connection's", async () => {
      await stake(alice);
      const block = await chain().provider.getBlockNumber();
      await stake(bob);
      const read = (options: { fromBlock?: number; toBlock?: number }, blockTag?: number) =>
        history.readEvents(blockTag === undefined ? alice : { ...alice, blockTag }, {
          contract: "StakeWeight",
          event: "Staked",
          ...options,
        });
      expect(await read({ toBlock: block })).to.have.length(1);
      expect(await read({ fromBlock: block + 1 })).to.have.length(1);
      expect(await read({}, block)).to.have.length(1);
      expect(await read({ fromBlock: block + 50 })).to.have.length(0);
    });

    it("tells enumerations by their names, and searches by them", async () => {
      const slashes = { contract: "NodeRewards", event: "SlashProposed" } as const;
      expect(
        await history.readEvents(alice, { ...slashes, args: { offence: ["Equivocation", "Confinement"] } }),
      ).to.deep.equal([]);
      const args = { offence: "Theft" } as unknown as { offence: "Equivocation" };
      expect(await history.readEvents(alice, { ...slashes, args }).catch(nameOf)).to.equal("InvalidValueError");
      // As types have it; the next test has the names of all.
      const reason: history.EventArgs<"NodeRegistry", "Deactivated">["reason"] = "CallUpMissed";
      expect(definitions.NodeRegistry.enums["enum INodeRegistry.Reason"]).to.include(reason);
    });

    it("throws for a value that is none, or is not indexed", async () => {
      const read = (args: object) =>
        history.readEvents(alice, { contract: "StakeWeight", event: "Staked", args }).catch(nameOf);
      expect(await read({ account: "nobody" })).to.equal("InvalidValueError");
      expect(await read({ amount: 5n })).to.equal("InvalidValueError");
    });

    it("knows the names of every enumeration of every event", () => {
      for (const { abi, enums } of Object.values<ContractDefinition>(definitions)) {
        const inputs = abi.filter(({ type }) => type === "event").flatMap((event) => event.inputs ?? []);
        const types = inputs
          .flatMap((input) => [input, ...(input.components ?? [])])
          .map(({ internalType }) => internalType ?? "");
        for (const type of types.filter((each) => each.startsWith("enum "))) expect(enums).to.have.any.keys(type);
      }
    });

    describe("on a node that refuses", () => {
      /** Stands for a node that tells the logs of few blocks at once. */
      class SparingProvider extends JsonRpcProvider {
        asked = 0;

        constructor(
          url: string,
          readonly most: number,
        ) {
          super(url, undefined, { staticNetwork: true, batchStallTime: 0 });
        }

        override getLogs(filter: { fromBlock: number; toBlock: number }) {
          this.asked++;
          if (filter.toBlock - filter.fromBlock >= this.most)
            return Promise.reject(new Error("query returned more than 10000 results"));
          return super.getLogs(filter);
        }
      }

      it("asks for fewer blocks until it answers", async () => {
        await stake(alice);
        await stake(bob);
        const sparing = new SparingProvider(chain().url, 7);
        const connection = await connect({ runner: sparing });
        const options = { contract: "StakeWeight", event: "Staked" } as const;
        expect(await history.readEvents(connection, options)).to.deep.equal(await history.readEvents(alice, options));
        expect(sparing.asked).to.be.greaterThan(2);
        sparing.destroy();
      });

      it("throws if it does not tell a single block", async () => {
        const sparing = new SparingProvider(chain().url, 0);
        const connection = await connect({ runner: sparing });
        const reading = history.readEvents(connection, { contract: "StakeWeight", event: "Staked" });
        expect(await reading.catch(nameOf)).to.equal("LogsRefusedError");
        sparing.destroy();
      });
    });
  });

  describe("readHistory", () => {
    it("is empty for who never did anything", async () => {
      expect(await history.readHistory(alice)).to.deep.equal([]);
    });

    it("tells all that happened to an account, in order, with times", async () => {
      const thursday = weekStartOf(await chain().now()) + 2n * WEEK;
      await stake(alice);
      await stake(bob);
      const funding = await rewards.prepareFund(bob, { weekStart: thursday, amountPerWeek: parseEther("1") });
      for (const call of funding) await doAt(chain(), call);
      const [increase] = await staking.prepareIncrease(alice, { amount: 5n });
      await doAt(chain(), increase!);
      await doAt(chain(), staking.delegate(bob, { delegatee: account }));
      await doAt(chain(), rewards.claim(bob, { account }), thursday + WEEK);
      await doAt(chain(), staking.initiateUnlock(alice), thursday + WEEK + 10n);
      await doAt(chain(), token.transfer(alice, { to: bob.account!, value: 1n }));
      await chain().warpTo(Number(thursday + 60n * WEEK));
      await doAt(chain(), staking.withdraw(alice));

      const entries = await history.readHistory(alice);
      expect(entries.map(({ contract, event }) => `${contract}.${event}`)).to.deep.equal([
        "StakeWeight.Staked",
        "StakeWeight.AmountIncreased",
        "StakeWeight.DelegateChanged",
        "StakeWeight.DelegateVotesChanged",
        "RewardDistributor.Claimed",
        "StakeWeight.UnlockInitiated",
        "StakeWeight.Withdrawn",
      ]);
      const claimed = entries[4]!;
      expect(claimed.timestamp).to.equal(thursday + WEEK);
      if (claimed.contract !== "RewardDistributor" || claimed.event !== "Claimed")
        throw new Error("the order is another");
      const paid: bigint = claimed.args.amount;
      expect(claimed.args).to.deep.equal({ account, recipient: account, amount: paid, lastWeekStart: thursday });
      for (const { block, timestamp } of entries) {
        expect(BigInt((await chain().provider.getBlock(block))!.timestamp)).to.equal(timestamp);
      }
      const ofBob = await history.readHistory(alice, { account: bob.account! });
      expect(ofBob.map(({ event }) => event)).to.include.members(["Staked", "PeriodFunded", "DelegateChanged"]);
      expect(await history.readHistory(alice, { account: bob.account!.toLowerCase() })).to.deep.equal(ofBob);
    });

    it("has proposals and votes", async () => {
      await stake(alice, 104);
      await stake(bob, 104);
      await chain().give(account, 2n * amount);
      const [increase] = await staking.prepareIncrease(alice, { amount: 2n * amount });
      await doAt(chain(), increase!);
      await doAt(
        chain(),
        governance.propose(alice, { targets: [account], values: [0n], calldatas: ["0x"], description: "A test" }),
      );
      const [created] = await history.readHistory(alice).then((entries) => entries.slice(-1));
      expect(created).to.include({ contract: "WCTGovernor", event: "ProposalCreated" });
      if (created?.event !== "ProposalCreated") throw new Error("no proposal");
      const { proposalId, voteStart } = created.args;
      await chain().warpTo(Number(voteStart + 1n));
      await doAt(chain(), governance.castVoteWithReason(bob, { proposalId, support: 1, reason: "why not" }));
      const [vote] = (await history.readHistory(bob)).slice(-1);
      expect(vote).to.include({ contract: "WCTGovernor", event: "VoteCast" });
      expect(vote!.args).to.deep.include({ voter: bob.account!, proposalId, support: 1n, reason: "why not" });
      // Nobody else's history has them.
      expect((await history.readHistory(alice)).map(({ event }) => event)).not.to.include("VoteCast");
      expect((await history.readHistory(bob)).map(({ event }) => event)).not.to.include("ProposalCreated");
    });

    it("has what happened to the wallet that an account owns, and pauses that it made", async () => {
      const owner = await chain().connectAs(chain().wallets[75]!);
      const payout = chain().wallets[70]!.address;
      const walletId = await walletRewards.idOf(owner, { owner: owner.account! });
      if (walletId === 0n) await doAt(chain(), walletRewards.register(owner, { payout }));
      const id = await walletRewards.idOf(owner, { owner: owner.account! });
      await doAt(chain(), walletRewards.setPayout(owner, { payout: account }));
      const certifier = await chain().connectAs(chain().wallets[42]!);
      await doAt(chain(), walletRewards.setCertified(certifier, { walletId: id, isCertified: true }));
      const events = (await history.readHistory(owner)).map(({ event }) => event);
      expect(events.slice(-2)).to.deep.equal(["PayoutSet", "CertifiedSet"]);
      expect((await history.readHistory(alice)).map(({ event }) => event)).to.deep.equal(["PayoutSet"]);

      const pauser = await chain().connectAs(chain().wallets[1]!);
      await doAt(chain(), staking.pause(pauser));
      const [pause] = (await history.readHistory(pauser)).slice(-1);
      expect(pause).to.include({ contract: "StakeWeight", event: "Paused" });
    });

    it("throws if no account is named", async () => {
      const reader = await connect({ runner: chain().provider });
      let error: unknown;
      await history.readHistory(reader).catch((thrown: unknown) => (error = thrown));
      expect(error).to.be.instanceOf(InvalidValueError);
    });
  });
});

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}
