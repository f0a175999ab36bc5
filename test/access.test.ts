import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { expect } from "chai";
import { type FunctionFragment, id, type Interface, MaxUint256, ZeroHash } from "ethers";
import { RewardDistributor__factory, StakeWeight__factory } from "../typechain-types";
import { WCT } from "./support/amounts";
import { everyRole, everyRolePaused, type Role, roles, type RolesFixture } from "./support/roles";
import { WEEK } from "./support/time";

const ADMIN_ROLE = ZeroHash;
const PAUSER_ROLE = id("PAUSER_ROLE");
const DISTRIBUTOR_ROLE = id("DISTRIBUTOR_ROLE");
const MIGRATOR_ROLE = id("MIGRATOR_ROLE");
const SLASHER_ROLE = id("SLASHER_ROLE");

/** One call by one role in one pause state. */
interface Call extends RolesFixture {
  role: Role;
  caller: HardhatEthersSigner;
  paused: boolean;
}

/** The error and its arguments, or nothing where the call is allowed. */
type Refusal = [error: string, ...values: unknown[]] | undefined;

interface Row {
  args?: (call: Call) => unknown[];
  /** Who calls as the staker, where it is not alice. */
  staker?: (fixture: RolesFixture) => HardhatEthersSigner;
  refusal: (call: Call) => Refusal;
}

const noPermit = [MaxUint256, 27, ZeroHash, ZeroHash];

const allowed = (): Refusal => undefined;
const unlessPaused =
  (refusal: (call: Call) => Refusal) =>
  (call: Call): Refusal =>
    call.paused ? ["EnforcedPause"] : refusal(call);
const onlyRole =
  (roleId: string, ...holders: Role[]) =>
  ({ role, caller }: Call): Refusal =>
    holders.includes(role) ? undefined : ["AccessControlUnauthorizedAccount", caller, roleId];
const onlyStaker =
  (error: string, ...values: unknown[]) =>
  ({ role, caller }: Call): Refusal =>
    role === "staker" ? undefined : [error, caller, ...values];

const stakeRefusal = unlessPaused(({ role, caller }) =>
  role === "staker" ? ["PositionExists", caller, 1_000n * WCT] : undefined,
);

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
  "pause()": {
    refusal: (call) => onlyRole(PAUSER_ROLE, "pauser")(call) ?? (call.paused ? ["EnforcedPause"] : undefined),
  },
  "unpause()": {
    refusal: (call) => onlyRole(ADMIN_ROLE, "admin")(call) ?? (call.paused ? undefined : ["ExpectedPause"]),
  },
  "initialize(address)": { args: ({ caller }) => [caller], refusal: () => ["InvalidInitialization"] },
  "multicall(bytes[])": { args: () => [[]], refusal: allowed },
};

const stakeWeightRows: Record<string, Row> = {
  ...shared,
  "stake(uint256,uint256)": { args: () => [1n, 4n], refusal: stakeRefusal },
  "stakeWithPermit(uint256,uint256,uint256,uint8,bytes32,bytes32)": {
    args: () => [1n, 4n, ...noPermit],
    refusal: stakeRefusal,
  },
  "stakeFor(address,uint256,uint256)": {
    args: ({ bob }) => [bob, 1n, 4n],
    refusal: (call) =>
      call.role === "operator" ? unlessPaused(allowed)(call) : ["NotOperator", call.caller, call.bob],
  },
  "increaseAmount(uint256)": { args: () => [1n], refusal: unlessPaused(onlyStaker("NoActivePosition", 0n)) },
  "increaseAmountFor(address,uint256)": {
    args: ({ alice }) => [alice, 1n],
    refusal: (call) =>
      ["staker", "operator", "distributor", "migrator"].includes(call.role)
        ? unlessPaused(allowed)(call)
        : ["NotOperator", call.caller, call.alice],
  },
  "relock(uint256)": { args: () => [104n], refusal: unlessPaused(onlyStaker("NoActivePosition", 0n)) },
  "update(uint256,uint256)": { args: () => [1n, 104n], refusal: unlessPaused(onlyStaker("NoActivePosition", 0n)) },
  "initiateUnlock()": { refusal: onlyStaker("NotLocked", 0n) },
  "withdraw()": { staker: ({ carol }) => carol, refusal: onlyStaker("NotUnlocked", 0n, 0n) },
  "setOperator(address,bool)": { args: ({ bob }) => [bob, true], refusal: allowed },
  "selfPermit(uint256,uint256,uint8,bytes32,bytes32)": { args: () => [1n, ...noPermit], refusal: allowed },
  "migrate((address,uint256,uint256,uint256)[])": {
    args: ({ stranger }) => [[{ account: stranger, amount: 1n, presetWeeks: 4n, unlockEnd: 0n }]],
    refusal: (call) => onlyRole(MIGRATOR_ROLE, "migrator")(call) ?? unlessPaused(allowed)(call),
  },
  "holdForSlash(address,uint256)": {
    args: ({ alice }) => [alice, 100n],
    refusal: onlyRole(SLASHER_ROLE, "slasher"),
  },
  "releaseHeld(address,uint256)": {
    args: ({ alice }) => [alice, WCT],
    refusal: onlyRole(SLASHER_ROLE, "slasher"),
  },
  "slash(address,uint256)": {
    args: ({ alice }) => [alice, WCT],
    refusal: onlyRole(SLASHER_ROLE, "slasher"),
  },
  "delegate(address)": { args: ({ bob }) => [bob], refusal: allowed },
  // The signature decides, whoever sends it; this one is nobody's.
  "delegateBySig(address,uint256,uint256,uint8,bytes32,bytes32)": {
    args: ({ bob }) => [bob, 0n, ...noPermit],
    refusal: () => ["ECDSAInvalidSignature"],
  },
  "releaseStrayTokens()": { refusal: onlyRole(DISTRIBUTOR_ROLE, "distributor") },
};

