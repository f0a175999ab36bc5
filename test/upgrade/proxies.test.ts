import { loadFixture, setBalance } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { deployments, ethers, upgrades } from "hardhat";
import {
  type ProxyAdmin,
  ProxyAdmin__factory,
  RewardDistributorNextVersion__factory,
  StakeWeightNextVersion__factory,
  TransparentUpgradeableProxy__factory,
} from "../../typechain-types";
import { ITransparentUpgradeableProxy__factory } from "../../typechain-types/factories/@openzeppelin/contracts/proxy/transparent/TransparentUpgradeableProxy.sol";
import { WCT } from "../support/amounts";
import { claimExactly, equalWeights, expectShare } from "../support/rewarded";
import { nextAt, warpTo, WEEK } from "../support/time";

/** {@link equalWeights} in the middle of its life: some rewards claimed, alice Unlocking, and later implementations ready. */
async function inTheMiddle() {
  const fixture = await equalWeights();
  const { token, stakeWeight, distributor, deployer, admin, alice, bob, operator, funder, thursday } = fixture;
  await distributor.connect(funder).fundRange(thursday, 20n, 900n * WCT);
  await stakeWeight.connect(alice).setOperator(operator, true);
  await nextAt(thursday + 3n * WEEK + 5n);
  await stakeWeight.connect(alice).initiateUnlock();
  await distributor.claim(bob);
  await warpTo(thursday + 6n * WEEK);
  const adminOf = async (name: string): Promise<ProxyAdmin> =>
    ProxyAdmin__factory.connect((await deployments.get(`${name}_ProxyAdmin`)).address, admin);
  return {
    ...fixture,
    stakeWeightAdmin: await adminOf("StakeWeight"),
    distributorAdmin: await adminOf("RewardDistributor"),
    nextStakeWeight: await new StakeWeightNextVersion__factory(deployer).deploy(token),
    nextDistributor: await new RewardDistributorNextVersion__factory(deployer).deploy(stakeWeight),
  };
}

type Fixture = Awaited<ReturnType<typeof inTheMiddle>>;

async function upgradeBoth(fixture: Fixture): Promise<void> {
  const { stakeWeight, distributor, stakeWeightAdmin, distributorAdmin, nextStakeWeight, nextDistributor } = fixture;
  await stakeWeightAdmin.upgradeAndCall(stakeWeight, nextStakeWeight, "0x");
  await distributorAdmin.upgradeAndCall(distributor, nextDistributor, "0x");
}

/** {@link inTheMiddle}, with both proxies upgraded. */
async function upgraded() {
  const fixture = await inTheMiddle();
  await upgradeBoth(fixture);
  return fixture;
}

/** Everything that views tell of the accounts at fixed times. */
async function told({ stakeWeight, distributor, alice, bob, carol, operator, thursday }: Fixture) {
  const accounts = [alice, bob, carol];
  const times = [thursday - 1n, thursday + WEEK, thursday + 4n * WEEK, thursday + 90n * WEEK];
  return {
    positions: await Promise.all(accounts.map((account) => stakeWeight.positionOf(account))),
    weights: await Promise.all(accounts.flatMap((account) => times.map((time) => stakeWeight.weightAt(account, time)))),
    totals: await Promise.all(times.map((time) => stakeWeight.totalWeightAt(time))),
    totalStaked: await stakeWeight.totalStaked(),
    operator: await stakeWeight.isOperator(alice, operator),
    claimable: await Promise.all(accounts.map((account) => distributor.claimable(account))),
    rewards: await Promise.all([0n, 2n, 5n, 9n].map((week) => distributor.rewardForPeriod(thursday + week * WEEK))),
    funded: await distributor.totalFunded(),
    paid: await distributor.totalPaid(),
  };
}

