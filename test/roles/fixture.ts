import { deployments, ethers } from "hardhat";
import { readParameters } from "../../scripts/deployment/parameters";
import { checkRoles } from "../../scripts/roles/checkRoles";
import { readDocumentedRights } from "../../scripts/roles/documentedRights";
import type { Records } from "../../scripts/roles/types";
import { ProxyAdmin__factory } from "../../typechain-types";
import { deployed } from "../support/deployed";

/** All contracts, handed over, with their records and the administrator's hand on the ProxyAdmins. */
export async function recorded() {
  const contracts = await deployed();
  const records: Records = { ...(await deployments.all()) };
  const proxyAdminOf = (name: string) =>
    ProxyAdmin__factory.connect(records[`${name}_ProxyAdmin`]!.address, contracts.admin);
  return {
    ...contracts,
    records,
    stakeWeightAdmin: proxyAdminOf("StakeWeight"),
    distributorAdmin: proxyAdminOf("RewardDistributor"),
    stranger: contracts.accounts[0]!,
  };
}

export type Recorded = Awaited<ReturnType<typeof recorded>>;

/** What the role check finds, over these records or those of the deployment. */
export async function findings(fixture: Pick<Recorded, "records">, records = fixture.records): Promise<string[]> {
  const check = await checkRoles({
    records,
    provider: ethers.provider,
    network: "hardhat",
    parameters: readParameters("hardhat"),
    documented: readDocumentedRights(),
  });
  return check.findings;
}
