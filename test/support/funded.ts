import { deployed } from "./deployed";
import { WCT } from "./amounts";
import { DAY, HOUR, nextAt, now, WEEK, weekStartOf } from "./time";

/**
 * The contracts on a Monday, 12:00 UTC, with accounts that hold WCT: stakers with 1,000,000 each, who approved StakeWeight,
 * and a funder with 10,000,000, who approved the distributor.
 */
export async function funded() {
  const contracts = await deployed();
  const [alice, bob, carol, operator, funder, stranger] = contracts.accounts;
  const { token, stakeWeight, distributor, deployer } = contracts;
  for (const staker of [alice!, bob!, carol!, operator!]) {
    await token.connect(deployer).transfer(staker, 1_000_000n * WCT);
    await token.connect(staker).approve(stakeWeight, 1_000_000n * WCT);
  }
  await token.connect(deployer).transfer(funder!, 10_000_000n * WCT);

  /** Thursday, 00:00 UTC, of the next week. */
  const thursday = weekStartOf(await now()) + 2n * WEEK;
  const monday = thursday - 3n * DAY + 12n * HOUR;
  await nextAt(monday);
  await token.connect(funder).approve(distributor, 10_000_000n * WCT);
  return {
    ...contracts,
    alice: alice!,
    bob: bob!,
    carol: carol!,
    operator: operator!,
    funder: funder!,
    stranger: stranger!,
    monday,
    thursday,
  };
}

/** {@link funded}, where alice holds a Locked position of 1,000 WCT with a preset of 52 weeks. */
export async function locked() {
  const fixture = await funded();
  await fixture.stakeWeight.connect(fixture.alice).stake(1_000n * WCT, 52n);
  return { ...fixture, amount: 1_000n * WCT };
}

/** {@link locked}, where alice initiated her unlock on the same Monday. */
export async function unlocking() {
  const fixture = await locked();
  await fixture.stakeWeight.connect(fixture.alice).initiateUnlock();
  return { ...fixture, unlockEnd: fixture.thursday + 51n * WEEK };
}

/** {@link unlocking}, at the very second in which alice's position becomes Unlocked. */
export async function unlocked() {
  const fixture = await unlocking();
  await nextAt(fixture.unlockEnd);
  await fixture.token.connect(fixture.bob).approve(fixture.stakeWeight, 1_000_000n * WCT);
  return fixture;
}
