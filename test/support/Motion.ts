import type { Provider, Signer } from "ethers";
import { DevChain, type DevProvider, GAS_LIMIT } from "../../scripts/chain/DevChain";
import { hashedProposal, type Proposal } from "../../scripts/upgrade/upgradeProposal";
import type { WCTGovernor } from "../../typechain-types";

export const support = { against: 0n, for: 1n, abstain: 2n } as const;

/** The governor's states, in its order. */
const states = ["Pending", "Active", "Canceled", "Defeated", "Succeeded", "Queued", "Expired", "Executed"] as const;

/** An estimate made within the second of another change can be too low, so none is used. */
const sent = { gasLimit: GAS_LIMIT };

/** A proposal on its way to its execution. Moves the clock of the chain that its governor is connected to. */
export class Motion {
  readonly #governor: WCTGovernor;
  readonly #chain: DevChain;
  readonly id: bigint;
  /** The second whose votes count. */
  readonly snapshot: bigint;
  /** The last second in which votes are taken. */
  readonly deadline: bigint;
  /** What `queue`, `execute` and `cancel` take. */
  readonly args: ReturnType<typeof hashedProposal>;

  private constructor(governor: WCTGovernor, proposal: Proposal, id: bigint, snapshot: bigint, deadline: bigint) {
    this.#governor = governor;
    this.#chain = new DevChain(governor.runner!.provider as Provider as DevProvider);
    this.args = hashedProposal(proposal);
    this.id = id;
    this.snapshot = snapshot;
    this.deadline = deadline;
  }

  static async propose(governor: WCTGovernor, proposer: Signer, proposal: Proposal): Promise<Motion> {
    const { targets, values, calldatas, description } = proposal;
    await (await governor.connect(proposer).propose(targets, values, calldatas, description, sent)).wait();
    const id = await governor.getProposalId(...hashedProposal(proposal));
    const [snapshot, deadline] = await Promise.all([governor.proposalSnapshot(id), governor.proposalDeadline(id)]);
    return new Motion(governor, proposal, id, snapshot, deadline);
  }

  async state(): Promise<(typeof states)[number]> {
    return states[Number(await this.#governor.state(this.id))]!;
  }

  /** To the first second in which votes are taken. */
  openVote(): Promise<unknown> {
    return this.#chain.mine([], Number(this.snapshot + 1n));
  }

  async vote(voter: Signer, choice: keyof typeof support): Promise<void> {
    await (await this.#governor.connect(voter).castVote(this.id, support[choice], sent)).wait();
  }

  /** To the first second in which no vote is taken any more. */
  closeVote(): Promise<unknown> {
    return this.#chain.mine([], Number(this.deadline + 1n));
  }

  async queue(caller: Signer): Promise<void> {
    await (await this.#governor.connect(caller).queue(...this.args, sent)).wait();
  }

  /** To the first second in which it may be executed. */
  async endDelay(): Promise<void> {
    await this.#chain.mine([], Number(await this.#governor.proposalEta(this.id)));
  }

  async execute(caller: Signer): Promise<void> {
    await (await this.#governor.connect(caller).execute(...this.args, sent)).wait();
  }
}
