import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import hre, { deployments, ethers } from "hardhat";
import deployHandover from "../../deploy/99_handover";
import { DeploymentError } from "../../scripts/deployment/DeploymentError";
import { expectedMembers } from "../../scripts/deployment/expectedMembers";
import { handOver } from "../../scripts/deployment/handOver";
import { readParameters } from "../../scripts/deployment/parameters";
import {
  ProxyAdmin__factory,
  RewardDistributor__factory,
  StakeWeight__factory,
  TimelockController__factory,
} from "../../typechain-types";
import { administrator } from "../support/deployed";

/** Deployed up to the given tags; without any, handed over. */
async function deployedUpTo(...tags: string[]) {
  await deployments.run(tags.length === 0 ? undefined : tags, {
    resetMemory: true,
    deletePreviousDeployments: false,
    writeDeploymentsToFiles: false,
  });
  const [deployer, pauser, stranger] = await ethers.getSigners();
  const addressOf = async (name: string) => (await deployments.get(name)).address;
  return {
    deployer: deployer!,
    pauser: pauser!,
    stranger: stranger!,
    stakeWeight: StakeWeight__factory.connect(await addressOf("StakeWeight"), deployer),
    distributor: RewardDistributor__factory.connect(await addressOf("RewardDistributor"), deployer),
    timelock: TimelockController__factory.connect(await addressOf("Timelock"), deployer),
    governor: await addressOf("WCTGovernor"),
    stakeWeightAdmin: ProxyAdmin__factory.connect(await addressOf("StakeWeight_ProxyAdmin"), deployer),
    distributorAdmin: ProxyAdmin__factory.connect(await addressOf("RewardDistributor_ProxyAdmin"), deployer),
    parameters: readParameters("hardhat"),
  };
}

/** All but the handover. */
const ready = () => deployedUpTo("rewards", "governance");

type Fixture = Awaited<ReturnType<typeof ready>>;

/** Who holds the roles and owns the ProxyAdmins, read without the scripts. */
async function holders({ stakeWeight, distributor, stakeWeightAdmin, distributorAdmin }: Fixture) {
  return {
    admins: [await stakeWeight.getRoleMembers(ZeroHash), await distributor.getRoleMembers(ZeroHash)],
    pausers: [
      await stakeWeight.getRoleMembers(await stakeWeight.PAUSER_ROLE()),
      await distributor.getRoleMembers(await distributor.PAUSER_ROLE()),
    ],
    distributors: await stakeWeight.getRoleMembers(await stakeWeight.DISTRIBUTOR_ROLE()),
    upgraders: [await stakeWeightAdmin.owner(), await distributorAdmin.owner()],
  };
}

/** The transactions of the handover, in its order, each as the deployer would send it. */
const transactions: ((fixture: Fixture) => Promise<unknown>)[] = [
  ({ distributor, timelock }) => distributor.grantRole(ZeroHash, timelock),
  async ({ distributor, pauser }) => distributor.grantRole(await distributor.PAUSER_ROLE(), pauser),
  ({ stakeWeight, timelock }) => stakeWeight.grantRole(ZeroHash, timelock),
  async ({ stakeWeight, distributor }) => stakeWeight.grantRole(await stakeWeight.DISTRIBUTOR_ROLE(), distributor),
  async ({ stakeWeight, pauser }) => stakeWeight.grantRole(await stakeWeight.PAUSER_ROLE(), pauser),
  ({ distributorAdmin, timelock }) => distributorAdmin.transferOwnership(timelock),
  ({ stakeWeightAdmin, timelock }) => stakeWeightAdmin.transferOwnership(timelock),
  ({ distributor, deployer }) => distributor.renounceRole(ZeroHash, deployer),
  ({ stakeWeight, deployer }) => stakeWeight.renounceRole(ZeroHash, deployer),
  ({ timelock, deployer }) => timelock.renounceRole(ZeroHash, deployer),
];

