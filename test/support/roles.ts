import { setBalance } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { deployments, ethers } from "hardhat";
import { ProxyAdmin__factory } from "../../typechain-types";
import { WCT } from "./amounts";
import { equalWeights } from "./rewarded";
import { warpTo, WEEK } from "./time";

export const roles = [
  "nobody",
  "staker",
  "operator",
  "pauser",
  "admin",
  "distributor",
  "migrator",
  "slasher",
  "owner of the ProxyAdmin",
] as const;

export type Role = (typeof roles)[number];

/**
 * An account per role, each of which holds WCT and approved both contracts: what is refused is refused for want of a right
 * and not for want of tokens. alice is the staker, Locked and due a reward; carol is Unlocked; bob has no position and
 * approved the operator, as did alice. Of alice's position 1 % is held back. Both contracts hold stray tokens. The admin is the timelock; the ProxyAdmins, which
 * it owns as well, are given to another account here, so that the two rights are told apart.
 */
export async function everyRole() {
  const fixture = await equalWeights();
  const { token, stakeWeight, distributor, deployer, admin, pauser, alice, bob, carol, funder, stranger } = fixture;
  const { thursday, operator, accounts } = fixture;
  const upgrader = accounts[10]!;
  const migrator = accounts[11]!;
  const slasher = accounts[12]!;
  await stakeWeight.connect(admin).grantRole(await stakeWeight.MIGRATOR_ROLE(), migrator);
  await stakeWeight.connect(admin).grantRole(await stakeWeight.SLASHER_ROLE(), slasher);
  for (const name of ["StakeWeight", "RewardDistributor"]) {
    const { address } = await deployments.get(`${name}_ProxyAdmin`);
    await ProxyAdmin__factory.connect(address, admin).transferOwnership(upgrader);
  }
  const asDistributor = await ethers.getImpersonatedSigner(await distributor.getAddress());
  await setBalance(asDistributor.address, 100n * WCT);
  for (const account of [stranger, alice, operator, pauser, admin, asDistributor, migrator, slasher, upgrader]) {
    if (account !== asDistributor) await token.connect(deployer).transfer(account, 100n * WCT);
    await token.connect(account).approve(stakeWeight, 100n * WCT);
    await token.connect(account).approve(distributor, 100n * WCT);
  }
  await stakeWeight.connect(alice).setOperator(operator, true);
  await stakeWeight.connect(bob).setOperator(operator, true);
  await stakeWeight.connect(slasher).holdForSlash(alice, 100n);
  await stakeWeight.connect(bob).initiateUnlock();
  await stakeWeight.connect(carol).initiateUnlock();
  await distributor.connect(funder).fundRange(thursday, 10n, 9n * WCT);
  await warpTo(thursday + 104n * WEEK);
  await stakeWeight.connect(bob).withdraw();
  await token.connect(bob).transfer(stakeWeight, 5n);
  await token.connect(bob).transfer(distributor, 5n);
  const holders: Record<Role, HardhatEthersSigner> = {
    nobody: stranger,
    staker: alice,
    operator,
    pauser,
    admin,
    distributor: asDistributor,
    migrator,
    slasher,
    "owner of the ProxyAdmin": upgrader,
  };
  return { ...fixture, holders };
}

/** {@link everyRole}, with both contracts paused. */
export async function everyRolePaused() {
  const fixture = await everyRole();
  await fixture.stakeWeight.connect(fixture.pauser).pause();
  await fixture.distributor.connect(fixture.pauser).pause();
  return fixture;
}

export type RolesFixture = Awaited<ReturnType<typeof everyRole>>;
