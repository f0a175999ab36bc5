import { expect } from "chai";
import hre, { deployments, ethers } from "hardhat";
import { readAuthorities, roleNames } from "../../scripts/deployment/authority";
import { DeploymentError } from "../../scripts/deployment/DeploymentError";
import { expectedMembers } from "../../scripts/deployment/expectedMembers";
import { assertHandedOver, handOver } from "../../scripts/deployment/handOver";
import { readParameters } from "../../scripts/deployment/parameters";
import { ProxyAdmin__factory, RewardDistributor__factory, StakeWeight__factory } from "../../typechain-types";

/** Deployed up to the given tag; without one, handed over. */
async function deployedUpTo(tag?: string) {
  await deployments.run(tag, { resetMemory: true, deletePreviousDeployments: false, writeDeploymentsToFiles: false });
  const [deployer, admin, pauser, stranger] = await ethers.getSigners();
  const addressOf = async (name: string) => (await deployments.get(name)).address;
  return {
    deployer: deployer!,
    admin: admin!,
    pauser: pauser!,
    stranger: stranger!,
    stakeWeight: StakeWeight__factory.connect(await addressOf("StakeWeight"), deployer),
    distributor: RewardDistributor__factory.connect(await addressOf("RewardDistributor"), deployer),
    stakeWeightAdmin: ProxyAdmin__factory.connect(await addressOf("StakeWeight_ProxyAdmin"), deployer),
    distributorAdmin: ProxyAdmin__factory.connect(await addressOf("RewardDistributor_ProxyAdmin"), deployer),
    parameters: readParameters("hardhat"),
  };
}

describe("handOver", () => {
  it("leaves the administrator, the pauser and the distributor with exactly their roles", async () => {
    const { admin, pauser, distributor, stakeWeight } = await deployedUpTo();
    const authorities = (await readAuthorities(hre)).map(({ roles, ...authority }) => ({
      ...authority,
      roles: Object.fromEntries(Object.entries(roles).map(([role, { members }]) => [role, members])),
    }));
    expect(authorities).to.deep.equal([
      {
        contract: "RewardDistributor",
        address: await distributor.getAddress(),
        upgrader: admin.address,
        roles: { DEFAULT_ADMIN_ROLE: [admin.address], PAUSER_ROLE: [pauser.address] },
      },
      {
        contract: "StakeWeight",
        address: await stakeWeight.getAddress(),
        upgrader: admin.address,
        roles: {
          DEFAULT_ADMIN_ROLE: [admin.address],
          DISTRIBUTOR_ROLE: [await distributor.getAddress()],
          PAUSER_ROLE: [pauser.address],
        },
      },
    ]);
  });

  it("leaves the deployer with nothing", async () => {
    const { deployer } = await deployedUpTo();
    for (const { upgrader, roles } of await readAuthorities(hre)) {
      expect([upgrader, ...Object.values(roles).flatMap(({ members }) => members)]).not.to.include(deployer.address);
    }
  });

  it("sends no transaction a second time", async () => {
    const { deployer, parameters } = await deployedUpTo();
    const nonce = await deployer.getNonce();
    await handOver(hre, parameters);
    expect(await deployer.getNonce()).to.equal(nonce);
  });

  it("goes on where it was interrupted, before the renouncing", async () => {
    const { stakeWeight, admin, pauser, parameters } = await deployedUpTo("rewards");
    await stakeWeight.grantRole(await stakeWeight.PAUSER_ROLE(), pauser);
    await stakeWeight.grantRole(await stakeWeight.DEFAULT_ADMIN_ROLE(), admin);
    await handOver(hre, parameters);
    await expect(assertHandedOver(hre, parameters)).to.be.fulfilled;
  });

  it("goes on where it was interrupted, between two contracts", async () => {
    const { distributor, deployer, admin, pauser, parameters } = await deployedUpTo("rewards");
    await distributor.grantRole(await distributor.PAUSER_ROLE(), pauser);
    await distributor.grantRole(await distributor.DEFAULT_ADMIN_ROLE(), admin);
    await distributor.renounceRole(await distributor.DEFAULT_ADMIN_ROLE(), deployer);
    await handOver(hre, parameters);
    await expect(assertHandedOver(hre, parameters)).to.be.fulfilled;
  });

  for (const role of ["admin", "pauser"] as const) {
    it(`refuses the deployer as ${role} before any transaction`, async () => {
      const { deployer, parameters } = await deployedUpTo("rewards");
      const nonce = await deployer.getNonce();
      await expect(handOver(hre, { ...parameters, [role]: deployer.address })).to.be.rejectedWith(
        DeploymentError,
        `must not be the deployer (${deployer.address})`,
      );
      expect(await deployer.getNonce()).to.equal(nonce);
    });
  }
});

