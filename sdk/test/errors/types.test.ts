import { expect } from "chai";
import { Interface, parseEther } from "ethers";
import { performanceOracleAbi, rewardDistributorAbi, stakeWeightAbi } from "../../src/abi.js";
import { describeError, type ErrorArgs, type ErrorName, isContractError } from "../../src/errors/index.js";
import { stakeWeightSentences } from "../../src/errors/sentences/StakeWeight.js";
import type { Sentences } from "../../src/errors/sentences/Sentences.js";

/** `true` only for types that are the same. */
type Same<A, B> = 0 extends 1 & A ? false : [A] extends [B] ? ([B] extends [A] ? true : false) : false;

const account = `0x${"1".repeat(40)}`;
const stakeWeight = new Interface(stakeWeightAbi);

describe("the types of errors", () => {
  it("give each error's values their names and their types", () => {
    const claims: [
      Same<ErrorArgs<"PresetTooShort">, { readonly requestedWeeks: bigint; readonly remaining: bigint }>,
      Same<
        ErrorArgs<"NotLocked">,
        { readonly account: string; readonly state: "None" | "Locked" | "Unlocking" | "Unlocked" }
      >,
      Same<ErrorArgs<"CertificationUnchanged">, { readonly walletId: bigint; readonly isCertified: boolean }>,
      Same<
        ErrorArgs<"PeriodFinished">,
        | { readonly weekStart: bigint; readonly earliest: bigint }
        | { readonly period: bigint; readonly earliest: bigint }
      >,
      Same<ErrorArgs<"PeriodFinished", "WalletRewards">, { readonly period: bigint; readonly earliest: bigint }>,
      Same<Extract<ErrorName<"StakeWeight">, "WrongMedians">, never>,
    ] = [true, true, true, true, true, true];
    expect(claims).not.to.include(false);
    // @ts-expect-error There is no such error.
    const name: ErrorName = "NoSuchError";
    expect(name).to.be.a("string");
  });

  it("force a sentence for every error, with its own values", () => {
    const others: Omit<Sentences<"StakeWeight">, "AllHeld"> = stakeWeightSentences;
    // @ts-expect-error AllHeld has none.
    const incomplete: Sentences<"StakeWeight"> = others;
    // @ts-expect-error AllHeld has no value of this name.
    const misnamed = { AllHeld: ({ amount }) => String(amount) } satisfies Pick<Sentences<"StakeWeight">, "AllHeld">;
    expect([incomplete, misnamed]).to.have.lengthOf(2);
  });

  it("narrow by name", () => {
    const error = describeError({ data: stakeWeight.encodeErrorResult("PositionExists", [account, parseEther("5")]) });
    if (!isContractError(error, "PositionExists")) throw new Error("not narrowed");
    const claims: [
      Same<typeof error.args, { readonly account: string; readonly amount: bigint }>,
      Same<typeof error.contract, "StakeWeight">,
    ] = [true, true];
    expect(claims).not.to.include(false);
    expect(error.args.amount).to.equal(parseEther("5"));
    expect(isContractError(error, "AllHeld")).to.equal(false);
  });

  it("narrow by contract where contracts mean different values", () => {
    const data = new Interface(rewardDistributorAbi).encodeErrorResult("PeriodFinished", [604_800n, 1_209_600n]);
    const error = describeError({ data }, "RewardDistributor");
    expect(isContractError(error, "PeriodFinished", "WalletRewards")).to.equal(false);
    if (!isContractError(error, "PeriodFinished", "RewardDistributor")) throw new Error("not narrowed");
    const claim: Same<typeof error.args, { readonly weekStart: bigint; readonly earliest: bigint }> = true;
    expect(claim).to.equal(true);
    expect(error.args.weekStart).to.equal(604_800n);
    const again: unknown = error;
    if (!isContractError(again, "PeriodFinished")) throw new Error("not narrowed");
    if (again.contract === "WalletRewards") throw new Error(String(again.args.period));
    expect(again.args.weekStart).to.equal(604_800n);
  });

  it("narrow in a switch", () => {
    const error = describeError({
      data: new Interface(performanceOracleAbi).encodeErrorResult("QuorumMissing", [3n, 5n]),
    });
    if (!isContractError(error)) throw new Error("not a contract's");
    switch (error.errorName) {
      case "PresetTooShort":
        throw new Error(String(error.args.remaining));
      case "QuorumMissing":
        expect(error.args.needed - error.args.given).to.equal(2n);
        break;
      default:
        throw new Error("not told apart");
    }
  });

  it("are not of other errors", () => {
    for (const error of [new Error("x"), { name: "ContractError" }, undefined]) {
      expect(isContractError(error)).to.equal(false);
    }
  });
});
