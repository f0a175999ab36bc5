import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { expect } from "chai";
import { type FunctionFragment, id, ZeroHash } from "ethers";
import { deployments } from "hardhat";
import { NodeRewards__factory, ProxyAdmin__factory } from "../../../typechain-types";
import { WCT } from "../../support/amounts";
import { nodeOutcome, Offence, outcomeOf, PAY_TERMS, slashPending } from "../../support/settling";
import { warpTo } from "../../support/time";

const ADMIN_ROLE = ZeroHash;
const PAUSER_ROLE = id("PAUSER_ROLE");
const ORACLE_ROLE = id("ORACLE_ROLE");
const GUARDIAN_ROLE = id("GUARDIAN_ROLE");

const roles = [
  "nobody",
  "node",
  "pauser",
  "admin",
  "oracle",
  "guardian",
  "registrar",
  "owner of the ProxyAdmin",
] as const;

type Role = (typeof roles)[number];

/** An account per role, each with tokens; one slash of the node is pending, another is due; some tokens are stray. */
async function everyRole() {
  const fixture = await slashPending();
  const { nodeRewards, token, deployer, admin, accounts, asOracle, asFunder, funder, epoch, node, dueAt } = fixture;
  const upgrader = accounts[10]!;
  const { address } = await deployments.get("NodeRewards_ProxyAdmin");
  await ProxyAdmin__factory.connect(address, admin).transferOwnership(upgrader);
  const holders: Record<Role, HardhatEthersSigner> = {
    nobody: fixture.stranger,
    node,
    pauser: fixture.pauser,
    admin,
    oracle: fixture.oracleAccount,
    guardian: fixture.guardian,
    registrar: fixture.registrar,
    "owner of the ProxyAdmin": upgrader,
  };
  for (const holder of Object.values(holders)) {
    await token.connect(deployer).transfer(holder, WCT);
    await token.connect(holder).approve(nodeRewards, WCT);
  }
  await asFunder.fund(epoch, WCT);
  await warpTo(dueAt);
  await asOracle.proposeSlash(node, epoch, Offence.Equivocation, 100n);
  await asOracle.settle(epoch, outcomeOf([nodeOutcome(node)]), PAY_TERMS);
  await token.connect(funder).transfer(nodeRewards, 5n);
  return { ...fixture, holders };
}

/** {@link everyRole}, paused. */
async function everyRolePaused() {
  const fixture = await everyRole();
  await fixture.nodeRewards.connect(fixture.pauser).pause();
  return fixture;
}

type Fixture = Awaited<ReturnType<typeof everyRole>>;

