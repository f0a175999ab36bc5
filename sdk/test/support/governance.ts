import { parseEther } from "ethers";
import { type Connection, governance, staking } from "../../src/index.js";
import type { TestChain } from "./chain.js";
import { stakeAs } from "./nodes.js";
import { send } from "./send.js";

/** Seconds, as the test chain is deployed. */
export const VOTING_DELAY = 86_400;
export const VOTING_PERIOD = 604_800;
export const TIMELOCK_DELAY = 172_800;

/** A proposal that was made. */
export interface Proposed {
  /** Of who proposed it, with all votes that there are. */
  connection: Connection;
  proposalId: bigint;
  /** Unix seconds. */
  snapshot: number;
}

/** Who may propose: an account that staked enough, and votes for itself. */
export async function becomeVoter(chain: TestChain, index = 5, amount = parseEther("1000000")): Promise<Connection> {
  const connection = await stakeAs(chain, index, amount);
  await send(staking.delegate(connection, { delegatee: connection.account! }));
  return connection;
}

/** Proposes another proposal threshold, as an account that may. */
export async function proposeAs(
  chain: TestChain,
  connection: Connection,
  description = "Raise the threshold",
): Promise<Proposed> {
  const calls = [governance.setProposalThreshold(connection, { newProposalThreshold: parseEther("200000") })];
  // Votes count from the second after the one in which they came.
  await chain.warpTo((await chain.now()) + 1);
  const call = governance.prepareProposal(connection, { calls, description });
  const proposalId = await call.simulate();
  await send(call);
  return { connection, proposalId, snapshot: (await chain.now()) + VOTING_DELAY };
}