describe("assertHandedOver", () => {
  it("fails before the handover and names everything that is left", async () => {
    const { deployer, admin, pauser, distributor, parameters } = await deployedUpTo("rewards");
    await expect(assertHandedOver(hre, parameters)).to.be.rejectedWith(
      DeploymentError,
      [
        `RewardDistributor: ${deployer.address} may upgrade, not ${admin.address}`,
        `RewardDistributor: ${admin.address} lacks DEFAULT_ADMIN_ROLE`,
        `RewardDistributor: ${deployer.address} holds DEFAULT_ADMIN_ROLE`,
        `RewardDistributor: ${pauser.address} lacks PAUSER_ROLE`,
        `StakeWeight: ${deployer.address} may upgrade, not ${admin.address}`,
        `StakeWeight: ${admin.address} lacks DEFAULT_ADMIN_ROLE`,
        `StakeWeight: ${deployer.address} holds DEFAULT_ADMIN_ROLE`,
        `StakeWeight: ${await distributor.getAddress()} lacks DISTRIBUTOR_ROLE`,
        `StakeWeight: ${pauser.address} lacks PAUSER_ROLE`,
      ].join("; "),
    );
  });

  for (const role of ["DEFAULT_ADMIN_ROLE", "PAUSER_ROLE", "DISTRIBUTOR_ROLE"] as const) {
    it(`fails if anyone else holds ${role}`, async () => {
      const { stakeWeight, admin, stranger, parameters } = await deployedUpTo();
      await stakeWeight.connect(admin).grantRole(await stakeWeight[role](), stranger);
      await expect(assertHandedOver(hre, parameters)).to.be.rejectedWith(
        DeploymentError,
        `StakeWeight: ${stranger.address} holds ${role}`,
      );
    });
  }

  it("fails if the pauser lacks its role", async () => {
    const { distributor, admin, pauser, parameters } = await deployedUpTo();
    await distributor.connect(admin).revokeRole(await distributor.PAUSER_ROLE(), pauser);
    await expect(assertHandedOver(hre, parameters)).to.be.rejectedWith(
      DeploymentError,
      `RewardDistributor: ${pauser.address} lacks PAUSER_ROLE`,
    );
  });

  it("fails if the distributor lacks its role", async () => {
    const { stakeWeight, distributor, admin, parameters } = await deployedUpTo();
    await stakeWeight.connect(admin).revokeRole(await stakeWeight.DISTRIBUTOR_ROLE(), distributor);
    await expect(assertHandedOver(hre, parameters)).to.be.rejectedWith(
      DeploymentError,
      `StakeWeight: ${await distributor.getAddress()} lacks DISTRIBUTOR_ROLE`,
    );
  });

  it("fails if the deployer may upgrade again", async () => {
    const { distributorAdmin, admin, deployer, parameters } = await deployedUpTo();
    await distributorAdmin.connect(admin).transferOwnership(deployer);
    await expect(assertHandedOver(hre, parameters)).to.be.rejectedWith(
      DeploymentError,
      `RewardDistributor: ${deployer.address} may upgrade`,
    );
  });

  it("fails if somebody else may upgrade", async () => {
    const { stakeWeightAdmin, admin, stranger, parameters } = await deployedUpTo();
    await stakeWeightAdmin.connect(admin).transferOwnership(stranger);
    await expect(assertHandedOver(hre, parameters)).to.be.rejectedWith(
      DeploymentError,
      `StakeWeight: ${stranger.address} may upgrade`,
    );
  });
});

describe("expectedMembers", () => {
  it("refuses a role that nobody is named for", async () => {
    await deployedUpTo("rewards");
    await expect(expectedMembers(hre, readParameters("hardhat"), "MINTER_ROLE")).to.be.rejectedWith(
      DeploymentError,
      "nobody is named to hold MINTER_ROLE",
    );
  });
});

describe("roleNames", () => {
  it("finds every role in the ABI", () => {
    expect(roleNames(StakeWeight__factory.createInterface())).to.deep.equal([
      "DEFAULT_ADMIN_ROLE",
      "DISTRIBUTOR_ROLE",
      "PAUSER_ROLE",
    ]);
  });
});
