import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { ParameterError, readParameters, validateParameters } from "../../scripts/deployment/parameters";

const token = "0xeF4461891DfB3AC8572cCf7C794664A8DD927945";
const admin = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const pauser = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
const complete = { token, admin, pauser };

function validate(value: unknown, network = "optimism") {
  return validateParameters({ network, source: "optimism.json", value });
}

describe("deployment parameters", () => {
  describe("validateParameters", () => {
    it("accepts all three addresses", () => {
      expect(validate(complete)).to.deep.equal(complete);
    });

    it("returns checksummed addresses", () => {
      expect(validate({ token: token.toLowerCase(), admin: admin.toLowerCase(), pauser })).to.deep.equal(complete);
    });

    for (const network of ["hardhat", "localhost"]) {
      it(`accepts no token on ${network}`, () => {
        expect(validate({ ...complete, token: null }, network).token).to.equal(null);
      });
    }

    it("names the token that is missing elsewhere", () => {
      expect(() => validate({ ...complete, token: null })).to.throw(
        ParameterError,
        "optimism.json: token: must be an address on optimism",
      );
    });

    for (const key of ["token", "admin", "pauser"]) {
      it(`names ${key} when it is missing`, () => {
        const value = Object.fromEntries(Object.entries(complete).filter(([name]) => name !== key));
        expect(() => validate(value)).to.throw(ParameterError, `optimism.json: ${key}: must be an address`);
      });

      for (const malformed of ["0x1234", "", admin.slice(0, -1), admin.replace("dc79C8", "dc79c8"), ZeroAddress]) {
        it(`names ${key} when it is ${JSON.stringify(malformed)}`, () => {
          expect(() => validate({ ...complete, [key]: malformed })).to.throw(
            ParameterError,
            `optimism.json: ${key}: must be an address other than zero, is ${JSON.stringify(malformed)}`,
          );
        });
      }

      it(`names ${key} when it is no text`, () => {
        expect(() => validate({ ...complete, [key]: 7 })).to.throw(
          ParameterError,
          `optimism.json: ${key}: must be an address`,
        );
      });
    }

    it("names a key that is unknown", () => {
      expect(() => validate({ ...complete, owner: admin })).to.throw(
        ParameterError,
        /^optimism\.json: file: .*"owner"/,
      );
    });

    it("names everything that is wrong at once", () => {
      expect(() => validate({ token, admin: "0x", pauser: ZeroAddress })).to.throw(
        ParameterError,
        /admin: must be .*; pauser: must be/,
      );
    });

    for (const value of [null, [], "parameters", 5]) {
      it(`refuses ${JSON.stringify(value)}`, () => {
        expect(() => validate(value)).to.throw(ParameterError, /^optimism\.json: file: /);
      });
    }

    it("keeps the cause", () => {
      try {
        validate({});
        expect.fail("it was accepted");
      } catch (error) {
        expect(error).to.be.instanceOf(ParameterError);
        expect((error as ParameterError).cause).to.be.instanceOf(Error);
      }
    });
  });

  describe("readParameters", () => {
    for (const network of ["hardhat", "localhost"]) {
      it(`reads local.json for ${network}`, () => {
        expect(readParameters(network)).to.deep.equal({ token: null, admin, pauser });
      });
    }

    it("names the network and the file that does not exist", () => {
      expect(() => readParameters("nowhere")).to.throw(
        ParameterError,
        "no parameters for network nowhere: scripts/deployment/parameters/nowhere.json does not exist",
      );
    });

    it("names a file that is no JSON", () => {
      const file = path.join(__dirname, "../../scripts/deployment/parameters/test-no-json.json");
      writeFileSync(file, "{ admin");
      try {
        expect(() => readParameters("test-no-json")).to.throw(
          ParameterError,
          /^scripts\/deployment\/parameters\/test-no-json\.json: not JSON: SyntaxError/,
        );
      } finally {
        rmSync(file);
      }
    });

    it("refuses a network whose file is not complete", () => {
      const file = path.join(__dirname, "../../scripts/deployment/parameters/test-incomplete.json");
      writeFileSync(file, JSON.stringify({ token, admin }));
      try {
        expect(() => readParameters("test-incomplete")).to.throw(
          ParameterError,
          "scripts/deployment/parameters/test-incomplete.json: pauser: must be an address",
        );
      } finally {
        rmSync(file);
      }
    });
  });
});
