import { loadFixture, setBalance } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { expect } from "chai";
import { type FunctionFragment, id, type Interface, parseEther, Wallet, ZeroAddress, ZeroHash } from "ethers";
import { deployments, ethers } from "hardhat";
import { NodeIdentities__factory, NodeRegistry__factory, ProxyAdmin__factory } from "../../typechain-types";
import { extraOperator, nodeFor, ownershipOf, register, seatedNodes, stakeFor, type TestNode } from "../support/nodes";
import { scoringOf, Status } from "../support/scores";
import { DAY, HOUR, nextAt, warpTo } from "../support/time";

const ADMIN_ROLE = ZeroHash;
const PAUSER_ROLE = id("PAUSER_ROLE");
const ORACLE_ROLE = id("ORACLE_ROLE");
const REGISTRAR_ROLE = id("REGISTRAR_ROLE");
const REGISTRY_ROLE = id("REGISTRY_ROLE");

const roles = [
  "nobody",
  "staker",
  "called-up operator",
  "seated operator",
  "key of a node",
  "pauser",
  "registrar",
  "guardian",
  "reporter",
  "oracle",
  "registry",
  "rewards",
  "admin",
  "owner of the ProxyAdmin",
] as const;

type Role = (typeof roles)[number];

/**
 * An account per role. The seated operator is Active, the called-up one may confirm, the staker is allowed to register; the
 * epoch before is not finalized. Of the missing operator the call-up is over, the unlocking one does not qualify. The
 * ProxyAdmins, which the admin owns as well, are given to another account here, so that the two rights are told apart.
 */
async function everyRole() {
  const fixture = await seatedNodes({ count: 16 });
  const { registry, identities, oracle, nodeRewards, stakeWeight, registrar, admin, accounts, nodes, epoch } = fixture;
  const standing = await Promise.all([0, 1, 2, 3, 4].map(async (index) => nodeFor(await extraOperator(index))));
  const [staker, calledUp, missing, standby, unlocking] = standing as [
    TestNode,
    TestNode,
    TestNode,
    TestNode,
    TestNode,
  ];
  for (const node of standing) await stakeFor(fixture, node.operator);
  for (const node of [calledUp, missing, standby, unlocking]) await register(fixture, node);
  await registry.connect(registrar).setAllowed(staker.operator, true);
  await stakeWeight.connect(unlocking.operator).initiateUnlock();
  const later = (epoch + 1n) * DAY + DAY - 2n * HOUR;
  await nextAt(later - DAY + HOUR);
  await registry.callUp(missing.operator, ZeroAddress);
  await nextAt(later);
  await registry.callUp(calledUp.operator, ZeroAddress);
  await warpTo(later + HOUR);
  const asContract = async (contract: { getAddress: () => Promise<string> }) => {
    const address = await contract.getAddress();
    await setBalance(address, parseEther("100"));
    return ethers.getImpersonatedSigner(address);
  };
  const asKey = nodes[0]!.key.connect(ethers.provider);
  await setBalance(asKey.address, parseEther("100"));
  const upgrader = accounts[10]!;
  for (const name of ["NodeRegistry", "NodeIdentities"]) {
    const { address } = await deployments.get(`${name}_ProxyAdmin`);
    await ProxyAdmin__factory.connect(address, admin).transferOwnership(upgrader);
  }
  const holders: Record<Role, HardhatEthersSigner> = {
    nobody: accounts[0]!,
    staker: staker.operator,
    "called-up operator": calledUp.operator,
    "seated operator": nodes[0]!.operator,
    "key of a node": await ethers.getImpersonatedSigner(asKey.address),
    pauser: fixture.pauser,
    registrar,
    guardian: fixture.guardian,
    reporter: fixture.committee[0]!,
    oracle: await asContract(oracle),
    registry: await asContract(registry),
    rewards: await asContract(nodeRewards),
    admin,
    "owner of the ProxyAdmin": upgrader,
  };
  return { ...fixture, holders, staker, calledUp, missing, standby, unlocking, from: later, identities };
}

/** {@link everyRole}, with the registry paused. */
async function everyRolePaused() {
  const fixture = await everyRole();
  await fixture.registry.connect(fixture.pauser).pause();
  return fixture;
}