/** Funding itself would count tokens twice, so that the distributor's own call is refused. */
const fundRefusal = unlessPaused(({ role }) => (role === "distributor" ? ["TransferNotWhole", 1n, 0n] : undefined));

const distributorRows: Record<string, Row> = {
  ...shared,
  "fund(uint256,uint256)": { args: ({ thursday }) => [thursday + 110n * WEEK, 1n], refusal: fundRefusal },
  "fundRange(uint256,uint256,uint256)": {
    args: ({ thursday }) => [thursday + 110n * WEEK, 1n, 1n],
    refusal: fundRefusal,
  },
  "fundStrayTokens()": { refusal: unlessPaused(allowed) },
  "closeWeeks(uint256)": { args: () => [1n], refusal: allowed },
  "claim(address)": { args: ({ alice }) => [alice], refusal: allowed },
  "claimThrough(address,uint256)": { args: ({ alice, thursday }) => [alice, thursday], refusal: allowed },
  "claimMany(address[])": { args: ({ alice, carol }) => [[alice, carol]], refusal: allowed },
  // While StakeWeight is paused nothing can be added, and the reward stays.
  "claimAndRestake()": {
    refusal: (call) => onlyStaker("NothingToRestake")(call) ?? (call.paused ? ["EnforcedPause"] : undefined),
  },
  "setRecipient(address)": { args: ({ bob }) => [bob], refusal: allowed },
};

const contracts = [
  {
    name: "StakeWeight",
    key: "stakeWeight",
    contractInterface: StakeWeight__factory.createInterface(),
    rows: stakeWeightRows,
  },
  {
    name: "RewardDistributor",
    key: "distributor",
    contractInterface: RewardDistributor__factory.createInterface(),
    rows: distributorRows,
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
function viewArgument(fixture: RolesFixture, name: string, type: string): unknown {
  if (type === "address") return fixture.alice;
  if (type === "address[]") return [fixture.alice, fixture.stranger];
  if (type === "bytes32") return PAUSER_ROLE;
  if (type === "bytes4") return "0x01ffc9a7";
  return name === "index" ? 0n : name === "count" ? 3n : fixture.thursday;
}

for (const { name, key, contractInterface, rows } of contracts) {
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
              const caller = role === "staker" && row.staker ? row.staker(fixture) : fixture.holders[role];
              const call: Call = { ...fixture, role, caller, paused };
              const contract = fixture[key];
              const attempt = contract
                .connect(caller)
                .getFunction(signature)
                .staticCall(...(row.args?.(call) ?? []));
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
          const fixture = await loadFixture(everyRolePaused);
          const args = fragment.inputs.map((input) => viewArgument(fixture, input.name, input.type));
          for (const role of roles) {
            const method = fixture[key].connect(fixture.holders[role]).getFunction(fragment.format());
            await expect(method.staticCall(...args)).to.be.fulfilled;
          }
        });
      }
    });
  });
}
