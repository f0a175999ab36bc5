import { PANIC_CODES } from "@nomicfoundation/hardhat-chai-matchers/panic";
import { loadFixture, setBalance } from "@nomicfoundation/hardhat-network-helpers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { expect } from "chai";
import { id, type Interface, toBeHex, ZeroHash } from "ethers";
import { ethers } from "hardhat";
import type { Proposal } from "../../scripts/upgrade/upgradeProposal";
import { TimelockController__factory, WCTGovernor__factory } from "../../typechain-types";
import { WCT } from "../support/amounts";
import { funded } from "../support/funded";
import { Motion, support } from "../support/Motion";
import { DAY, warpTo, WEEK } from "../support/time";

const ADMIN_ROLE = ZeroHash;
const PROPOSER_ROLE = id("PROPOSER_ROLE");
const CANCELLER_ROLE = id("CANCELLER_ROLE");

const threshold = 100_000n * WCT;

const roles = ["nobody", "voter", "pauser", "governor", "timelock"] as const;

type Role = (typeof roles)[number];

/** A salt for what the governor schedules without a proposal. */
const SALT = id("salt");

/**
 * An account per role, and a proposal of the voter's in every state that somebody can act in: one before the vote, one under
 * vote, one accepted, one that is due in the timelock. So is an operation that is no batch.
 */
async function everyRole() {
  const fixture = await funded();
  const { stakeWeight, governor, timelock, alice, pauser, stranger, admin } = fixture;
  await stakeWeight.connect(alice).stake(1_000_000n * WCT, 104n);
  const asGovernor = await ethers.getImpersonatedSigner(await governor.getAddress());
  // The governor takes no ether, so it is given some for gas.
  await setBalance(asGovernor.address, WCT);
  await warpTo(fixture.monday + DAY);

  const delay = timelock.interface.encodeFunctionData("updateDelay", [3n * DAY]);
  const target = await timelock.getAddress();
  const proposalOf = (description: string): Proposal => ({
    targets: [target],
    values: [0n],
    calldatas: [delay],
    description,
  });
  const propose = (description: string) => Motion.propose(governor, alice, proposalOf(description));
  await timelock.connect(asGovernor).schedule(target, 0n, delay, ZeroHash, SALT, 2n * DAY);
  const due = await propose("due");
  const accepted = await propose("accepted");
  await due.openVote();
  await due.vote(alice, "for");
  await accepted.openVote();
  await accepted.vote(alice, "for");
  await warpTo(due.deadline - DAY);
  const underVote = await propose("under vote");
  await accepted.closeVote();
  await due.queue(stranger);
  await due.endDelay();
  const pending = await propose("pending");
  expect(await Promise.all([pending, underVote, accepted, due].map((motion) => motion.state()))).to.deep.equal([
    "Pending",
    "Active",
    "Succeeded",
    "Queued",
  ]);

  const holders: Record<Role, HardhatEthersSigner> = {
    nobody: stranger,
    voter: alice,
    pauser,
    governor: asGovernor,
    timelock: admin,
  };
  const [targets, values, calldatas, descriptionHash] = due.args;
  const salt = toBeHex(BigInt(descriptionHash) ^ (BigInt(asGovernor.address) << 96n), 32);
  return {
    ...fixture,
    holders,
    pending,
    underVote,
    accepted,
    due,
    next: proposalOf("next"),
    single: [target, 0n, delay, ZeroHash, SALT] as const,
    batch: [targets, values, calldatas, ZeroHash, salt] as const,
    operation: await timelock.hashOperationBatch(targets, values, calldatas, ZeroHash, salt),
  };
}

type Fixture = Awaited<ReturnType<typeof everyRole>>;

/** One call by one role. */
interface Call extends Fixture {
  role: Role;
  caller: HardhatEthersSigner;
}

/** The error and its arguments, or the code of the panic, or nothing where the call is allowed. */
type Refusal = [error: string, ...values: unknown[]] | number | undefined;

interface Row {
  args: (call: Call) => unknown[] | Promise<unknown[]>;
  refusal: (call: Call) => Refusal;
}

const allowed = (): Refusal => undefined;
const onlyRole =
  (roleId: string, holder: Role) =>
  ({ role, caller }: Call): Refusal =>
    role === holder ? undefined : ["AccessControlUnauthorizedAccount", caller, roleId];

/** The timelock neither, unless it executes what was proposed: the governor keeps a list of what it expects. */
const onlyProposed = ({ role, caller }: Call): Refusal =>
  role === "timelock" ? PANIC_CODES.POP_ON_EMPTY_ARRAY : ["GovernorOnlyExecutor", caller];

