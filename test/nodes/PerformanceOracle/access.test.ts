import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { setBalance } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { type FunctionFragment, id, ZeroHash } from "ethers";
import { deployments, ethers } from "hardhat";
import { PerformanceOracle__factory, ProxyAdmin__factory } from "../../../typechain-types";
import { WCT } from "../../support/amounts";
import { DOWN, mediansOf } from "../../support/reporting";
import { HOUR, nextAt } from "../../support/time";
import { configurationOf, endOf, envelopeOf, fivePeers, peerReports } from "./fixtures";

const ADMIN_ROLE = ZeroHash;
const PAUSER_ROLE = id("PAUSER_ROLE");

const roles = [
  "nobody",
  "operator",
  "key of a node",
  "member of the committee",
  "registrar",
  "guardian",
  "pauser",
  "admin",
  "registry",
  "rewards",
  "owner of the ProxyAdmin",
] as const;

type Role = (typeof roles)[number];

/** An hour after an epoch of Phase 2 with all reports and an equivocation; an account per role. */
async function everyRole() {
  const fixture = await fivePeers();
  const { oracle, registry, nodeRewards, admin, pauser, registrar, guardian, committee, nodes, epoch } = fixture;
  const { round, reports } = await peerReports(fixture, {});
  const first = await envelopeOf({ contracts: fixture, round, index: 1 });
  const second = await envelopeOf({ contracts: fixture, round, index: 1, rest: DOWN });
  const upgrader = fixture.accounts[10]!;
  const { address } = await deployments.get("PerformanceOracle_ProxyAdmin");
  await ProxyAdmin__factory.connect(address, admin).transferOwnership(upgrader);
  const asAccount = async (account: string) => {
    await setBalance(account, 10n * WCT);
    return ethers.getImpersonatedSigner(account);
  };
  const holders: Record<Role, HardhatEthersSigner> = {
    nobody: fixture.accounts[11]!,
    operator: nodes[0]!.operator,
    "key of a node": await asAccount(nodes[0]!.key.address),
    "member of the committee": committee[0]!,
    registrar,
    guardian,
    pauser,
    admin,
    registry: await asAccount(await registry.getAddress()),
    rewards: await asAccount(await nodeRewards.getAddress()),
    "owner of the ProxyAdmin": upgrader,
  };
  const configuration = await configurationOf({ oracle }, epoch);
  await nextAt(endOf(epoch) + HOUR);
  await registry.update();
  return { ...fixture, round, reports, first, second, holders, configuration };
}

