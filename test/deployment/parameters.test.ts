import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { ParameterError, readParameters, validateParameters } from "../../scripts/deployment/parameters";

const token = "0xeF4461891DfB3AC8572cCf7C794664A8DD927945";
const pauser = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const governance = {
  votingDelay: 86_400,
  votingPeriod: 604_800,
  proposalThreshold: "100000000000000000000000",
  quorumPercent: 4,
  timelockDelay: 172_800,
};
const complete = { token, pauser, legacyStakeWeight: null, governance };
const validated = { ...complete, governance: { ...governance, proposalThreshold: 100_000n * 10n ** 18n } };

const DAY = 86_400;

function validate(value: unknown, network = "optimism") {
  return validateParameters({ network, source: "optimism.json", value });
}

describe("deployment parameters", () => {
  describe("validateParameters", () => {
    it("accepts what is complete, and returns wei as bigint", () => {
      expect(validate(complete)).to.deep.equal(validated);
    });

    it("returns checksummed addresses", () => {
      const lowerCase = { ...complete, token: token.toLowerCase(), pauser: pauser.toLowerCase() };
      expect(validate(lowerCase)).to.deep.equal(validated);
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

    for (const key of ["token", "pauser"]) {
      it(`names ${key} when it is missing`, () => {
        const value = Object.fromEntries(Object.entries(complete).filter(([name]) => name !== key));
        expect(() => validate(value)).to.throw(ParameterError, `optimism.json: ${key}: must be an address`);
      });

      for (const malformed of ["0x1234", "", pauser.slice(0, -1), pauser.replace("dc79C8", "dc79c8"), ZeroAddress]) {
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

    const times = "must be a whole number of seconds from";
    const ranges = [
      ["votingDelay", 1, 30 * DAY - 1, times],
      ["votingPeriod", 3_600, 60 * DAY, times],
      ["quorumPercent", 1, 100, "must be a whole number of percent from"],
      ["timelockDelay", 1, 30 * DAY, times],
    ] as const;
    for (const [key, from, to, problem] of ranges) {
      for (const value of [from, to]) {
        it(`accepts ${value} as governance.${key}`, () => {
          expect(validate({ ...complete, governance: { ...governance, [key]: value } }).governance[key]).to.equal(
            value,
          );
        });
      }

      for (const value of [from - 1, to + 1, from + 0.5, String(from), null, undefined]) {
        it(`names governance.${key} when it is ${JSON.stringify(value)}`, () => {
          expect(() => validate({ ...complete, governance: { ...governance, [key]: value } })).to.throw(
            ParameterError,
            new RegExp(
              `^optimism\\.json: governance\\.${key}: ${problem} ${from} to ${to}, is ${JSON.stringify(value)}$`,
            ),
          );
        });
      }
    }

    for (const value of ["0", "-1", "1.5", "1e18", "0x10", " 1", "", 100_000, null, undefined, String(2n ** 96n)]) {
      it(`names governance.proposalThreshold when it is ${JSON.stringify(value)}`, () => {
        expect(() => validate({ ...complete, governance: { ...governance, proposalThreshold: value } })).to.throw(
          ParameterError,
          "optimism.json: governance.proposalThreshold: must be wei as a string of digits, " +
            `from 1 to 79228162514264337593543950335, is ${JSON.stringify(value)}`,
        );
      });
    }

    for (const value of [undefined, null, 5, "four percent"]) {
      it(`names governance when it is ${JSON.stringify(value)}`, () => {
        expect(() => validate({ ...complete, governance: value })).to.throw(
          ParameterError,
          "optimism.json: governance: must be an object of five settings",
        );
      });
    }

    it("names a key that is unknown", () => {
      expect(() => validate({ ...complete, admin: pauser })).to.throw(
        ParameterError,
        /^optimism\.json: file: .*"admin"/,
      );
      expect(() => validate({ ...complete, governance: { ...governance, guardian: pauser } })).to.throw(
        ParameterError,
        /^optimism\.json: governance: .*"guardian"/,
      );
    });

    it("names everything that is wrong at once", () => {
      expect(() =>
        validate({ token: "0x", pauser: ZeroAddress, governance: { ...governance, quorumPercent: 0 } }),
      ).to.throw(ParameterError, /token: must be .*; pauser: must be .*; governance\.quorumPercent: must be/);
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
        expect(readParameters(network)).to.deep.equal({ ...validated, token: null });
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
      writeFileSync(file, "{ pauser");
      try {
        expect(() => readParameters("test-no-json")).to.throw(
          ParameterError,
          /^scripts\/deployment\/parameters\/test-no-json\.json: not JSON: SyntaxError/,
        );
      } finally {
        rmSync(file);
      }
    });

    it("refuses optimism until somebody names the pauser and the legacy system", () => {
      expect(() => readParameters("optimism")).to.throw(
        ParameterError,
        /^scripts\/deployment\/parameters\/optimism\.json: pauser: must be an address[^;]*; legacyStakeWeight: must be an address[^;]*$/,
      );
    });

    it("refuses a network whose file is not complete", () => {
      const file = path.join(__dirname, "../../scripts/deployment/parameters/test-incomplete.json");
      writeFileSync(file, JSON.stringify({ token, governance }));
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
