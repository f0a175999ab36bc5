import { expect } from "chai";
import { Interface, id, parseEther, toBeHex } from "ethers";
import { decodeRevert } from "../../src/errors/decodeRevert.js";
import { errorDefinitions } from "../../src/generated/errors.js";
import type { ContractName } from "../../src/deployments/index.js";
import { contractNames } from "../../src/generated/contractNames.js";
import { isContractError } from "../../src/errors/index.js";

interface Sample {
  /** As it is encoded. */
  value: unknown;
  /** As a person reads it. */
  said: string;
}

const DAY = 86_400n;

/** A Thursday. */
const THURSDAY = 1_795_651_200n;

const wei = (amount: string): Sample => ({ value: parseEther(amount.replaceAll(",", "")), said: `${amount} WCT` });
const power = (amount: string): Sample => ({ value: parseEther(amount.replaceAll(",", "")), said: amount });
const time = (days: bigint, said: string): Sample => ({ value: THURSDAY + days * DAY, said });
const number = (value: bigint, said = String(value)): Sample => ({ value, said });
const hash = (name: string): Sample => ({ value: id(name), said: id(name).slice(0, 10) });

/** What each number, text or hash of an error stands for, by its name: all that are called the same are of one unit. */
const samples: Record<string, Sample> = {
  active: number(16n),
  allowance: wei("12.5"),
  amount: wei("1,234,567.5"),
  available: wei("1,000"),
  balance: wei("0.000000000000000001"),
  bits: number(96n, "2^96"),
  calldatas: number(2n, "2 call data"),
  clock: time(1n, "2026-11-27 00:00 UTC"),
  commitment: hash("commitment"),
  configurationHash: hash("configuration"),
  confirmBy: time(2n, "2026-11-28 00:00 UTC"),
  count: number(33n),
  currentNonce: number(7n),
  deadline: time(3n, "2026-11-29 00:00 UTC"),
  delay: number(3_600n, "1 hour"),
  dueAt: time(4n, "2026-11-30 00:00 UTC"),
  earliest: time(14n, "2026-12-10 00:00 UTC"),
  end: time(7n, "2026-12-03 00:00 UTC"),
  endpoint: { value: "node.example.org:443", said: "node.example.org:443" },
  epoch: number(20_783n, "epoch 20,783 (2026-11-26)"),
  expected: hash("expected"),
  expectedStates: { value: `0x${"0".repeat(63)}a`, said: "Active" },
  expiry: time(5n, "2026-12-01 00:00 UTC"),
  finalizable: number(20_781n, "epoch 20,781 (2026-11-24)"),
  from: time(6n, "2026-12-02 00:00 UTC"),
  until: time(7n, "2026-12-03 00:00 UTC"),
  given: number(3n, "3 reports"),
  held: wei("77.25"),
  index: number(5n),
  isCertified: { value: true, said: "certified already" },
  latencyMs: number(1_250n, "1,250 ms"),
  latencySumMs: number(98_765n, "98,765 ms"),
  latest: time(70n, "2027-02-04 00:00 UTC"),
  length: number(63n),
  lockRemaining: number(6n * DAY + 3n * 3_600n, "6 days 3 hours"),
  max: number(10_000n),
  maxActive: number(15n),
  maxLength: number(253n),
  maxSeated: number(25n),
  maxSlashBps: number(100n, "1%"),
  min: number(5_100n),
  minAmount: wei("50,000"),
  minDelay: number(2n * DAY, "2 days"),
  minPresetWeeks: number(12n, "12 weeks"),
  name: { value: "baseBps", said: "baseBps" },
  needed: wei("20.5"),
  neededRole: { value: id("PAUSER_ROLE"), said: "pauser role" },
  occupied: number(21n),
  operationId: hash("operation"),
  payloads: number(4n, "4 payloads"),
  period: number(742n, "period 742 (2026-11-19 to 2026-12-17)"),
  positionRemaining: number(5n * DAY, "5 days"),
  predecessorId: hash("predecessor"),
  presetWeeks: number(13n, "13 weeks"),
  previous: number(9n),
  probes: number(1_439n, "1,439"),
  proposalId: number(987_654_321n),
  quorumDenominator: number(100n),
  quorumNumerator: number(101n),
  received: wei("9.75"),
  remaining: number(51n * 7n * DAY + DAY, "51 weeks 1 day"),
  requestedWeeks: number(26n, "26 weeks"),
  reserved: number(12n),
  running: number(20_784n, "epoch 20,784 (2026-11-27)"),
  s: { value: id("s"), said: id("s") },
  selector: { value: "0x12345678", said: "0x12345678" },
  setHash: hash("set"),
  shareBps: number(4_050n, "40.5%"),
  slashBps: number(150n, "1.5%"),
  standing: power("60,000"),
  str: { value: "a text", said: "a text" },
  successes: number(1_440n, "1,440"),
  target: number(20n),
  targets: number(3n, "3 targets"),
  threshold: power("1,000"),
  timepoint: time(8n, "2026-12-04 00:00 UTC"),
  timestamp: { value: THURSDAY + DAY, said: "2026-11-27 00:00 UTC" },
  to: number(20_785n, "epoch 20,785 (2026-11-28)"),
  unit: number(1_000_000_000n, "1,000,000,000"),
  unlockEnd: time(21n, "2026-12-17 00:00 UTC"),
  uptime: { value: 987_654_321_012_345_678n, said: "0.9876" },
  value: number(123_456n, "123,456"),
  values: number(5n, "5 values"),
  votes: power("10.5"),
  votingPeriod: number(0n, "0 seconds"),
  walletId: number(1_234n, "1,234"),
  weekStart: time(0n, "2026-11-26 00:00 UTC"),
  weight: power("59,999.5"),
};