async function everyRolePaused() {
  const fixture = await everyRole();
  await fixture.oracle.connect(fixture.pauser).pause();
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

const onlyRole =
  (roleId: string, holder: Role) =>
  ({ role, caller }: Call): Refusal =>
    role === holder ? undefined : ["AccessControlUnauthorizedAccount", caller, roleId];
const unlessPaused = ({ paused }: Call): Refusal => (paused ? ["EnforcedPause"] : undefined);

const CONFIGURATION =
  "((uint64,uint64,uint32,uint32),(uint64,uint64,uint8),(uint16,uint16,uint16,uint16,uint16),(address,address)[])";
const REPORT = "(uint256,uint8,address,bytes32,bytes32,bytes32)";

const rows: Record<string, Row> = {
  [`finalize(uint256,(uint256,uint256,address[]),${CONFIGURATION},(uint256,bytes,bytes)[],bytes)`]: {
    args: ({ round, reports }) => [round.epoch, round.set, round.configuration, reports, mediansOf(round, reports)],
    refusal: unlessPaused,
  },
  "commit(address,bytes32)": {
    args: ({ nodes }) => [nodes[0]!.operator, id("a commitment")],
    refusal: ({ role, caller, nodes }) =>
      role === "operator" || role === "key of a node" ? undefined : ["NotNode", caller, nodes[0]!.operator],
  },
  [`proveEquivocation(${REPORT},bytes,${REPORT},bytes)`]: {
    args: ({ first, second }) => [first.report, first.signature, second.report, second.signature],
    refusal: unlessPaused,
  },
  [`setConfiguration(${CONFIGURATION})`]: {
    args: ({ configuration }) => [configuration],
    refusal: onlyRole(ADMIN_ROLE, "admin"),
  },
  [`initialize(address,${CONFIGURATION})`]: {
    args: ({ caller, configuration }) => [caller, configuration],
    refusal: () => ["InvalidInitialization"],
  },
  "pause()": { refusal: (call) => onlyRole(PAUSER_ROLE, "pauser")(call) ?? unlessPaused(call) },
  "unpause()": {
    refusal: (call) => onlyRole(ADMIN_ROLE, "admin")(call) ?? (call.paused ? undefined : ["ExpectedPause"]),
  },
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
};

function functions(isView: boolean): FunctionFragment[] {
  const fragments: FunctionFragment[] = [];
  PerformanceOracle__factory.createInterface().forEachFunction((fragment) => {
    if (fragment.constant === isView) fragments.push(fragment);
  });
  return fragments;
}

/** Something sensible for each parameter of a view. */
function viewArgument({ nodes, epoch, first }: Fixture, name: string, type: string): unknown {
  if (type === "address") return nodes[0]!.operator;
  if (type === "bytes4") return "0x01ffc9a7";
  if (type === "bytes32") return PAUSER_ROLE;
  if (type === "bytes") return first.signature;
  if (type === "tuple") return first.report;
  return name === "index" ? 0n : epoch;
}

describe("PerformanceOracle", () => {
  describe("access", () => {
    it("lists every function that changes state, and no other", () => {
      expect(Object.keys(rows)).to.have.members(functions(false).map((fragment) => fragment.format()));
    });

    for (const paused of [false, true]) {
      for (const [signature, row] of Object.entries(rows)) {
        const name = signature.slice(0, signature.indexOf("("));
        for (const role of roles) {
          it(`answers ${role} calling ${name} ${paused ? "while paused" : "while running"}`, async () => {
            const fixture = await loadFixture(paused ? everyRolePaused : everyRole);
            const caller = fixture.holders[role];
            const call: Call = { ...fixture, role, caller, paused };
            const { oracle } = fixture;
            const attempt = oracle
              .connect(caller)
              .getFunction(signature)
              .staticCall(...(row.args?.(call) ?? []));
            const refusal = row.refusal(call);
            if (refusal === undefined) {
              await expect(attempt).to.be.fulfilled;
              return;
            }
            const [error, ...values] = refusal;
            const asserted = expect(attempt).to.be.revertedWithCustomError(oracle, error);
            if (values.length === 0) await asserted;
            else await asserted.withArgs(...values);
          });
        }
      }
    }

    for (const fragment of functions(true)) {
      it(`lets everyone read ${fragment.name} while paused`, async () => {
        const fixture = await loadFixture(everyRolePaused);
        const args = fragment.inputs.map((input) =>
          viewArgument(fixture, input.name, input.baseType === "tuple" ? "tuple" : input.type),
        );
        for (const role of roles) {
          const method = fixture.oracle.connect(fixture.holders[role]).getFunction(fragment.format());
          await expect(method.staticCall(...args)).to.be.fulfilled;
        }
      });
    }
  });

  describe("pause", () => {
    it("tells who paused, and unpause who ended it", async () => {
      const { oracle, pauser, admin } = await loadFixture(everyRole);
      await expect(oracle.connect(pauser).pause()).to.emit(oracle, "Paused").withArgs(pauser);
      expect(await oracle.paused()).to.equal(true);
      await expect(oracle.connect(admin).unpause()).to.emit(oracle, "Unpaused").withArgs(admin);
      expect(await oracle.paused()).to.equal(false);
    });
  });
});