interface Call extends Fixture {
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
const unlessPaused = ({ paused }: Call): Refusal => (paused ? ["EnforcedPause"] : undefined);
const onlyRole =
  (roleId: string, holder: Role) =>
  ({ role, caller }: Call): Refusal =>
    role === holder ? undefined : ["AccessControlUnauthorizedAccount", caller, roleId];

const rows: Record<string, Row> = {
  "grantRole(bytes32,address)": {
    args: ({ caller }) => [PAUSER_ROLE, caller],
    refusal: onlyRole(ADMIN_ROLE, "admin"),
  },
  "revokeRole(bytes32,address)": {
    args: ({ pauser }) => [PAUSER_ROLE, pauser],
    refusal: onlyRole(ADMIN_ROLE, "admin"),
  },
  "renounceRole(bytes32,address)": {
    args: ({ pauser }) => [PAUSER_ROLE, pauser],
    refusal: ({ role }) => (role === "pauser" ? undefined : ["AccessControlBadConfirmation"]),
  },
  "pause()": {
    refusal: (call) => onlyRole(PAUSER_ROLE, "pauser")(call) ?? unlessPaused(call),
  },
  "unpause()": {
    refusal: (call) => onlyRole(ADMIN_ROLE, "admin")(call) ?? (call.paused ? undefined : ["ExpectedPause"]),
  },
  "initialize(address)": { args: ({ caller }) => [caller], refusal: () => ["InvalidInitialization"] },
  "multicall(bytes[])": { args: () => [[]], refusal: allowed },
  "fund(uint256,uint256)": { args: ({ epoch }) => [epoch + 1n, 1n], refusal: unlessPaused },
  "fundRange(uint256,uint256,uint256)": { args: ({ epoch }) => [epoch + 1n, 1n, 1n], refusal: unlessPaused },
  "fundStrayTokens()": { refusal: unlessPaused },
  // Leaving is never pausable, and neither is what an epoch brought.
  "rollOver(uint256)": { args: () => [1n], refusal: allowed },
  "claim(address)": { args: ({ node }) => [node], refusal: allowed },
  "claimMany(address[])": { args: ({ node }) => [[node]], refusal: allowed },
  "setPayout(address)": { args: ({ payout }) => [payout], refusal: allowed },
  "settle(uint256,(address[],uint256[],uint256[],uint256,uint256,uint256,uint256),(uint16,uint16,uint16,uint16,uint16))":
    {
      args: ({ epoch, node }) => [epoch + 1n, outcomeOf([nodeOutcome(node)]), PAY_TERMS],
      refusal: onlyRole(ORACLE_ROLE, "oracle"),
    },
  "proposeSlash(address,uint256,uint8,uint256)": {
    args: ({ node, epoch }) => [node, epoch + 1n, Offence.Confinement, 10n],
    refusal: onlyRole(ORACLE_ROLE, "oracle"),
  },
  "executeSlash(address,uint256,uint8)": {
    args: ({ node, epoch }) => [node, epoch, Offence.Confinement],
    refusal: allowed,
  },
  "vetoSlash(address,uint256,uint8)": {
    args: ({ node, epoch }) => [node, epoch, Offence.Equivocation],
    refusal: onlyRole(GUARDIAN_ROLE, "guardian"),
  },
};

function functionsOf(isView: boolean): FunctionFragment[] {
  const fragments: FunctionFragment[] = [];
  NodeRewards__factory.createInterface().forEachFunction((fragment) => {
    if (isView === fragment.constant) fragments.push(fragment);
  });
  return fragments;
}

/** Something sensible for each parameter of a view. */
function viewArgument({ node, epoch }: Fixture, name: string, type: string): unknown {
  if (type === "address") return node;
  if (type === "bytes32") return PAUSER_ROLE;
  if (type === "bytes4") return "0x01ffc9a7";
  return name === "index" || type === "uint8" ? 0n : epoch;
}

describe("NodeRewards", () => {
  describe("access", () => {
    it("lists every function that changes state, and no other", () => {
      expect(Object.keys(rows)).to.have.members(functionsOf(false).map((fragment) => fragment.format()));
    });

    for (const paused of [false, true]) {
      for (const [signature, row] of Object.entries(rows)) {
        for (const role of roles) {
          const [name] = signature.split("(");
          it(`answers ${role} calling ${name} ${paused ? "while paused" : "while running"}`, async () => {
            const fixture = await loadFixture(paused ? everyRolePaused : everyRole);
            const caller = fixture.holders[role];
            const call: Call = { ...fixture, role, caller, paused };
            const { nodeRewards } = fixture;
            const method = nodeRewards.connect(caller).getFunction(signature);
            const attempt = method.staticCall(...(row.args?.(call) ?? []));
            const refusal = row.refusal(call);
            if (refusal === undefined) {
              await expect(attempt).to.be.fulfilled;
              return;
            }
            const [error, ...values] = refusal;
            const asserted = expect(attempt).to.be.revertedWithCustomError(nodeRewards, error);
            if (values.length === 0) await asserted;
            else await asserted.withArgs(...values);
          });
        }
      }
    }

    for (const fragment of functionsOf(true)) {
      it(`lets everyone read ${fragment.name} while paused`, async () => {
        const fixture = await loadFixture(everyRolePaused);
        const args = fragment.inputs.map((input) => viewArgument(fixture, input.name, input.type));
        for (const role of roles) {
          const method = fixture.nodeRewards.connect(fixture.holders[role]).getFunction(fragment.format());
          await expect(method.staticCall(...args)).to.be.fulfilled;
        }
      });
    }
  });
});
