import { expect } from "chai";
import { AbiCoder } from "ethers";
import { StakeWeight__factory } from "../../typechain-types";
import { decodeMulticall, encodeMulticall } from "../../scripts/simulation/chain/multicall";
import { word } from "../../scripts/simulation/chain/words";

const coder = StakeWeight__factory.createInterface();
const account = "0x00000000000000000000000000000000000a11ce";

describe("multicall", () => {
  it("is encoded as by an ABI coder", () => {
    const calls = [
      coder.encodeFunctionData("totalStaked"),
      coder.encodeFunctionData("weightOf", [account]),
      coder.encodeFunctionData("weightAt", [account, 7]),
    ];
    for (const some of [calls, calls.slice(0, 1), []]) {
      expect(encodeMulticall(some)).to.equal(coder.encodeFunctionData("multicall", [some]));
    }
  });

  it("is decoded into the words of every answer", () => {
    const abi = AbiCoder.defaultAbiCoder();
    const answers = [
      [1n, 2n],
      [3n, 2n ** 256n - 1n],
    ].map((words) => abi.encode(["uint256", "uint256"], words));
    const data = coder.encodeFunctionResult("multicall", [answers]);
    expect(decodeMulticall(data, 2)).to.deep.equal([
      [1n, 2n],
      [3n, 2n ** 256n - 1n],
    ]);
  });

  it("is made of words", () => {
    expect(word(255)).to.equal(word(255n)).and.to.equal("ff".padStart(64, "0"));
    expect(word(account)).to.equal(account.slice(2).padStart(64, "0"));
  });
});