/** Where a name stands for something else. */
const exceptions: Record<string, Sample> = {
  "EpochFinished.earliest": number(20_784n, "epoch 20,784 (2026-11-27)"),
  "EpochNotProvable.from": number(20_780n, "epoch 20,780 (2026-11-23)"),
  "EpochTooFarAhead.latest": number(21_150n, "epoch 21,150 (2027-11-28)"),
  "InvalidCertifiedShare.max": number(9_000n, "90%"),
  "InvalidCertifiedShare.min": number(5_100n, "51%"),
  "InvalidCommitteeSize.max": number(32n),
  "InvalidParameter.max": number(10_000n, "10,000"),
  "InvalidParameter.min": number(5_100n, "5,100"),
  "QuorumMissing.needed": number(5n),
  "TimelockUnexpectedOperationState.expectedStates": { value: `0x${"0".repeat(63)}a`, said: "Waiting or Done" },
  "TransferNotWhole.expected": wei("10"),
  "WrongDataLength.expected": number(64n),
  "WrongMediansLength.expected": number(252n),
  "WalletRewards.PeriodFinished.earliest": number(743n, "period 743 (2026-12-17 to 2027-01-14)"),
  "WalletRewards.PeriodNotFinalizable.finalizable": number(741n, "period 741 (2026-10-22 to 2026-11-19)"),
  "WalletRewards.PeriodTooFarAhead.latest": number(769n, "period 769 (2028-12-14 to 2029-01-11)"),
  "UnknownReporter.count": number(4n),
};

/** What a sentence leaves out, and why. */
const unsaid = new Set([
  // The caller knows who it is.
  "StakeWeight.AllHeld.account",
  "StakeWeight.NotUnlocked.account",
  "NodeRegistry.TooEarlyToConfirm.operator",
  // Said in other words.
  "StakeWeight.NotUnlocked.state",
  "StakeWeight.NotUnlocked.unlockEnd",
  "StakeWeight.NotLocked.state",
  "StakeWeight.NoActivePosition.state",
  "LegacyStakeWeightBridge.CannotJoin.status",
  "NodeRewards.SlashNotPending.state",
]);

