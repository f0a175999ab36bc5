import { time } from "@nomicfoundation/hardhat-network-helpers";
import { id as hashOf, parseEther } from "ethers";
import { impersonated } from "../support/impersonated";
import type { Costs } from "./measureCosts";
import { DAY, gasOf, network, week } from "./network";

const AMOUNT = parseEther("1234.5");

/** Measures delegation and voting among `others` other positions, of which `delegators` delegated to the same delegate. */
export async function measureVotes(options: { others: number; delegators: number }): Promise<Costs> {
  const { others, delegators } = options;
  const { token, stakeWeight, governor, deployer, accounts } = await network(others);
  const [acting, second, delegatee, fresh] = accounts;
  const stakes = stakeWeight.connect(acting);
  const costs: Costs = {};
  let now = week(1);
  const nextDay = async () => {
    now += DAY;
    await time.setNextBlockTimestamp(now);
  };
  await nextDay();
  await stakes.stake(AMOUNT, 52);
  await stakeWeight.connect(second).stake(AMOUNT, 52);
  await stakeWeight.connect(delegatee).stake(AMOUNT, 52);
  for (let i = 0; i < delegators; ++i) {
    now += 60;
    await time.setNextBlockTimestamp(now);
    await stakeWeight.connect(await impersonated(i)).delegate(delegatee!);
  }
  await nextDay();
  costs["delegate, to a new delegate"] = await gasOf(stakeWeight.connect(second).delegate(fresh!));
  await nextDay();
  costs["delegate"] = await gasOf(stakes.delegate(delegatee!));
  await nextDay();
  costs["increaseAmount, delegated"] = await gasOf(stakes.increaseAmount(AMOUNT));
  await nextDay();
  costs["initiateUnlock, delegated"] = await gasOf(stakes.initiateUnlock());
  await nextDay();
  costs["delegate back, Unlocking"] = await gasOf(stakes.delegate(acting!));

  await token.approve(stakeWeight, parseEther("1000000"));
  await stakeWeight.stake(parseEther("1000000"), 104);
  await nextDay();
  const targets = [await token.getAddress()];
  costs["propose"] = await gasOf(governor.propose(targets, [0n], ["0x"], "nothing"));
  const proposal = await governor.getProposalId(targets, [0n], ["0x"], hashOf("nothing"));
  await nextDay();
  await nextDay();
  await governor.connect(deployer).castVote(proposal, 1);
  await nextDay();
  costs["vote, own weight"] = await gasOf(governor.connect(acting).castVote(proposal, 1));
  await nextDay();
  costs["vote, of a delegate"] = await gasOf(governor.connect(delegatee).castVote(proposal, 1));
  return costs;
}