type Fixture = Awaited<ReturnType<typeof everyRole>>;

/** One call by one role in one pause state. */
interface Call extends Fixture {
  role: Role;
  caller: HardhatEthersSigner;
  paused: boolean;
}

/** The error and its arguments, or nothing where the call is allowed. */
type Refusal = [error: string, ...values: unknown[]] | undefined;

interface Row {
  args?: (call: Call) => unknown[] | Promise<unknown[]>;
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

const key = new Wallet(id("a new key"));
const ENDPOINT = "https://new.example";

/** That `key` belongs to the caller. */
const proven = async (call: Call) => [key.address, await ownershipOf(call, { operator: call.caller, key })] as const;

const nodeStatuses: Partial<Record<Role, bigint>> = {
  "called-up operator": Status.Standby,
  "seated operator": Status.Active,
};

const onlyNodes = ({ role, caller }: Call): Refusal =>
  nodeStatuses[role] === undefined ? ["WrongStatus", caller, Status.None] : undefined;

/** What both contracts share. */
const shared: Record<string, Row> = {
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
  "initialize(address)": { args: ({ caller }) => [caller], refusal: () => ["InvalidInitialization"] },
};

const registryRows: Record<string, Row> = {
  ...shared,
  "pause()": {
    refusal: (call) => onlyRole(PAUSER_ROLE, "pauser")(call) ?? (call.paused ? ["EnforcedPause"] : undefined),
  },
  "unpause()": {
    refusal: (call) => onlyRole(ADMIN_ROLE, "admin")(call) ?? (call.paused ? undefined : ["ExpectedPause"]),
  },
  "multicall(bytes[])": { args: () => [[]], refusal: allowed },
  "register(address,string,bytes)": {
    args: async (call) => {
      const [address, signature] = await proven(call);
      return [address, ENDPOINT, signature];
    },
    refusal: unlessPaused(({ role, caller }) => {
      if (role === "staker") return undefined;
      const status = nodeStatuses[role];
      return status === undefined ? ["NotAllowed", caller] : ["WrongStatus", caller, status];
    }),
  },
  "callUp(address,address)": {
    args: ({ standby }) => [standby.operator, ZeroAddress],
    refusal: unlessPaused(allowed),
  },
  // Whether the contract runs or is paused.
  "confirm()": {
    refusal: ({ role, caller }) => (role === "called-up operator" ? undefined : ["NotCalledUp", caller]),
  },
  "deactivateMissed(address)": { args: ({ missing }) => [missing.operator], refusal: allowed },
  "deactivateUnqualified(address)": { args: ({ unlocking }) => [unlocking.operator], refusal: allowed },
  "deactivate(address)": {
    args: ({ nodes }) => [nodes[1]!.operator],
    refusal: onlyRole(REGISTRAR_ROLE, "registrar"),
  },
  "leave()": { refusal: onlyNodes },
  "update()": { refusal: allowed },
  "applyScores(uint256,(bytes32,uint256,uint256,uint256[],uint256),(uint64,uint64,uint8))": {
    args: async ({ registry, epoch }) => [...(await scoringOf(registry, { epoch })).args],
    refusal: onlyRole(ORACLE_ROLE, "oracle"),
  },
  "expel(address)": { args: ({ nodes }) => [nodes[1]!.operator], refusal: onlyRole(ORACLE_ROLE, "oracle") },
  "setAllowed(address,bool)": {
    args: ({ caller }) => [caller, true],
    refusal: onlyRole(REGISTRAR_ROLE, "registrar"),
  },
  "setTargets(uint256,uint256)": { args: () => [14n, 7n], refusal: onlyRole(ADMIN_ROLE, "admin") },
  "setPhase(uint8)": { args: () => [1n], refusal: onlyRole(ADMIN_ROLE, "admin") },
};

const identitiesRows: Record<string, Row> = {
  ...shared,
  "renounceRole(bytes32,address)": {
    args: ({ holders }) => [REGISTRY_ROLE, holders.registry],
    refusal: ({ role }) => (role === "registry" ? undefined : ["AccessControlBadConfirmation"]),
  },
  "setKey(address,bytes)": {
    args: async (call) => [...(await proven(call))],
    refusal: ({ role, caller }) => (nodeStatuses[role] === undefined ? ["NotRegistered", caller] : undefined),
  },
  "setEndpoint(string)": {
    args: () => [ENDPOINT],
    refusal: ({ role, caller }) => (nodeStatuses[role] === undefined ? ["NotRegistered", caller] : undefined),
  },
  "introduce(address,address,string,bytes)": {
    args: async (call) => {
      const { operator } = call.staker;
      return [operator, key.address, ENDPOINT, await ownershipOf(call, { operator, key })];
    },
    refusal: onlyRole(REGISTRY_ROLE, "registry"),
  },
  "release(address)": { args: ({ nodes }) => [nodes[1]!.operator], refusal: onlyRole(REGISTRY_ROLE, "registry") },
};

const contracts = [
  {
    name: "NodeRegistry",
    key: "registry",
    contractInterface: NodeRegistry__factory.createInterface(),
    rows: registryRows,
  },
  {
    name: "NodeIdentities",
    key: "identities",
    contractInterface: NodeIdentities__factory.createInterface(),
    rows: identitiesRows,
  },
] as const;

function functionsOf(contractInterface: Interface, isView: boolean): FunctionFragment[] {
  const fragments: FunctionFragment[] = [];
  contractInterface.forEachFunction((fragment) => {
    if (isView === fragment.constant) fragments.push(fragment);
  });
  return fragments;
}

/** Something sensible for each parameter of a view. */
function viewArgument({ nodes, epoch }: Fixture, name: string, type: string): unknown {
  if (type === "address") return nodes[0]!.operator;
  if (type === "address[]") return nodes.map(({ operator }) => operator);
  if (type === "bytes32") return PAUSER_ROLE;
  if (type === "bytes4") return "0x01ffc9a7";
  if (type === "string") return nodes[0]!.endpoint;
  return name === "index" ? 0n : name === "timestamp" ? epoch * DAY : epoch;
}

/** A role is there to be read. */
async function withPauser(fixture: Fixture): Promise<Fixture> {
  await fixture.identities.connect(fixture.admin).grantRole(PAUSER_ROLE, fixture.pauser);
  return fixture;
}

for (const { name, key: contractKey, contractInterface, rows } of contracts) {
  describe(name, () => {
    describe("access", () => {
      it("lists every function that changes state, and no other", () => {
        const signatures = functionsOf(contractInterface, false).map((fragment) => fragment.format());
        expect(Object.keys(rows)).to.have.members(signatures);
      });

      for (const paused of [false, true]) {
        for (const [signature, row] of Object.entries(rows)) {
          for (const role of roles) {
            it(`answers ${role} calling ${signature} ${paused ? "while paused" : "while running"}`, async () => {
              const fixture = await loadFixture(paused ? everyRolePaused : everyRole);
              const caller = fixture.holders[role];
              const call: Call = { ...fixture, role, caller, paused };
              const contract = fixture[contractKey];
              const attempt = contract
                .connect(caller)
                .getFunction(signature)
                .staticCall(...((await row.args?.(call)) ?? []));
              const refusal = row.refusal(call);
              if (refusal === undefined) {
                await expect(attempt).to.be.fulfilled;
                return;
              }
              const [error, ...values] = refusal;
              const asserted = expect(attempt).to.be.revertedWithCustomError(contract, error);
              if (values.length === 0) await asserted;
              else await asserted.withArgs(...values);
            });
          }
        }
      }

      for (const fragment of functionsOf(contractInterface, true)) {
        it(`lets everyone read ${fragment.format()} while paused`, async () => {
          const fixture = await withPauser(await loadFixture(everyRolePaused));
          const args = fragment.inputs.map((input) => viewArgument(fixture, input.name, input.type));
          for (const role of roles) {
            const method = fixture[contractKey].connect(fixture.holders[role]).getFunction(fragment.format());
            await expect(method.staticCall(...args)).to.be.fulfilled;
          }
        });
      }
    });
  });
}
