import { expect } from "chai";
import { AbiCoder, getAddress, zeroPadValue } from "ethers";
import { decodeResult, encodeCall } from "../../src/contract/coding.js";
import { nodeRegistry } from "../../src/generated/actions/nodeRegistry/contract.js";
import { performanceOracle } from "../../src/generated/actions/performanceOracle/contract.js";
import { stakeWeight } from "../../src/generated/actions/stakeWeight/contract.js";
import { InvalidValueError } from "../../src/errors/index.js";

const account = getAddress(zeroPadValue("0x2a", 20));

describe("coding", () => {
  describe("encodeCall", () => {
    it("takes values of enumerations by their names, in structs, too", () => {
      const [word] = AbiCoder.defaultAbiCoder().decode(
        ["uint256"],
        `0x${encodeCall(nodeRegistry, "setPhase(uint8)", ["Two"]).slice(10)}`,
      );
      expect(word).to.equal(1n);
      const hash = zeroPadValue("0x01", 32);
      const report = {
        epoch: 1n,
        phase: "Two",
        reporter: account,
        setHash: hash,
        configurationHash: hash,
        dataHash: hash,
      };
      const signature = "reportDigest((uint256,uint8,address,bytes32,bytes32,bytes32))";
      const data = encodeCall(performanceOracle, signature, [report]);
      expect(data.slice(10 + 64, 10 + 128)).to.equal("1".padStart(64, "0"));
    });

    it("refuses a name that the enumeration has not, and tells those that it has", () => {
      expect(() => encodeCall(nodeRegistry, "setPhase(uint8)", ["Three"])).to.throw(
        InvalidValueError,
        "phase is Three; it must be one of One, Two",
      );
    });

    it("names the parameter of what cannot be encoded", () => {
      expect(() => encodeCall(stakeWeight, "stake(uint256,uint256)", [-1n, 52])).to.throw(
        InvalidValueError,
        /amount is -1; it must be what stake\(uint256,uint256\) takes/,
      );
      expect(() => encodeCall(stakeWeight, "positionOf(address)", ["nobody.eth"])).to.throw(
        InvalidValueError,
        /account is nobody.eth/,
      );
      expect(() =>
        encodeCall(stakeWeight, "weightsAt(address[],uint256,uint256,uint256)", [account, 0, 0, 0]),
      ).to.throw(InvalidValueError, /accounts is 0x.*; it must be a list/);
    });

    it("refuses a function that the contract has not", () => {
      expect(() => encodeCall(stakeWeight, "steal()", [])).to.throw(TypeError, "StakeWeight has no function steal()");
    });
  });

  describe("decodeResult", () => {
    it("returns several values as an object of plain values", () => {
      const data = AbiCoder.defaultAbiCoder().encode(["tuple(uint256,uint256)", "uint256"], [[5n, 6n], 7n]);
      expect(decodeResult(stakeWeight, "lineForPeriod(address,uint256)", data)).to.deep.equal({
        line: { intercept: 5n, slope: 6n },
        sinceWeekStart: 7n,
      });
    });

    it("returns lists as arrays, and values of enumerations as their names", () => {
      const data = AbiCoder.defaultAbiCoder().encode(["address[]"], [[account]]);
      expect(decodeResult(nodeRegistry, "seatHolders()", data)).to.deep.equal([account]);
      const status = AbiCoder.defaultAbiCoder().encode(["uint8"], [4]);
      expect(decodeResult(nodeRegistry, "statusOf(address)", status)).to.equal("Confined");
    });
  });
});
