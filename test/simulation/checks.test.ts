import { expect } from "chai";
import { checkRewards } from "../../scripts/simulation/checks/checkRewards";
import { checkStakes } from "../../scripts/simulation/checks/checkStakes";
import { checkTokens } from "../../scripts/simulation/checks/checkTokens";
import { checkVotes } from "../../scripts/simulation/checks/checkVotes";
import { PastValues } from "../../scripts/simulation/checks/PastValues";
import { Deviation } from "../../scripts/simulation/Deviation";
import { WEEK, weekStartOf } from "../../scripts/simulation/model/StakeModel";
import { Random } from "../../scripts/simulation/Random";
import { warpTo } from "../support/time";
import { mirrored } from "./support/mirrored";

type Mirrored = Awaited<ReturnType<typeof mirrored>>;

const stakesOf = (fixture: Mirrored) => checkStakes({ ...fixture, stakeWeight: fixture.contracts.StakeWeight });

async function votesOf(fixture: Mirrored): Promise<void> {
  const weight = await fixture.stakeWeight.totalWeight();
  return checkVotes({ ...fixture, stakeWeight: fixture.contracts.StakeWeight, weight });
}

const rewardsOf = (fixture: Mirrored) => checkRewards({ ...fixture, distributor: fixture.contracts.RewardDistributor });

/** The message of the deviation that a check finds. */
async function deviationOf(check: Promise<unknown>): Promise<string> {
  try {
    await check;
  } catch (error) {
    if (error instanceof Deviation) return error.message;
    throw error;
  }
  return "none";
}

describe("the simulation's checks", () => {
  it("find nothing where the model did what the chain did", async () => {
    const fixture = await mirrored();
    const { staked, stakers } = await stakesOf(fixture);
    expect([staked, stakers]).to.deep.equal([fixture.stakes.totalStaked(), 2]);
    await votesOf(fixture);
    expect(await rewardsOf(fixture)).to.equal(1_000n * 10n ** 18n);
  });

  it("find a position that is a wei off, and say whose", async () => {
    const fixture = await mirrored();
    const position = fixture.stakes.of(1);
    const found = position.amount;
    position.amount += 1n;
    expect(await deviationOf(stakesOf(fixture))).to.equal(
      `the amount of ${fixture.addresses[1]}: expected ${found + 1n}, found ${found}`,
    );
  });

  it("find an end that is a week off", async () => {
    const fixture = await mirrored();
    fixture.stakes.of(1).unlockEnd += WEEK;
    expect(await deviationOf(stakesOf(fixture))).to.match(/^the end of 0x\w+: expected \d+, found \d+$/);
  });

  it("find what is held back on one side only", async () => {
    const fixture = await mirrored();
    fixture.stakes.holdForSlash(0, 10n);
    expect(await deviationOf(stakesOf(fixture))).to.match(/^what is held back of 0x\w+: expected \d+, found 0$/);
  });

  it("find tokens that do not stand behind the positions", async () => {
    const fixture = await mirrored();
    fixture.treasury.move("stakes", fixture.deployer.address, 1n);
    expect(await deviationOf(stakesOf(fixture))).to.match(/^the tokens that stand behind it: /);
  });

  it("find votes that went elsewhere", async () => {
    const fixture = await mirrored();
    fixture.stakes.delegate(1, 0);
    expect(await deviationOf(votesOf(fixture))).to.match(/^the votes of 0x\w+: /);
  });

  it("find a reward that is two wei off", async () => {
    const fixture = await mirrored();
    const [account] = fixture.addresses;
    const due = fixture.rewards.due(0);
    fixture.rewards.due = () => ({ least: due.least + 2n, most: due.most + 2n });
    expect(await deviationOf(rewardsOf(fixture))).to.match(
      new RegExp(
        `^the reward that can be claimed of ${account}: expected ${due.least + 2n} to ${due.most + 2n}, found \\d+$`,
      ),
    );
  });

  it("find a reward that was funded on one side only", async () => {
    const fixture = await mirrored();
    fixture.rewards.fund(weekStartOf(fixture.chain.now), 1n);
    expect(await deviationOf(rewardsOf(fixture))).to.match(/^what was funded: expected \d+2, found \d+1$/);
  });

  it("find a balance that is a wei off", async () => {
    const fixture = await mirrored();
    fixture.treasury.move(fixture.addresses[0]!, fixture.deployer.address, 1n);
    expect(await deviationOf(checkTokens(fixture))).to.match(/^the tokens of 0x\w+: expected \d+, found \d+$/);
  });

  it("find a past value that changed", async () => {
    const fixture = await mirrored();
    const past = new PastValues({ ...fixture, random: new Random(1) });
    past.remember();
    await warpTo(BigInt(fixture.chain.now + 1));
    await past.check();
    past.rememberReward(1n);
    for (let tries = 0; tries < 50; tries++) {
      const message = await deviationOf(past.check());
      if (message === "none") continue;
      expect(message).to.match(/^the reward of a past week: expected 1, found \d+$/);
      return;
    }
    expect.fail("it was never read again");
  });
});

describe("Deviation", () => {
  it("tells the week in which it was found first", () => {
    const deviation = new Deviation({ what: "the weight", account: "0x1", expected: 2n, found: 3n });
    expect(deviation.in(7).in(8).message).to.equal("week 7: the weight of 0x1: expected 2, found 3");
    expect(deviation.week).to.equal(7);
  });
});
