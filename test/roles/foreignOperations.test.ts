import { loadFixture, setBalance, time } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import hre, { deployments, ethers } from "hardhat";
import deployHandover from "../../deploy/99_handover";
import { DeploymentError } from "../../scripts/deployment/DeploymentError";
import { ProxyAdmin__factory, StakeWeight__factory, TimelockController__factory } from "../../typechain-types";
import { WCT } from "../support/amounts";
import { findings, recorded } from "./fixture";

describe("operations that no proposal put into the timelock", () => {
  it("keep the deployer from handing over", async () => {
    await deployments.run(["governance", "wallets"], {
      resetMemory: true,
      deletePreviousDeployments: false,
      writeDeploymentsToFiles: false,
    });
    const [deployer] = await ethers.getSigners();
    const addressOf = async (name: string) => (await deployments.get(name)).address;
    const timelock = TimelockController__factory.connect(await addressOf("Timelock"), deployer);
    const proxyAdmin = ProxyAdmin__factory.connect(await addressOf("StakeWeight_ProxyAdmin"), deployer);
    const data = proxyAdmin.interface.encodeFunctionData("transferOwnership", [deployer!.address]);
    const operation = [await proxyAdmin.getAddress(), 0n, data, ZeroHash, ZeroHash] as const;
    await timelock.grantRole(id("PROPOSER_ROLE"), deployer!);
    await timelock.schedule(...operation, await timelock.getMinDelay());
    await timelock.revokeRole(id("PROPOSER_ROLE"), deployer!);
    const waiting = await timelock.hashOperation(...operation);
    await expect(deployHandover(hre)).to.be.rejectedWith(DeploymentError, `Timelock: operation ${waiting}`);

    // Cancelled, it is no obstacle any more.
    await timelock.grantRole(id("CANCELLER_ROLE"), deployer!);
    await timelock.cancel(waiting);
    await timelock.revokeRole(id("CANCELLER_ROLE"), deployer!);
    await deployHandover(hre);
    expect(await proxyAdmin.owner()).to.equal(await timelock.getAddress());
  });

  it("are named by the role check, and proposals are not", async () => {
    const fixture = await loadFixture(recorded);
    const { governor, timelock, stakeWeight, token, admin, deployer, accounts } = fixture;
    await token.connect(deployer).approve(stakeWeight, 10_000_000n * WCT);
    await stakeWeight.connect(deployer).stake(10_000_000n * WCT, 104n);
    await time.increase(10);
    const unpause = StakeWeight__factory.createInterface().encodeFunctionData("unpause");
    const calls: [string[], bigint[], string[]] = [[await stakeWeight.getAddress()], [0n], [unpause]];
    await governor.connect(deployer).propose(...calls, "unpause");
    await time.increase((await governor.votingDelay()) + 1n);
    const proposal = await governor.getProposalId(...calls, id("unpause"));
    await governor.connect(deployer).castVote(proposal, 1);
    await time.increase((await governor.votingPeriod()) + 1n);
    await governor.queue(...calls, id("unpause"));
    expect(await findings(fixture)).to.deep.equal([]);

    // Whoever is proposer for a moment only.
    const stranger = accounts[0]!;
    await setBalance(admin.address, 10n ** 18n);
    await timelock.connect(admin).grantRole(id("PROPOSER_ROLE"), stranger);
    const operation = [stranger.address, 0n, "0x", ZeroHash, ZeroHash] as const;
    await timelock.connect(stranger).schedule(...operation, await timelock.getMinDelay());
    await timelock.connect(admin).revokeRole(id("PROPOSER_ROLE"), stranger);
    expect(await findings(fixture)).to.deep.equal([
      `Timelock: operation ${await timelock.hashOperation(...operation)} waits there and no proposal put it there`,
    ]);
  });
});
