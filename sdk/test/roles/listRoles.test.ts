import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { createRequire } from "node:module";
import type * as documentedRights from "../../../scripts/roles/documentedRights.js";
import { atBlock, type Connection, nodeRewards, roles, staking, timelock } from "../../src/index.js";
import { useChain } from "../support/chain.js";
import { accounts } from "../support/nodes.js";
import { rejection } from "../support/rejection.js";

const require = createRequire(import.meta.url);
const { readDocumentedRights } = require("../../../scripts/roles/documentedRights.ts") as typeof documentedRights;

describe("roles.listRoles", () => {
  const chain = useChain();
  const reader = () => chain().connectAs(chain().wallets[3]!);

  it("lists exactly the rights of docs/roles.md", async () => {
    const connection = await reader();
    const entries = await roles.listRoles(connection);
    const nameOf = names(connection, entries);
    const listed = entries.flatMap(({ contract, role, members }) =>
      members.map((member) => [contract, role, nameOf(member)].join(" | ")),
    );
    const documented = readDocumentedRights().map(({ contract, right, holder }) =>
      [contract, right, holder].join(" | "),
    );
    expect(listed.map(asDocumented).sort()).to.deep.equal(documented.sort());
  });

  it("tells where each contract stands, and lists roles that nobody holds", async () => {
    const connection = await reader();
    const entries = await roles.listRoles(connection);
    for (const { contract, address } of entries) {
      const deployed = Object.entries(connection.deployment.contracts).find(([name]) => name === contract);
      if (deployed) expect(address).to.equal(deployed[1].address);
    }
    const anyone = entries.find(({ contract, role }) => contract === "Timelock" && role === "EXECUTOR_ROLE");
    expect(anyone!.members).to.deep.equal([ZeroAddress]);
  });

  /** Sends as a contract that has a right. */
  async function sendAs(from: string, { to, data }: { to: string; data: string }): Promise<void> {
    const { provider } = chain();
    await provider.send("hardhat_impersonateAccount", [from]);
    await provider.send("hardhat_setBalance", [from, "0xde0b6b3a7640000"]);
    await provider.send("eth_sendTransaction", [{ from, to, data }]);
  }

  it("follows what is granted and revoked, in the timelock too", async () => {
    const connection = await reader();
    const block = await chain().provider.getBlockNumber();
    const admin = connection.deployment.contracts.Timelock!.address;
    const governor = connection.deployment.contracts.WCTGovernor!.address;
    const account = connection.account!;
    const guardian = chain().wallets[accounts.guardian]!.address;
    const canceller = await timelock.cancellerRole(connection);
    const guardianRole = await nodeRewards.guardianRole(connection);
    await sendAs(admin, timelock.grantRole(connection, { role: canceller, account }));
    await sendAs(admin, timelock.revokeRole(connection, { role: canceller, account: governor }));
    await sendAs(admin, nodeRewards.grantRole(connection, { role: guardianRole, account }));
    const membersOf = async (contract: string, role: string, reading = connection) =>
      (await roles.listRoles(reading)).find((entry) => entry.contract === contract && entry.role === role)!.members;
    expect(await membersOf("Timelock", "CANCELLER_ROLE")).to.deep.equal([account]);
    expect(await membersOf("NodeRewards", "GUARDIAN_ROLE")).to.deep.equal([guardian, account]);
    const past = atBlock(connection, block);
    expect(await membersOf("Timelock", "CANCELLER_ROLE", past)).to.deep.equal([governor]);
  });

  it("lists a role of the timelock that has no name by its id", async () => {
    const connection = await reader();
    const admin = connection.deployment.contracts.Timelock!.address;
    const role = `0x${"ab".repeat(32)}`;
    await sendAs(admin, timelock.grantRole(connection, { role, account: connection.account! }));
    const entries = await roles.listRoles(connection);
    expect(entries.find((entry) => entry.role === role)!.members).to.deep.equal([connection.account!]);
  });

  it("lists a role without members, and an administrator that nobody owns", async () => {
    const connection = await reader();
    const admin = connection.deployment.contracts.Timelock!.address;
    const slasherRole = await staking.slasherRole(connection);
    const account = connection.deployment.contracts.NodeRewards!.address;
    await sendAs(admin, staking.revokeRole(connection, { role: slasherRole, account }));
    const before = await roles.listRoles(connection);
    expect(before.find(({ role }) => role === "SLASHER_ROLE")!.members).to.deep.equal([]);
    const proxyAdmin = before.find(({ contract }) => contract === "StakeWeight_ProxyAdmin")!.address;
    await sendAs(admin, { to: proxyAdmin, data: "0x715018a6" });
    const after = await roles.listRoles(connection);
    expect(after.find(({ contract }) => contract === "StakeWeight_ProxyAdmin")!.members).to.deep.equal([]);
  });

  it("passes on what the node answers", async () => {
    const connection = await reader();
    const provider = { getBlock: () => Promise.reject(new Error("no answer")) };
    const error = await rejection(roles.listRoles({ ...connection, provider: provider as never }));
    expect(error.message).to.equal("no answer");
  });

  /** What docs/roles.md calls who holds rights. */
  function names(connection: Connection, entries: readonly roles.RoleEntry[]): (address: string) => string {
    const { wallets } = chain();
    const known = new Map<string, string>([
      [ZeroAddress, "anyone"],
      [wallets[1]!.address, "pauser"],
      [wallets[accounts.registrar]!.address, "registrar"],
      [wallets[accounts.guardian]!.address, "guardian"],
      [wallets[accounts.certifier]!.address, "certifier"],
      ...entries.map(({ contract, address }): [string, string] => [address, contract]),
      ...Object.entries(connection.deployment.contracts).map(([name, { address }]): [string, string] => [
        address,
        name,
      ]),
    ]);
    return (address) => known.get(address) ?? address;
  }
});

/** The proxy of the legacy StakeWeight, whose actions are those of the bridge. */
function asDocumented(right: string): string {
  return right.replaceAll("LegacyStakeWeightBridge", "LegacyStakeWeight");
}