describe("proxies", () => {
  it("changes the implementation of both proxies", async () => {
    const { stakeWeight, distributor, deployer } = await loadFixture(upgraded);
    expect(await StakeWeightNextVersion__factory.connect(await stakeWeight.getAddress(), deployer).version()).to.equal(
      2n,
    );
    expect(
      await RewardDistributorNextVersion__factory.connect(await distributor.getAddress(), deployer).version(),
    ).to.equal(2n);
  });

  it("keeps everything that views tell", async () => {
    const fixture = await loadFixture(inTheMiddle);
    const before = await told(fixture);
    await upgradeBoth(fixture);
    expect(await told(fixture)).to.deep.equal(before);
  });

  it("keeps roles", async () => {
    const { stakeWeight, distributor, admin, pauser } = await loadFixture(upgraded);
    for (const contract of [stakeWeight, distributor]) {
      expect(await contract.getRoleMembers(await contract.DEFAULT_ADMIN_ROLE())).to.deep.equal([admin.address]);
      expect(await contract.getRoleMembers(await contract.PAUSER_ROLE())).to.deep.equal([pauser.address]);
    }
  });

  it("lets claims go on", async () => {
    const fixture = await loadFixture(upgraded);
    const { bob, carol, thursday } = fixture;
    await claimExactly(fixture, bob);
    await claimExactly(fixture, carol);
    await warpTo(thursday + 20n * WEEK);
    const { distributor, alice } = fixture;
    await distributor.claimMany([alice, bob, carol]);
    expectShare(await distributor.totalPaid(), 20n * 900n * WCT, 20n);
  });

  it("lets positions live on to their end", async () => {
    const { stakeWeight, token, alice } = await loadFixture(upgraded);
    await nextAt((await stakeWeight.positionOf(alice)).unlockEnd);
    await expect(stakeWeight.connect(alice).withdraw()).to.changeTokenBalance(token, alice, 1_000n * WCT);
  });

  it("does not allow initialize again", async () => {
    const { stakeWeight, distributor, admin } = await loadFixture(upgraded);
    for (const contract of [stakeWeight, distributor]) {
      await expect(contract.connect(admin).initialize(admin)).to.be.revertedWithCustomError(
        contract,
        "InvalidInitialization",
      );
    }
  });

  it("does not allow initialize within the upgrade", async () => {
    const { stakeWeight, stakeWeightAdmin, nextStakeWeight, admin } = await loadFixture(inTheMiddle);
    const data = stakeWeight.interface.encodeFunctionData("initialize", [admin.address]);
    await expect(stakeWeightAdmin.upgradeAndCall(stakeWeight, nextStakeWeight, data)).to.be.revertedWithCustomError(
      stakeWeight,
      "InvalidInitialization",
    );
  });

  it("is refused to all but the owner of the ProxyAdmin", async () => {
    const { stakeWeight, stakeWeightAdmin, nextStakeWeight, deployer, pauser, alice, stranger } =
      await loadFixture(inTheMiddle);
    for (const caller of [deployer, pauser, alice, stranger]) {
      await expect(stakeWeightAdmin.connect(caller).upgradeAndCall(stakeWeight, nextStakeWeight, "0x"))
        .to.be.revertedWithCustomError(stakeWeightAdmin, "OwnableUnauthorizedAccount")
        .withArgs(caller);
    }
  });

  it("is refused to the owner of the other ProxyAdmin's proxy", async () => {
    const { stakeWeight, distributorAdmin, nextStakeWeight } = await loadFixture(inTheMiddle);
    await expect(distributorAdmin.upgradeAndCall(stakeWeight, nextStakeWeight, "0x")).to.be.reverted;
  });

  it("cannot be called on the proxy itself", async () => {
    const { stakeWeight, nextStakeWeight, admin } = await loadFixture(inTheMiddle);
    const proxy = ITransparentUpgradeableProxy__factory.connect(await stakeWeight.getAddress(), admin);
    await expect(proxy.upgradeToAndCall(nextStakeWeight, "0x")).to.be.reverted;
  });

  it("is all that a ProxyAdmin can call", async () => {
    const { stakeWeight, stakeWeightAdmin, deployer } = await loadFixture(inTheMiddle);
    const asProxyAdmin = await ethers.getImpersonatedSigner(await stakeWeightAdmin.getAddress());
    await setBalance(asProxyAdmin.address, WCT);
    await expect(stakeWeight.connect(asProxyAdmin).setOperator(deployer, true)).to.be.revertedWithCustomError(
      new TransparentUpgradeableProxy__factory(deployer),
      "ProxyDeniedAdminAccess",
    );
  });

  describe("validation", () => {
    for (const name of ["StakeWeight", "RewardDistributor"]) {
      it(`accepts a later version of ${name} with the same storage`, async () => {
        const { token, stakeWeight } = await loadFixture(inTheMiddle);
        const validation = {
          kind: "transparent" as const,
          constructorArgs: [await (name === "StakeWeight" ? token : stakeWeight).getAddress()],
        };
        const [present, next] = await Promise.all(
          [name, `${name}NextVersion`].map((contract) => ethers.getContractFactory(contract)),
        );
        await upgrades.validateUpgrade(present!, next!, validation);
      });
    }

    for (const name of ["StakeWeight", "RewardDistributor"]) {
      it(`refuses a changed layout of ${name} before any transaction`, async () => {
        const { token } = await loadFixture(inTheMiddle);
        const validation = { kind: "transparent" as const, constructorArgs: [await token.getAddress()] };
        const [present, changed] = await Promise.all(
          [name, `${name}ChangedLayout`].map((contract) => ethers.getContractFactory(contract)),
        );
        const block = await ethers.provider.getBlockNumber();
        const refused = upgrades.validateUpgrade(present!, changed!, validation);
        await expect(refused).to.be.rejectedWith(/New storage layout is incompatible/);
        expect(await ethers.provider.getBlockNumber()).to.equal(block);
      });
    }
  });
});