interface Input {
  name: string;
  type: string;
  internalType: string;
}

describe("sentences", () => {
  for (const contract of contractNames) {
    const errors = errorDefinitions[contract].abi.filter(({ type }) => type === "error");
    const abi = new Interface(errorDefinitions[contract].abi);

    describe(contract, () => {
      it("has errors", () => {
        expect(errors).not.to.equal([]);
      });

      for (const { name = "", inputs = [] } of errors) {
        const parameters = inputs as unknown as readonly Input[];

        it(`tells ${name} with its values`, () => {
          const given = parameters.map((input, index) => sampleOf(contract, name, input, index));
          const data = abi.encodeErrorResult(
            name,
            given.map(({ value }) => value),
          );
          const error = decodeRevert(data, contract);

          if (!isContractError(error)) throw new Error("not decoded");
          expect(error).to.include({ contract, errorName: name, data, called: contract });
          expect(error.args).to.deep.equal(
            Object.fromEntries(
              parameters.map((input, index) => [input.name, decodedOf(contract, input, given[index]!)]),
            ),
          );
          expect(error.message).to.match(/^[A-Z0-9"].{19,}\.$/);
          // No value in wei, no time in seconds.
          const words = error.message.replaceAll(/0x[0-9a-f]+|987654321/g, "");
          expect(words).not.to.match(/undefined|NaN|\[object|(?<![.\d])\d{7}/);
          if (/[a-z][A-Z]/.test(name)) expect(error.message).not.to.include(name);
          parameters.forEach((input, index) => {
            if (unsaid.has(`${contract}.${name}.${input.name}`)) return;
            // Some begin the sentence.
            expect(error.message.toLowerCase()).to.include(given[index]!.said.toLowerCase());
          });
        });
      }
    });
  }

  it("tells every state of a position", () => {
    const error = (name: string, state: number, unlockEnd: bigint[] = []) =>
      decodeRevert(
        new Interface(errorDefinitions.StakeWeight.abi).encodeErrorResult(name, [address(1), state, ...unlockEnd]),
        "StakeWeight",
      ).message;
    expect(error("NotUnlocked", 2, [THURSDAY])).to.equal(
      "Your position is Unlocking until 2026-11-26 00:00 UTC; it can be withdrawn from then on.",
    );
    expect(error("NotUnlocked", 1, [0n])).to.match(/^Your position is Locked; initiate its unlock first/);
    expect(error("NotUnlocked", 0, [0n])).to.match(/^You have no position/);
    expect(error("NotLocked", 2)).to.match(/is Unlocking already/);
    expect(error("NotLocked", 3)).to.match(/is Unlocked already; withdraw it/);
    expect(error("NotLocked", 0)).to.match(/has no position to unlock/);
    expect(error("NoActivePosition", 3)).to.match(/is Unlocked; withdraw it/);
    expect(error("NoActivePosition", 0)).to.match(/has no position; open one/);
  });

  it("tells every status of a lock and of a node, and every state of a slash", () => {
    const said = (contract: ContractName, name: string, values: unknown[]) =>
      decodeRevert(new Interface(errorDefinitions[contract].abi).encodeErrorResult(name, values), contract).message;
    const locks = [0, 1, 2, 3, 4, 5, 6].map((status) =>
      said("LegacyStakeWeightBridge", "CannotJoin", [address(1), status]),
    );
    const nodes = [0, 1, 2, 3, 4, 5].map((status) => said("NodeRegistry", "WrongStatus", [address(1), status]));
    const slashes = [0, 1, 2, 3].map((state) =>
      said("NodeRewards", "SlashNotPending", [address(1), 20_000n, 0, state]),
    );
    expect(new Set(locks)).to.have.lengthOf(7);
    expect(new Set(nodes)).to.have.lengthOf(6);
    expect(slashes[3]).to.include("vetoed");
    expect(slashes[0]).to.include("none was proposed");
    for (const sentence of [...locks, ...nodes]) expect(sentence).not.to.include("undefined");
  });

  it("tells whether an operation of the timelock was scheduled before, or is not ready", () => {
    const said = (bitmap: number) =>
      decodeRevert(
        new Interface(errorDefinitions.Timelock.abi).encodeErrorResult("TimelockUnexpectedOperationState", [
          id("operation"),
          toBeHex(bitmap, 32),
        ]),
      ).message;
    expect(said(0b0001)).to.include("was scheduled before; use another salt");
    expect(said(0b0100)).to.include("is not Ready, which it must be");
    expect(said(0b0110)).to.include("is not Waiting or Ready");
  });

  it("advises a preset that is long enough", () => {
    const said = (remaining: bigint) =>
      decodeRevert(new Interface(errorDefinitions.StakeWeight.abi).encodeErrorResult("PresetTooShort", [4n, remaining]))
        .message;
    expect(said(8n * 7n * DAY)).to.equal(
      "4 weeks are less than the 8 weeks for which the position is locked still; choose 8 weeks or more.",
    );
    expect(said(8n * 7n * DAY + 1n))
      .to.include("8 weeks 1 second")
      .and.include("choose 12 weeks or more");
    expect(said(105n * 7n * DAY)).to.include("wait until less is left");
  });

  it("survives times beyond every calendar", () => {
    const data = new Interface(errorDefinitions.RewardDistributor.abi).encodeErrorResult("PeriodTooFarAhead", [
      2n ** 256n - 1n,
      THURSDAY,
    ]);
    expect(decodeRevert(data, "RewardDistributor").message).to.include("a time beyond every calendar");
    const wallets = new Interface(errorDefinitions.WalletRewards.abi).encodeErrorResult("PeriodTooFarAhead", [
      2n ** 256n - 1n,
      768n,
    ]);
    expect(decodeRevert(wallets, "WalletRewards").message).to.include("beyond every calendar");
  });

  it("gives the seconds of a time that is no full minute", () => {
    const data = new Interface(errorDefinitions.NodeRegistry.abi).encodeErrorResult("TooEarlyToConfirm", [
      address(1),
      THURSDAY + 3_723n,
    ]);
    expect(decodeRevert(data).message).to.include("2026-11-26 01:02:03 UTC");
  });

  it("names a role by its hash if it knows it, and the administrator", () => {
    const said = (role: string) =>
      decodeRevert(
        new Interface(errorDefinitions.Timelock.abi).encodeErrorResult("AccessControlUnauthorizedAccount", [
          address(1),
          role,
        ]),
      ).message;
    expect(said(`0x${"0".repeat(64)}`)).to.include("lacks the administrator role");
    expect(said(id("CERTIFIER_ROLE"))).to.include("lacks the certifier role");
    expect(said(id("OTHER_ROLE"))).to.include(`lacks the role ${id("OTHER_ROLE")}`);
  });
});

function sampleOf(contract: ContractName, error: string, { name, type, internalType }: Input, index: number): Sample {
  const exception = exceptions[`${contract}.${error}.${name}`] ?? exceptions[`${error}.${name}`];
  const inWallets = contract === "WalletRewards" || !exceptions[`WalletRewards.${error}.${name}`];
  if (exception && inWallets) return exception;
  if (internalType.startsWith("enum ")) {
    const names = errorDefinitions[contract].enums[internalType]!;
    return { value: names.length - 1, said: names.at(-1)! };
  }
  if (type === "address") return { value: address(index + 1), said: address(index + 1) };
  const sample = samples[name];
  if (!sample) throw new Error(`no sample for ${contract}.${error}.${name}`);
  return sample;
}

function decodedOf(contract: ContractName, { internalType }: Input, { value }: Sample): unknown {
  return errorDefinitions[contract].enums[internalType]?.[value as number] ?? value;
}

/** An address of digits only, which has no capitals to get wrong. */
function address(index: number): string {
  return `0x${String(index).repeat(40)}`;
}