/** What somebody signs who lets others send the vote. */
async function signBallot(
  { governor, alice, underVote }: Call,
  extended?: { reason: string; params: string },
): Promise<string> {
  const { chainId } = await ethers.provider.getNetwork();
  const domain = { name: "WCTGovernor", version: "1", chainId, verifyingContract: await governor.getAddress() };
  const fields = [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "voter", type: "address" },
    { name: "nonce", type: "uint256" },
  ];
  const ballot = { proposalId: underVote.id, support: support.for, voter: alice.address, nonce: 0n };
  if (!extended) return alice.signTypedData(domain, { Ballot: fields }, ballot);
  const more = [
    { name: "reason", type: "string" },
    { name: "params", type: "bytes" },
  ];
  return alice.signTypedData(domain, { ExtendedBallot: [...fields, ...more] }, { ...ballot, ...extended });
}

const noDeposit = (): Refusal => ["GovernorDisabledDeposit"];

const governorRows: Record<string, Row> = {
  "propose(address[],uint256[],bytes[],string)": {
    args: ({ next: { targets, values, calldatas, description } }) => [targets, values, calldatas, description],
    refusal: ({ role, caller }) =>
      role === "voter" ? undefined : ["GovernorInsufficientProposerVotes", caller, 0n, threshold],
  },
  // The proposer's.
  "cancel(address[],uint256[],bytes[],bytes32)": {
    args: ({ pending }) => [...pending.args],
    refusal: ({ role, caller, pending }) =>
      role === "voter" ? undefined : ["GovernorUnableToCancel", pending.id, caller],
  },
  // Who has no votes adds none.
  "castVote(uint256,uint8)": { args: ({ underVote }) => [underVote.id, support.for], refusal: allowed },
  "castVoteWithReason(uint256,uint8,string)": {
    args: ({ underVote }) => [underVote.id, support.for, "reason"],
    refusal: allowed,
  },
  "castVoteWithReasonAndParams(uint256,uint8,string,bytes)": {
    args: ({ underVote }) => [underVote.id, support.for, "reason", "0x"],
    refusal: allowed,
  },
  "castVoteBySig(uint256,uint8,address,bytes)": {
    args: async (call) => [call.underVote.id, support.for, call.alice, await signBallot(call)],
    refusal: allowed,
  },
  "castVoteWithReasonAndParamsBySig(uint256,uint8,address,string,bytes,bytes)": {
    args: async (call) => {
      const extended = { reason: "reason", params: "0x" };
      const signature = await signBallot(call, extended);
      return [call.underVote.id, support.for, call.alice, extended.reason, extended.params, signature];
    },
    refusal: allowed,
  },
  "queue(address[],uint256[],bytes[],bytes32)": { args: ({ accepted }) => [...accepted.args], refusal: allowed },
  "execute(address[],uint256[],bytes[],bytes32)": { args: ({ due }) => [...due.args], refusal: allowed },
  "relay(address,uint256,bytes)": { args: ({ stranger }) => [stranger, 0n, "0x"], refusal: onlyProposed },
  "setProposalThreshold(uint256)": { args: () => [1n], refusal: onlyProposed },
  "setVotingDelay(uint48)": { args: () => [1n], refusal: onlyProposed },
  "setVotingPeriod(uint32)": { args: () => [WEEK], refusal: onlyProposed },
  "updateQuorumNumerator(uint256)": { args: () => [1n], refusal: onlyProposed },
  "updateTimelock(address)": { args: ({ stranger }) => [stranger], refusal: onlyProposed },
  "onERC721Received(address,address,uint256,bytes)": {
    args: ({ alice }) => [alice, alice, 1n, "0x"],
    refusal: noDeposit,
  },
  "onERC1155Received(address,address,uint256,uint256,bytes)": {
    args: ({ alice }) => [alice, alice, 1n, 1n, "0x"],
    refusal: noDeposit,
  },
  "onERC1155BatchReceived(address,address,uint256[],uint256[],bytes)": {
    args: ({ alice }) => [alice, alice, [1n], [1n], "0x"],
    refusal: noDeposit,
  },
};