describe("handOver", () => {
  it("leaves the timelock, the pauser and the distributor with exactly their roles", async () => {
    const fixture = await deployedUpTo();
    const timelock = await fixture.timelock.getAddress();
    expect(await holders(fixture)).to.deep.equal({
      admins: [[timelock], [timelock]],
      pausers: [[fixture.pauser.address], [fixture.pauser.address]],
      distributors: [await fixture.distributor.getAddress()],
      upgraders: [timelock, timelock],
    });
  });

  it("leaves the timelock to itself, the governor and, for execution, anyone", async () => {
    const { timelock, governor, deployer } = await deployedUpTo();
    for (const role of [ZeroHash, await timelock.PROPOSER_ROLE(), await timelock.CANCELLER_ROLE()]) {
      expect(await timelock.hasRole(role, deployer)).to.equal(false);
      expect(await timelock.hasRole(role, governor)).to.equal(role !== ZeroHash);
      expect(await timelock.hasRole(role, ZeroAddress)).to.equal(false);
    }
    expect(await timelock.hasRole(ZeroHash, timelock)).to.equal(true);
    expect(await timelock.hasRole(await timelock.EXECUTOR_ROLE(), ZeroAddress)).to.equal(true);
  });

  it("takes as many transactions as this test interrupts", async () => {
    const { deployer, parameters } = await ready();
    const nonce = await deployer.getNonce();
    await handOver(hre, parameters);
    expect((await deployer.getNonce()) - nonce).to.equal(transactions.length);
  });

  it("sends no transaction a second time", async () => {
    const { deployer, parameters } = await deployedUpTo();
    const nonce = await deployer.getNonce();
    await handOver(hre, parameters);
    expect(await deployer.getNonce()).to.equal(nonce);
  });

  for (const sent of transactions.keys()) {
    it(`goes on where it was interrupted, after ${sent} transactions, and ends complete`, async () => {
      const fixture = await ready();
      for (const send of transactions.slice(0, sent)) await send(fixture);
      await expect(Promise.resolve(deployHandover(hre))).to.be.fulfilled;
      const block = await ethers.provider.getBlockNumber();
      await deployHandover(hre);
      expect(await ethers.provider.getBlockNumber()).to.equal(block);
    });

    it(`always leaves somebody in control, after ${sent} transactions`, async () => {
      const fixture = await ready();
      for (const send of transactions.slice(0, sent)) await send(fixture);
      const { deployer, timelock } = fixture;
      const { admins, upgraders } = await holders(fixture);
      const inControl = [deployer.address, await timelock.getAddress()];
      for (const members of [...admins, upgraders]) {
        expect(members).not.to.be.empty;
        expect(inControl).to.include.members(members);
      }
      expect(await timelock.hasRole(await timelock.PROPOSER_ROLE(), fixture.governor)).to.equal(true);
    });
  }

  it("hands nothing to a timelock to which nobody can propose", async () => {
    const fixture = await ready();
    const { timelock, governor, deployer, parameters } = fixture;
    const role = await timelock.PROPOSER_ROLE();
    await timelock.revokeRole(role, governor);
    const before = await holders(fixture);
    await expect(handOver(hre, parameters)).to.be.rejectedWith(
      DeploymentError,
      `Timelock: ${governor} lacks role ${role}, so the deployer keeps what it has`,
    );
    expect(await holders(fixture)).to.deep.equal(before);
    expect(await timelock.hasRole(ZeroHash, deployer)).to.equal(true);
  });

  it("takes nothing while a right is not given and cannot be", async () => {
    const fixture = await ready();
    const { distributor, timelock, stakeWeight, deployer, pauser, parameters } = fixture;
    await distributor.grantRole(ZeroHash, timelock);
    await distributor.renounceRole(ZeroHash, deployer);
    await expect(handOver(hre, parameters)).to.be.rejectedWith(
      DeploymentError,
      `RewardDistributor: ${pauser.address} lacks role ${await distributor.PAUSER_ROLE()}, so the deployer keeps`,
    );
    expect(await stakeWeight.hasRole(ZeroHash, deployer)).to.equal(true);
    expect(await timelock.hasRole(ZeroHash, deployer)).to.equal(true);
  });

  it("refuses the deployer as pauser before any transaction", async () => {
    const { deployer, parameters } = await ready();
    const nonce = await deployer.getNonce();
    await expect(handOver(hre, { ...parameters, pauser: deployer.address })).to.be.rejectedWith(
      DeploymentError,
      `pauser (${deployer.address}) must not be the deployer (${deployer.address})`,
    );
    expect(await deployer.getNonce()).to.equal(nonce);
  });
});

describe("the last deploy script", () => {
  it("fails on whatever docs/roles.md does not list", async () => {
    const { stakeWeight, stranger } = await deployedUpTo();
    const admin = await administrator();
    await stakeWeight.connect(admin).grantRole(await stakeWeight.PAUSER_ROLE(), stranger);
    await expect(Promise.resolve(deployHandover(hre))).to.be.rejectedWith(
      DeploymentError,
      `StakeWeight: ${stranger.address} holds PAUSER_ROLE, which docs/roles.md does not list`,
    );
  });

  it("names everything at once", async () => {
    const { distributor, distributorAdmin, stakeWeight, pauser, stranger } = await deployedUpTo();
    const admin = await administrator();
    await distributor.connect(admin).revokeRole(await distributor.PAUSER_ROLE(), pauser);
    await distributorAdmin.connect(admin).transferOwnership(stranger);
    await stakeWeight.connect(admin).revokeRole(await stakeWeight.DISTRIBUTOR_ROLE(), distributor);
    await expect(Promise.resolve(deployHandover(hre))).to.be.rejectedWith(
      DeploymentError,
      new RegExp(
        [
          `StakeWeight: RewardDistributor \\(.*\\) lacks DISTRIBUTOR_ROLE, .*`,
          `RewardDistributor: pauser \\(.*\\) lacks PAUSER_ROLE, .*`,
          `RewardDistributor_ProxyAdmin: Timelock \\(.*\\) is not owner, .*`,
          `RewardDistributor_ProxyAdmin: ${stranger.address} is owner, which docs/roles.md does not list$`,
        ].join("; "),
      ),
    );
  });
});

describe("expectedMembers", () => {
  it("refuses a role that nobody is named for", async () => {
    await ready();
    await expect(expectedMembers(hre, readParameters("hardhat"), "MINTER_ROLE")).to.be.rejectedWith(
      DeploymentError,
      "nobody is named to hold MINTER_ROLE",
    );
  });

  it("names nobody to slash without node rewards", async () => {
    await ready();
    expect(await expectedMembers(hre, readParameters("hardhat"), "SLASHER_ROLE")).to.deep.equal([]);
  });

  it("names the node rewards to slash where they are deployed", async () => {
    const { stranger } = await ready();
    await deployments.save("NodeRewards", { address: stranger.address, abi: [] });
    expect(await expectedMembers(hre, readParameters("hardhat"), "SLASHER_ROLE")).to.deep.equal([stranger.address]);
    await deployments.delete("NodeRewards");
  });
});
