import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { ethers, upgrades } from "hardhat";
import { hashConfiguration } from "../../../scripts/performance/hashConfiguration";
import type { Configuration } from "../../../scripts/performance/types";
import { PerformanceOracle__factory, TransparentUpgradeableProxy__factory } from "../../../typechain-types";
import { epochOf, nodeContracts } from "../../support/nodes";
import { nextAt, now } from "../../support/time";
import { configurationOf, valuesOf } from "./fixtures";

type Fixture = Awaited<ReturnType<typeof nodeContracts>>;

async function freshProxy(fixture: Fixture, admin: string, change: Partial<Configuration> = {}) {
  const { registry, identities, nodeRewards, oracle, deployer } = fixture;
  const factory = await ethers.getContractFactory("PerformanceOracle", deployer);
  const implementation = await factory.deploy(registry, identities, nodeRewards);
  const configuration = { ...(await configurationOf(fixture, epochOf(await now()))), ...change };
  const data = oracle.interface.encodeFunctionData("initialize", [admin, configuration]);
  return {
    configuration,
    deploy: () => new TransparentUpgradeableProxy__factory(deployer).deploy(implementation, deployer, data),
  };
}

describe("PerformanceOracle", () => {
  describe("constructor", () => {
    for (const missing of [0, 1, 2]) {
      it(`refuses the zero address as contract ${missing + 1} of 3`, async () => {
        const { registry, identities, nodeRewards } = await loadFixture(nodeContracts);
        const factory = await ethers.getContractFactory("PerformanceOracle");
        const [one, two, three] = [registry, identities, nodeRewards].map((contract, index) =>
          index === missing ? ZeroAddress : contract,
        );
        await expect(factory.deploy(one!, two!, three!)).to.be.revertedWithCustomError(factory, "ZeroAddress");
      });
    }

    it("locks the implementation", async () => {
      const fixture = await loadFixture(nodeContracts);
      const { oracle, deployer } = fixture;
      const implementation = await upgrades.erc1967.getImplementationAddress(await oracle.getAddress());
      const configuration = await configurationOf(fixture, epochOf(await now()));
      await expect(
        PerformanceOracle__factory.connect(implementation, deployer).initialize(deployer, configuration),
      ).to.be.revertedWithCustomError(oracle, "InvalidInitialization");
    });
  });

  describe("initialize", () => {
    it("refuses the zero address as administrator", async () => {
      const fixture = await loadFixture(nodeContracts);
      const { deploy } = await freshProxy(fixture, ZeroAddress);
      await expect(deploy()).to.be.revertedWithCustomError(fixture.oracle, "ZeroAddress");
    });

    it("refuses a configuration out of its bounds", async () => {
      const fixture = await loadFixture(nodeContracts);
      const { deploy } = await freshProxy(fixture, fixture.deployer.address, { committee: [] });
      await expect(deploy()).to.be.revertedWithCustomError(fixture.oracle, "InvalidCommitteeSize").withArgs(0n, 32n);
    });

    it("cannot be called again, by the administrator neither", async () => {
      const fixture = await loadFixture(nodeContracts);
      const { oracle, admin, deployer } = fixture;
      const configuration = await configurationOf(fixture, epochOf(await now()));
      for (const caller of [deployer, admin]) {
        await expect(oracle.connect(caller).initialize(caller, configuration)).to.be.revertedWithCustomError(
          oracle,
          "InvalidInitialization",
        );
      }
    });

    it("makes the given account the administrator, and nobody the pauser", async () => {
      const fixture = await loadFixture(nodeContracts);
      const admin = fixture.operators[0]!;
      const { deploy } = await freshProxy(fixture, admin.address);
      const fresh = PerformanceOracle__factory.connect(await (await deploy()).getAddress(), admin);
      expect(await fresh.getRoleMembers(await fresh.DEFAULT_ADMIN_ROLE())).to.deep.equal([admin.address]);
      expect(await fresh.getRoleMembers(await fresh.PAUSER_ROLE())).to.deep.equal([]);
    });

    it("puts the configuration in force from the running epoch on", async () => {
      const fixture = await loadFixture(nodeContracts);
      const { configuration, deploy } = await freshProxy(fixture, fixture.deployer.address);
      const epoch = epochOf(await now()) + 3n;
      await nextAt(epoch * 86_400n);
      const proxy = await deploy();
      const fresh = PerformanceOracle__factory.connect(await proxy.getAddress(), fixture.deployer);
      await expect(proxy.deploymentTransaction())
        .to.emit(fresh, "ConfigurationSet")
        .withArgs(epoch, hashConfiguration(configuration), valuesOf(configuration));
      expect(await configurationOf({ oracle: fresh }, epoch)).to.deep.equal(configuration);
      await expect(fresh.configurationAt(epoch - 1n))
        .to.be.revertedWithCustomError(fresh, "NoConfiguration")
        .withArgs(epoch - 1n);
    });

    it("signs with a domain that needs no initializer", async () => {
      const { oracle } = await loadFixture(nodeContracts);
      const { name, version, verifyingContract } = await oracle.eip712Domain();
      expect([name, version, verifyingContract]).to.deep.equal([
        "WCT Performance Oracle",
        "1",
        await oracle.getAddress(),
      ]);
    });
  });
});
