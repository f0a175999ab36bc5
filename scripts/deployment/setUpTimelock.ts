import { id, ZeroHash } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { TimelockController__factory } from "../../typechain-types";

/** What the governor may in the timelock. */
export const governorRoles = ["PROPOSER_ROLE", "CANCELLER_ROLE"];

/** Makes the governor proposer and canceller of the timelock, as long as the deployer administers it. */
export async function setUpTimelock({
  deployments,
  ethers,
  getNamedAccounts,
}: HardhatRuntimeEnvironment): Promise<void> {
  const { deployer } = await getNamedAccounts();
  const { address } = await deployments.get("Timelock");
  const timelock = TimelockController__factory.connect(address, await ethers.getSigner(deployer!));
  if (!(await timelock.hasRole(ZeroHash, deployer!))) return;
  const governor = (await deployments.get("WCTGovernor")).address;
  for (const role of governorRoles.map(id)) {
    if (!(await timelock.hasRole(role, governor))) await (await timelock.grantRole(role, governor)).wait();
  }
}