const timelockRows: Record<string, Row> = {
  "schedule(address,uint256,bytes,bytes32,bytes32,uint256)": {
    args: ({ stranger }) => [stranger, 0n, "0x", ZeroHash, ZeroHash, 2n * DAY],
    refusal: onlyRole(PROPOSER_ROLE, "governor"),
  },
  "scheduleBatch(address[],uint256[],bytes[],bytes32,bytes32,uint256)": {
    args: ({ stranger }) => [[stranger], [0n], ["0x"], ZeroHash, ZeroHash, 2n * DAY],
    refusal: onlyRole(PROPOSER_ROLE, "governor"),
  },
  "cancel(bytes32)": { args: ({ operation }) => [operation], refusal: onlyRole(CANCELLER_ROLE, "governor") },
  "execute(address,uint256,bytes,bytes32,bytes32)": { args: ({ single }) => [...single], refusal: allowed },
  "executeBatch(address[],uint256[],bytes[],bytes32,bytes32)": { args: ({ batch }) => [...batch], refusal: allowed },
  "updateDelay(uint256)": {
    args: () => [DAY],
    refusal: ({ role, caller }) => (role === "timelock" ? undefined : ["TimelockUnauthorizedCaller", caller]),
  },
  "grantRole(bytes32,address)": {
    args: ({ caller }) => [PROPOSER_ROLE, caller],
    refusal: onlyRole(ADMIN_ROLE, "timelock"),
  },
  "revokeRole(bytes32,address)": {
    args: ({ governor }) => [PROPOSER_ROLE, governor],
    refusal: onlyRole(ADMIN_ROLE, "timelock"),
  },
  // Of another's role nobody, of its own each.
  "renounceRole(bytes32,address)": {
    args: ({ governor }) => [PROPOSER_ROLE, governor],
    refusal: ({ role }) => (role === "governor" ? undefined : ["AccessControlBadConfirmation"]),
  },
  "onERC721Received(address,address,uint256,bytes)": {
    args: ({ alice }) => [alice, alice, 1n, "0x"],
    refusal: allowed,
  },
  "onERC1155Received(address,address,uint256,uint256,bytes)": {
    args: ({ alice }) => [alice, alice, 1n, 1n, "0x"],
    refusal: allowed,
  },
  "onERC1155BatchReceived(address,address,uint256[],uint256[],bytes)": {
    args: ({ alice }) => [alice, alice, [1n], [1n], "0x"],
    refusal: allowed,
  },
};

const contracts = [
  {
    name: "WCTGovernor",
    key: "governor",
    contractInterface: WCTGovernor__factory.createInterface(),
    rows: governorRows,
    takesEther: false,
  },
  {
    name: "Timelock",
    key: "timelock",
    contractInterface: TimelockController__factory.createInterface(),
    rows: timelockRows,
    takesEther: true,
  },
] as const;

function changingFunctions(contractInterface: Interface): string[] {
  const signatures: string[] = [];
  contractInterface.forEachFunction((fragment) => {
    if (!fragment.constant) signatures.push(fragment.format());
  });
  return signatures;
}

for (const { name, key, contractInterface, rows, takesEther } of contracts) {
  describe(name, () => {
    describe("access", () => {
      it("lists every function that changes state, and no other", () => {
        expect(Object.keys(rows)).to.have.members(changingFunctions(contractInterface));
      });

      for (const [signature, row] of Object.entries(rows)) {
        for (const role of roles) {
          it(`answers ${role} calling ${signature}`, async () => {
            const fixture = await loadFixture(everyRole);
            const caller = fixture.holders[role];
            const call: Call = { ...fixture, role, caller };
            const contract = fixture[key];
            const attempt = contract
              .connect(caller)
              .getFunction(signature)
              .staticCall(...(await row.args(call)));
            const refusal = row.refusal(call);
            if (refusal === undefined) {
              await expect(attempt).to.be.fulfilled;
            } else if (typeof refusal === "number") {
              await expect(attempt).to.be.revertedWithPanic(refusal);
            } else {
              const [error, ...values] = refusal;
              const asserted = expect(attempt).to.be.revertedWithCustomError(contract, error);
              if (values.length === 0) await asserted;
              else await asserted.withArgs(...values);
            }
          });
        }
      }

      for (const role of roles) {
        it(`${takesEther ? "takes" : "refuses"} ether of ${role}`, async () => {
          const fixture = await loadFixture(everyRole);
          const attempt = fixture.holders[role].call({ to: fixture[key], value: 1n });
          if (takesEther) await expect(attempt).to.be.fulfilled;
          else await expect(attempt).to.be.revertedWithCustomError(fixture[key], "GovernorDisabledDeposit");
        });
      }
    });
  });
}
