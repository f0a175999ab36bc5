import { expect } from "chai";
import { Interface, JsonRpcSigner, ZeroAddress } from "ethers";
import { connect, nodeRewards, registry, rewards, staking } from "stakeweight-sdk";
import { nodeRegistryAbi } from "stakeweight-sdk/abi";
import { useChain } from "../../../sdk/test/support/chain.js";
import { asOracle, mine, standBy } from "./support/nodes.js";
import { testKeeper } from "./support/keepers.js";

const WEEK = 604_800;
const DAY = 86_400;

describe("keeper duties", () => {
  const chain = useChain();
  const stop = new AbortController().signal;

  const keeper = () => testKeeper([chain().url], chain().wallets[20]!);
  const reader = () => chain().connectAs(chain().wallets[21]!);

  describe("closeWeeks", () => {
    it("closes a week that is over, once", async () => {
      const { warpTo, now } = chain();
      const [one, connection] = [await keeper(), await reader()];
      const open = Number(await rewards.firstOpenWeekStart(connection));
      expect(await one.keeper.runOnce(stop)).to.equal(true);
      expect(await one.count("closeWeeks", "done")).to.equal(0);

      await warpTo(Math.max(open + WEEK, (await now()) + 1));
      expect(await one.keeper.runOnce(stop)).to.equal(true);
      expect(await rewards.firstOpenWeekStart(connection)).to.equal(BigInt(open + WEEK));
      expect(await one.count("closeWeeks", "done")).to.equal(1);
    });

    it("closes the weeks of a long silence in parts", async () => {
      const { warpTo } = chain();
      const [one, connection] = [await keeper(), await reader()];
      const open = Number(await rewards.firstOpenWeekStart(connection));
      await warpTo(open + 60 * WEEK);
      expect(await one.keeper.runOnce(stop)).to.equal(true);
      expect(await rewards.firstOpenWeekStart(connection)).to.equal(BigInt(open + 60 * WEEK));
      expect(await one.count("closeWeeks", "done")).to.equal(2);
    });
  });

  it("cost whoever comes second less than 40,000 gas", async () => {
    const { wallets } = chain();
    const connection = await reader();
    const operator = await standBy(chain(), wallets[50]!);
    await mine(registry.callUp(connection, { candidate: operator, displaced: ZeroAddress }));
    const slash = { operator, epoch: 1n, offence: "Confinement" } as const;
    const second = [
      rewards.closeWeeks(connection, { max: 52 }),
      registry.update(connection),
      registry.callUp(connection, { candidate: operator, displaced: ZeroAddress }),
      registry.deactivateMissed(connection, { operator: wallets[51]!.address }),
      nodeRewards.executeSlash(connection, slash),
    ];
    for (const call of second) {
      // The node refuses what reverts, and mines it all the same.
      await call.send({ gasLimit: 1_000_000n }).catch(() => undefined);
      const { transactions } = (await chain().provider.getBlock("latest"))!;
      const receipt = await chain().provider.getTransactionReceipt(transactions[0]!);
      expect(receipt!.to).to.equal(call.to);
      expect(Number(receipt!.gasUsed), call.signature).to.be.below(40_000);
    }
  });

  describe("callUp and deactivateMissed", () => {
    it("calls the best node up, and deactivates it when it does not confirm", async () => {
      const { wallets, warpTo, now } = chain();
      const one = await keeper();
      const operator = await standBy(chain(), wallets[50]!);
      await one.keeper.runOnce(stop);
      const node = await registry.nodeOf(await reader(), { operator });
      expect(node.confirmBy).to.not.equal(0n);
      expect(await one.count("callUp", "done")).to.equal(1);

      await warpTo(Number(node.confirmBy));
      await one.keeper.runOnce(stop);
      expect(await registry.statusOf(await reader(), { operator })).to.equal("Deactivated");
      expect(await one.count("deactivateMissed", "done")).to.equal(1);
      expect(await now()).to.be.at.least(Number(node.confirmBy));
    });

    it("takes the place of the weakest called-up node for a stronger one", async () => {
      const { wallets, provider } = chain();
      const one = await keeper();
      await setTargets(1n, 1n);
      const weak = await standBy(chain(), wallets[50]!, 100_000);
      const middle = await standBy(chain(), wallets[51]!, 200_000);
      await one.keeper.runOnce(stop);
      const strong = await standBy(chain(), wallets[52]!, 300_000);
      await one.keeper.runOnce(stop);
      const isCalledUp = async (operator: string) =>
        (await registry.nodeOf(await reader(), { operator })).confirmBy !== 0n;
      expect(await Promise.all([weak, middle, strong].map(isCalledUp))).to.deep.equal([false, true, true]);
      expect(await provider.getTransactionCount(wallets[20]!.address)).to.equal(3);
    });

    it("leaves a called-up node its place once its turn to confirm has come", async () => {
      const { wallets, warpTo } = chain();
      const one = await keeper();
      await setTargets(1n, 0n);
      const weak = await standBy(chain(), wallets[50]!);
      await one.keeper.runOnce(stop);
      const { confirmBy } = await registry.nodeOf(await reader(), { operator: weak });
      await standBy(chain(), wallets[51]!, 200_000);
      await warpTo(Number(confirmBy) - 23 * 3600);
      expect(await one.keeper.runOnce(stop)).to.equal(true);
      expect([await one.count("callUp", "done"), await one.count("callUp", "refused")]).to.deep.equal([1, 0]);
      expect((await registry.nodeOf(await reader(), { operator: weak })).confirmBy).to.equal(confirmBy);
    });

    it("leaves called-up nodes their places before nodes of no more weight, and while the registry is paused", async () => {
      const { wallets } = chain();
      const one = await keeper();
      await setTargets(1n, 1n);
      const [first] = [await standBy(chain(), wallets[50]!), await standBy(chain(), wallets[51]!)];
      await standBy(chain(), wallets[52]!);
      expect(await one.keeper.runOnce(stop)).to.equal(true);
      expect([await one.count("callUp", "done"), await one.count("callUp", "refused")]).to.deep.equal([2, 0]);
      // The earliest registration comes first.
      expect((await registry.nodeOf(await reader(), { operator: first })).confirmBy).to.not.equal(0n);

      await standBy(chain(), wallets[53]!, 200_000);
      await mine(registry.pause(await chain().connectAs(wallets[1]!)));
      expect(await one.keeper.runOnce(stop)).to.equal(true);
      expect([await one.count("callUp", "done"), await one.count("callUp", "refused")]).to.deep.equal([2, 0]);
    });

    it("leaves a node alone whose position does not qualify any longer", async () => {
      const { wallets } = chain();
      const one = await keeper();
      await standBy(chain(), wallets[50]!);
      await mine(staking.initiateUnlock(await chain().connectAs(wallets[50]!)));
      await one.keeper.runOnce(stop);
      expect(await one.count("callUp", "done")).to.equal(0);
      expect(await one.count("callUp", "refused")).to.equal(0);
    });
  });

  describe("releaseNodes", () => {
    it("writes the end of a confinement, so that the node takes a free active seat", async () => {
      const { warpTo } = chain();
      const operator = await confined();
      const one = await keeper();
      await one.keeper.runOnce(stop);
      expect(await registry.statusOf(await reader(), { operator })).to.equal("Confined");
      const { returnsAt } = await registry.nodeOf(await reader(), { operator });
      // The opening of the epoch in which it returns is written already: only the return is due.
      await warpTo(Math.floor(Number(returnsAt) / DAY) * DAY + 1);
      await mine(registry.update(await reader()));

      const before = await countOf("Released", operator);
      await warpTo(Number(returnsAt));
      expect(await registry.statusOf(await reader(), { operator })).to.equal("Reserved");
      expect(await countOf("Released", operator)).to.equal(before);
      await one.keeper.runOnce(stop);
      expect(await countOf("Released", operator)).to.equal(before + 1);
      expect(await one.count("releaseNodes", "idle")).to.equal(0);
    });

    it("writes the opening of an epoch with another seated set, and no other", async () => {
      const { wallets, warpTo, now } = chain();
      const one = await keeper();
      const operator = await standBy(chain(), wallets[50]!);
      await one.keeper.runOnce(stop);
      await warpTo((await now()) + 3600);
      await mine(registry.confirm(await chain().connectAs(wallets[50]!)));
      await one.keeper.runOnce(stop);
      expect(await one.count("releaseNodes", "done")).to.equal(0);

      for (let day = 0; day < 2; ++day) {
        await warpTo((Math.floor((await now()) / DAY) + 1) * DAY);
        await one.keeper.runOnce(stop);
        expect(await one.count("releaseNodes", "done")).to.equal(1);
      }
      expect(await registry.statusOf(await reader(), { operator })).to.equal("Active");
    });
  });

  describe("executeSlash", () => {
    it("executes a slash that is due, and no vetoed one", async () => {
      const { wallets, warpTo } = chain();
      const one = await keeper();
      const [slashed, spared] = [await standBy(chain(), wallets[50]!), await standBy(chain(), wallets[51]!)];
      const oracle = await asOracle(chain());
      for (const operator of [slashed, spared]) {
        await mine(nodeRewards.proposeSlash(oracle, { operator, epoch: 1n, offence: "Confinement", slashBps: 10n }));
      }
      const guardian = await chain().connectAs(wallets[41]!);
      await mine(nodeRewards.vetoSlash(guardian, { operator: spared, epoch: 1n, offence: "Confinement" }));
      await one.keeper.runOnce(stop);
      expect(await one.count("executeSlash", "done")).to.equal(0);

      const slash = { operator: slashed, epoch: 1n, offence: "Confinement" } as const;
      const { dueAt } = await nodeRewards.slashOf(await reader(), slash);
      await warpTo(Number(dueAt));
      await one.keeper.runOnce(stop);
      expect((await nodeRewards.slashOf(await reader(), slash)).state).to.equal("Executed");
      expect(await one.count("executeSlash", "done")).to.equal(1);
      expect(await one.count("executeSlash", "refused")).to.equal(0);
    });
  });

  /** How often an event told of an operator. */
  async function countOf(event: "Released", operator: string): Promise<number> {
    const topics = new Interface(nodeRegistryAbi).encodeFilterTopics(event, [operator]);
    const logs = await chain().provider.getLogs({ address: await addressOf("NodeRegistry"), topics, fromBlock: 0 });
    return logs.length;
  }

  async function addressOf(name: "NodeRegistry" | "Timelock"): Promise<string> {
    return (await reader()).deployment.contracts[name]!.address;
  }

  async function setTargets(active: bigint, reserved: bigint): Promise<void> {
    const { provider } = chain();
    const timelock = await addressOf("Timelock");
    await provider.send("hardhat_impersonateAccount", [timelock]);
    await provider.send("hardhat_setBalance", [timelock, "0x8ac7230489e80000"]);
    const connection = await connect({ runner: new JsonRpcSigner(provider, timelock) });
    await mine(registry.setTargets(connection, { active, reserved }));
  }

  /** A node that was seated and failed. */
  async function confined(): Promise<string> {
    const { wallets, warpTo, now } = chain();
    const operators: string[] = [];
    // Of three, one that fails alone is not more than a third.
    for (const wallet of wallets.slice(50, 53)) {
      const operator = await standBy(chain(), wallet);
      const connection = await chain().connectAs(wallet);
      await mine(registry.callUp(connection, { candidate: operator, displaced: ZeroAddress }));
      operators.push(operator);
    }
    await warpTo((await now()) + 3600);
    for (const wallet of wallets.slice(50, 53)) await mine(registry.confirm(await chain().connectAs(wallet)));
    // An epoch that opens with them seated, and the next one, in which it is scored.
    const epoch = Math.floor((await now()) / DAY) + 1;
    await warpTo(epoch * DAY);
    await mine(registry.update(await reader()));
    await warpTo((epoch + 1) * DAY + 60);
    const setHash = await registry.setHashAt(await reader(), { epoch });
    const { active, reserved } = await registry.seatedSet(await reader());
    const score = 10n ** 18n;
    await mine(
      registry.applyScores(await asOracle(chain()), {
        epoch,
        scoring: { setHash, active, reserved, scores: [0n, score, score], qualified: 7n },
        newThresholds: { confinement: 8n * 10n ** 17n, promotion: 9n * 10n ** 17n, activeFloor: 1n },
      }),
    );
    return operators[0]!;
  }
});
