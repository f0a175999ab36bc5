import { expect } from "chai";
import { makeError } from "ethers";
import { describeFailure } from "../../../scripts/migration/describeFailure";
import { LegacyStakeWeightBridge__factory, StakeWeight__factory, WCT__factory } from "../../../typechain-types";

const someone = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

describe("describeFailure", () => {
  const paused = StakeWeight__factory.createInterface().encodeErrorResult("EnforcedPause");

  it("finds a contract's error wherever a node or a library put it", () => {
    const wrong = LegacyStakeWeightBridge__factory.createInterface().encodeErrorResult("WrongToken", [
      someone,
      someone,
    ]);
    const poor = WCT__factory.createInterface().encodeErrorResult("ERC20InsufficientBalance", [someone, 1n, 2n]);
    for (const [error, text] of [
      [{ data: paused }, "EnforcedPause()"],
      [{ data: { data: paused } }, "EnforcedPause()"],
      [{ info: { error: { data: wrong } } }, `WrongToken(${someone}, ${someone})`],
      [new Error("reverted", { cause: { data: poor } }), `ERC20InsufficientBalance(${someone}, 1, 2)`],
      [{ data: "0x12345678" }, "an unknown error, 0x12345678"],
    ] as const) {
      expect(describeFailure(error)).to.equal(text);
    }
  });

  it("tells what a node said, without the request, whose URL may hold a key", () => {
    const said = { error: { code: -32_000, message: "nonce too low" } };
    const request = { payload: { method: "eth_sendRawTransaction" }, requestUrl: "https://host/secret" };
    for (const details of [{ ...said, ...request }, { info: { ...said, ...request } }]) {
      const error = makeError("could not coalesce error", "UNKNOWN_ERROR", details as never);
      expect(error.message).to.contain("secret");
      expect(describeFailure(error)).to.equal("nonce too low");
    }
  });

  it("tells when there is no ether for the gas", () => {
    const error = makeError("x", "UNKNOWN_ERROR", {
      info: { error: { message: "Sender doesn't have enough funds" } },
    });
    expect(describeFailure(error)).to.equal("the sender does not have enough ether for the gas");
  });

  it("tells of a revert without a reason, and of anything else", () => {
    const error = makeError("missing revert data", "CALL_EXCEPTION", { data: "0x" } as never);
    expect(describeFailure(error)).to.match(/^reverted without a reason/);
    expect(describeFailure("odd")).to.equal("odd");
  });
});
