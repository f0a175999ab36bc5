import { time } from "@nomicfoundation/hardhat-network-helpers";
import { StandbyCrowd__factory } from "../../typechain-types";
import { WCT } from "./amounts";
import type { NodeContracts } from "./nodes";
import { WEEK } from "./time";

/** What each of them stakes: as little as a node needs. */
const STAKE = 100_000n * WCT;

/** How many can qualify at once: the whole supply is 10,000 times their stake, and other accounts hold some of it. */
const QUALIFIED = 9_900;

/** How many join in one transaction; with many more, each takes Hardhat's chain longer. */
const BATCH = 5;

/** Until a position of 52 weeks has unlocked. */
const UNLOCKING = 53n * WEEK;

/** Calls `act` with the first and the number of each batch of `count`. */
async function inBatches(count: number, act: (first: number, count: number) => Promise<unknown>): Promise<void> {
  for (let first = 0; first < count; first += BATCH) await act(first, Math.min(BATCH, count - first));
}

/**
 * Lets `count` more nodes stand by, each of an operator with a position of its own. Of more than 9,900 the first unlock and
 * withdraw once they are registered, which takes a year, and the last stake their tokens; all of them stand by.
 */
export async function standBy(contracts: NodeContracts, count: number): Promise<void> {
  const { token, registry, identities, deployer, admin } = contracts;
  const crowd = await new StandbyCrowd__factory(deployer).deploy(registry, identities);
  await registry.connect(admin).grantRole(await registry.REGISTRAR_ROLE(), crowd);
  await token.connect(deployer).transfer(crowd, BigInt(Math.min(count, QUALIFIED)) * STAKE);

  const leaving = Math.max(count - QUALIFIED, 0);
  await inBatches(leaving, (_, size) => crowd.join(size));
  await inBatches(leaving, (first, size) => crowd.unlock(first, size));
  if (leaving !== 0) await time.increase(UNLOCKING);
  await inBatches(leaving, (first, size) => crowd.withdraw(first, size));
  await inBatches(count - leaving, (_, size) => crowd.join(size));
}
