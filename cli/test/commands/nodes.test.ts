import { expect } from "chai";
import { parseEther, ZeroAddress } from "ethers";
import { nodeRewards, registry } from "../../../sdk/src/index.js";
import { useChain } from "../../../sdk/test/support/chain.js";
import { accounts, registerNode } from "../../../sdk/test/support/nodes.js";
import { send } from "../../../sdk/test/support/send.js";
import { runCli } from "../support/runCli.js";

interface Listed {
  counts: Record<string, string>;
  targets: Record<string, string>;
  nodes: Record<string, unknown>[];
  slashes: Record<string, unknown>[];
}

describe("stakeweight nodes", () => {
  const chain = useChain();
  const nodes = (...argv: string[]) => runCli(["nodes", ...argv, "--rpc", chain().url]);

  it("says that there are none yet", async () => {
    const ran = await nodes();
    expect(ran).to.include({ code: 0, stderr: "" });
    expect(ran.stdout).to.contain("No node is registered.").and.to.contain("0 of 15 Active");
  });

  it("lists those that serve first, and of the others the strongest", async () => {
    const weaker = await registerNode(chain());
    const stronger = await registerNode(chain(), { index: accounts.otherOperator, amount: parseEther("200000") });
    const third = await registerNode(chain(), { index: 52 });
    await send(registry.callUp(third.connection, { candidate: third.operator, displaced: ZeroAddress }));
    await chain().warpTo((await chain().now()) + 3_600);
    await send(registry.confirm(third.connection));
    const ran = await nodes();
    const order = [third, stronger, weaker].map(({ operator }) => ran.stdout.indexOf(operator));
    expect(order).to.deep.equal([...order].sort((one, other) => one - other));
    expect(order[0]).to.be.above(0);
    expect(ran.stdout).to.contain(third.endpoint).and.to.contain("1 of 15 Active");
  });

  it("prints amounts in wei as JSON", async () => {
    const { connection, operator, key, endpoint } = await registerNode(chain());
    await send(registry.callUp(connection, { candidate: operator, displaced: ZeroAddress }));
    const ran = await nodes("--json");
    const { counts, nodes: listed, slashes } = ran.json() as Listed;
    expect(ran).to.include({ code: 0, stderr: "" });
    expect(counts).to.deep.equal({ active: "0", reserved: "0", confined: "0", calledUp: "1" });
    expect(slashes).to.deep.equal([]);
    expect(listed).to.have.length(1);
    expect(listed[0]).to.include({ operator, key, endpoint, status: "Standby", isSeated: false, owed: "0" });
    expect(BigInt(listed[0]!.weight as string) > parseEther("24000")).to.equal(true);
  });

  it("says until when a node has to confirm, and which missed it", async () => {
    const { connection, operator } = await registerNode(chain());
    await send(registry.callUp(connection, { candidate: operator, displaced: ZeroAddress }));
    expect((await nodes()).stdout).to.contain("Standby, to confirm in 1 day");
    await chain().warpTo((await chain().now()) + 86_400);
    expect((await nodes()).stdout).to.contain("Standby, missed its call-up");
  });

  it("leaves out those that were deactivated, and says so", async () => {
    const { connection, operator } = await registerNode(chain());
    await send(registry.leave(connection));
    const ran = await nodes();
    expect(ran.stdout).not.to.contain(operator);
    expect(ran.stderr).to.equal("1 deactivated: --all lists them, too\n");
    const all = await nodes("--all");
    expect(all.stdout).to.contain(operator).and.to.contain("Deactivated");
    expect(all.stderr).to.equal("");
  });

  it("lists the slashes that wait", async () => {
    const { connection, operator } = await registerNode(chain());
    const { provider } = chain();
    const oracle = connection.deployment.contracts.PerformanceOracle!.address;
    const slash = { operator, epoch: 20_000n, offence: "Equivocation", slashBps: 100 } as const;
    const { to, data } = nodeRewards.proposeSlash(connection, slash);
    await provider.send("hardhat_impersonateAccount", [oracle]);
    await provider.send("hardhat_setBalance", [oracle, "0xde0b6b3a7640000"]);
    await provider.send("eth_sendTransaction", [{ from: oracle, to, data }]);
    const ran = await nodes();
    expect(ran.stdout).to.match(
      new RegExp(`${operator}\\s+Equivocation\\s+2024-10-04\\s+1,000(\\.00)? WCT\\s+in 1 day`),
    );
    const { slashes } = (await nodes("--json")).json() as Listed;
    expect(slashes[0]).to.include({ operator, offence: "Equivocation", amount: parseEther("1000").toString() });
  });

  it("fails with exit code 1 where no node answers", async () => {
    const ran = await runCli(["nodes", "--rpc", "http://127.0.0.1:1"]);
    expect(ran).to.include({ code: 1, stdout: "" });
    expect(ran.stderr).to.contain("The node at 127.0.0.1:1 cannot be reached");
  });
});
