import { expect } from "chai";
import { useChain } from "../../../sdk/test/support/chain.js";
import { runCli } from "../support/runCli.js";

describe("stakeweight roles", () => {
  const chain = useChain();

  it("names contracts, anyone, and whoever has no name by the address", async () => {
    const ran = await runCli(["roles", "--rpc", chain().url]);
    expect(ran).to.include({ code: 0, stderr: "" });
    expect(ran.stdout)
      .to.match(/StakeWeight\s+DEFAULT_ADMIN_ROLE\s+Timelock/)
      .and.to.match(/EXECUTOR_ROLE\s+anyone/)
      .and.to.match(/StakeWeight_ProxyAdmin\s+owner\s+Timelock/)
      .and.to.match(new RegExp(`PAUSER_ROLE\\s+${chain().wallets[1]!.address}`));
  });

  it("tells addresses and names as JSON", async () => {
    const ran = await runCli(["roles", "--json", "--rpc", chain().url]);
    const { roles } = ran.json() as { roles: { contract: string; role: string; members: object[] }[] };
    const membersOf = (contract: string, role: string) =>
      roles.find((entry) => entry.contract === contract && entry.role === role)!.members;
    const { deployment } = await chain().connectAs(chain().wallets[3]!);
    expect(membersOf("StakeWeight", "SLASHER_ROLE")).to.deep.equal([
      { address: deployment.contracts.NodeRewards!.address, name: "NodeRewards" },
    ]);
    expect(membersOf("NodeRewards", "GUARDIAN_ROLE")).to.deep.equal([
      { address: chain().wallets[41]!.address, name: null },
    ]);
  });
});
