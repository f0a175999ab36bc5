import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { expect } from "chai";
import { type FunctionFragment, id, ZeroHash } from "ethers";
import { deployments } from "hardhat";
import { ProxyAdmin__factory } from "../../../typechain-types";
import { WCT } from "../../support/amounts";
import { agreed, periodOver } from "../../support/wallets";

const roles = ["nobody", "wallet", "payout", "certifier", "pauser", "admin", "owner of the ProxyAdmin"] as const;
type Role = (typeof roles)[number];

const ADMIN_ROLE = ZeroHash;
const PAUSER_ROLE = id("PAUSER_ROLE");
const CERTIFIER_ROLE = id("CERTIFIER_ROLE");

/** {@link periodOver}, where everybody holds WCT and approved, and tokens have strayed. */
async function everyWalletRole() {
  const fixture = await periodOver();
  const { token, rewards, funder, stranger, alice, alicePayout, certifier, pauser, admin, others, deployer } = fixture;
  const upgrader = others[0]!;
  const { address } = await deployments.get("WalletRewards_ProxyAdmin");
  await ProxyAdmin__factory.connect(address, deployer).transferOwnership(upgrader);
  const holders: Record<Role, HardhatEthersSigner> = {
    nobody: stranger,
    wallet: alice,
    payout: alicePayout,
    certifier,
    pauser,
    admin,
    "owner of the ProxyAdmin": upgrader,
  };
  for (const holder of Object.values(holders)) {
    await token.connect(funder).transfer(holder, 100n * WCT);
    await token.connect(holder).approve(rewards, 100n * WCT);
  }
  await token.connect(funder).transfer(rewards, 5n);
  return { ...fixture, holders, reports: await agreed(fixture, { 1: 200_000n }) };
}

async function everyWalletRolePaused() {
  const fixture = await everyWalletRole();
  await fixture.rewards.connect(fixture.pauser).pause();
  return fixture;
}

interface Call extends Awaited<ReturnType<typeof everyWalletRole>> {
  role: Role;
  caller: HardhatEthersSigner;
  paused: boolean;
}

/** The error and its arguments, or nothing where the call is allowed. */
type Refusal = [error: string, ...values: unknown[]] | undefined;

interface Row {
  args?: (call: Call) => unknown[];
  refusal: (call: Call) => Refusal;
}

const allowed = (): Refusal => undefined;
const unlessPaused =
  (refusal: (call: Call) => Refusal) =>
  (call: Call): Refusal =>
    call.paused ? ["EnforcedPause"] : refusal(call);
const onlyRole =
  (roleId: string, ...holders: Role[]) =>
  ({ role, caller }: Call): Refusal =>
    holders.includes(role) ? undefined : ["AccessControlUnauthorizedAccount", caller, roleId];

const rows: Record<string, Row> = {
  "grantRole(bytes32,address)": {
    args: ({ caller }) => [PAUSER_ROLE, caller],
    refusal: onlyRole(ADMIN_ROLE, "admin"),
  },
  "revokeRole(bytes32,address)": {
    args: ({ pauser }) => [PAUSER_ROLE, pauser],
    refusal: onlyRole(ADMIN_ROLE, "admin"),
  },
  // Of another's role nobody, of its own each.
  "renounceRole(bytes32,address)": {
    args: ({ pauser }) => [PAUSER_ROLE, pauser],
    refusal: ({ role }) => (role === "pauser" ? undefined : ["AccessControlBadConfirmation"]),
  },
  "pause()": {
    refusal: (call) => onlyRole(PAUSER_ROLE, "pauser")(call) ?? (call.paused ? ["EnforcedPause"] : undefined),
  },
  "unpause()": {
    refusal: (call) => onlyRole(ADMIN_ROLE, "admin")(call) ?? (call.paused ? undefined : ["ExpectedPause"]),
  },
  "initialize(address)": { args: ({ caller }) => [caller], refusal: () => ["InvalidInitialization"] },
  "multicall(bytes[])": { args: () => [[]], refusal: allowed },
  "register(address)": {
    args: ({ caller }) => [caller],
    refusal: unlessPaused(({ role, caller }) => (role === "wallet" ? ["AlreadyRegistered", caller, 1n] : undefined)),
  },
  "setPayout(address)": {
    args: ({ caller }) => [caller],
    refusal: ({ role, caller }) => (role === "wallet" ? undefined : ["NotRegistered", caller]),
  },
  "setCertified(uint256,bool)": { args: () => [1n, false], refusal: onlyRole(CERTIFIER_ROLE, "certifier") },
  "setCertifiedShare(uint256)": { args: () => [8_000n], refusal: onlyRole(ADMIN_ROLE, "admin") },
  "fund(uint256,uint256)": { args: ({ period }) => [period + 1n, 1n], refusal: unlessPaused(allowed) },
  "fundRange(uint256,uint256,uint256)": {
    args: ({ period }) => [period + 1n, 2n, 1n],
    refusal: unlessPaused(allowed),
  },
  "fundStrayTokens()": { refusal: unlessPaused(allowed) },
  "rollOver(uint256)": { args: () => [1n], refusal: allowed },
  finalize: {
    args: ({ period, configuration, reports }) => [period, configuration, reports],
    refusal: unlessPaused(allowed),
  },
  "claim(uint256)": { args: () => [1n], refusal: allowed },
  "claimMany(uint256[])": { args: () => [[1n, 2n]], refusal: allowed },
};

describe("WalletRewards", () => {
  describe("whoever calls", () => {
    it("has a row here for every function that changes something", async () => {
      const { rewards } = await loadFixture(everyWalletRole);
      const functions = rewards.interface.fragments
        .filter((fragment): fragment is FunctionFragment => fragment.type === "function")
        .filter((fragment) => !fragment.constant)
        .map((fragment) => (fragment.name === "finalize" ? fragment.name : fragment.format("sighash")));
      expect(functions.sort()).to.deep.equal(Object.keys(rows).sort());
    });

    for (const paused of [false, true]) {
      describe(paused ? "while it is paused" : "while it is not paused", () => {
        for (const role of roles) {
          it(`may do as ${role} what that role may, and nothing else`, async () => {
            for (const [name, row] of Object.entries(rows)) {
              const fixture = await loadFixture(paused ? everyWalletRolePaused : everyWalletRole);
              const caller = fixture.holders[role];
              const call: Call = { ...fixture, role, caller, paused };
              const refusal = row.refusal(call);
              const sent = fixture.rewards.connect(caller).getFunction(name)(...(row.args?.(call) ?? []));
              if (refusal === undefined) {
                await expect(sent, name).not.to.be.reverted;
              } else {
                const [error, ...values] = refusal;
                const assertion = expect(sent, name).to.be.revertedWithCustomError(fixture.rewards, error);
                await (values.length === 0 ? assertion : assertion.withArgs(...values));
              }
            }
          });
        }
      });
    }
  });
});
