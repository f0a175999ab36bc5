import { word } from "../chain/words";
import { expectSame, expectWithin } from "../Deviation";
import type { StakeCheck } from "./checkStakes";

/** The votes of whoever has or gave away votes, against the model, and all votes against all weights (invariant 7). */
export async function checkVotes(options: StakeCheck & { weight: bigint }): Promise<void> {
  const { chain, stakeWeight, addresses, stakes, weight } = options;
  const selector = stakeWeight.interface.getFunction("getVotes")!.selector;
  const votes = await chain.readMany(
    stakeWeight.address,
    addresses.map((account) => selector + word(account)),
    1,
  );
  let sum = 0n;
  for (const [account, address] of addresses.entries()) {
    const [found] = votes[account]!;
    expectSame("the votes", stakes.votes(account, chain.now), found, address);
    sum += found!;
  }
  // One wei is lost at most per account and per delegate.
  const lost = BigInt(stakes.positions.length + stakes.givers.size);
  expectWithin("all votes", { least: weight > lost ? weight - lost : 0n, most: weight }, sum);
}
