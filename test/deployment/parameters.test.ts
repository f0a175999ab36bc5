import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { getAddress, parseEther, toBeHex, ZeroAddress } from "ethers";
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
const keepers = {
  registrar: "0x9eF6c02FB2ECc446146E05F1fF687a788a8BF76d",
  guardian: "0x08A2DE6F3528319123b25935C92888B16db8913E",
  certifier: "0xe141C82D99D85098e03E1a1cC1CdE676556fDdE0",
};
/** The committee of local.json, of which nobody runs a node. */
const committee = [
  "0x4b23D303D9e3719D6CDf8d172Ea030F80509ea15",
  "0xC004e69C5C04A223463Ff32042dd36DabF63A25a",
  "0x5eb15C0992734B5e77c888D713b4FC67b3D679A2",
  "0x7Ebb637fd68c523613bE51aad27C35C4DB199B9c",
  "0x3c3E2E178C69D4baD964568415a0f0c84fd6320A",
  "0x35304262b9E87C00c430149f28dD154995d01207",
  "0xD4A1E660C916855229e1712090CcfD8a424A2E33",
].map((reporter): { reporter: string; operator: string | null } => ({ reporter, operator: null }));
const measurement = {
  uptimeWeight: "1",
  latencyWeight: "1",
  goodLatencyMs: 250,
  badLatencyMs: 2_000,
  confinement: "0.8",
  promotion: "0.9",
  activeFloor: 11,
  baseBps: 5_000,
  reservedBps: 5_000,
  shareCapBps: 1_000,
  slashBps: 10,
  equivocationSlashBps: 100,
  committee,
};
const complete = { token, pauser, ...keepers, legacyStakeWeight: null, governance, measurement };
const validated = {
  ...complete,
  governance: { ...governance, proposalThreshold: 100_000n * 10n ** 18n },
  measurement: {
    ...measurement,
    uptimeWeight: 10n ** 18n,
    latencyWeight: 10n ** 18n,
    confinement: 8n * 10n ** 17n,
    promotion: 9n * 10n ** 17n,
  },
};

const DAY = 86_400;

/** {@link complete} with other settings of the measurement. */
function measuring(changes: Record<string, unknown>) {
  return { ...complete, measurement: { ...measurement, ...changes } };
}

/** A committee of `count` reporters, without nodes of their own. */
function committeeOf(count: number) {
  const reporters = Array.from({ length: count }, (_, index) => getAddress(toBeHex(index + 1, 20)));
  return reporters.map((reporter) => ({ reporter, operator: null }));
}

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

    for (const key of ["token", "pauser", "registrar", "guardian", "certifier"]) {
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

    const milliseconds = "must be a whole number of milliseconds from";
    const basisPoints = "must be a whole number of basis points from";
    const settings = [
      ["goodLatencyMs", 0, 60_000, milliseconds],
      ["badLatencyMs", 1, 60_000, milliseconds],
      ["activeFloor", 0, 15, "must be a whole number of nodes from"],
      ["baseBps", 0, 10_000, basisPoints],
      ["reservedBps", 0, 10_000, basisPoints],
      ["shareCapBps", 1, 10_000, basisPoints],
      ["slashBps", 0, 100, basisPoints],
      ["equivocationSlashBps", 0, 100, basisPoints],
    ] as const;
    for (const [key, from, to, problem] of settings) {
      // The two latencies bound each other as well.
      if (key !== "goodLatencyMs" && key !== "badLatencyMs") {
        for (const value of [from, to]) {
          it(`accepts ${value} as measurement.${key}`, () => {
            expect(validate(measuring({ [key]: value })).measurement[key]).to.equal(value);
          });
        }
      }

      for (const value of [from - 1, to + 1, from + 0.5, String(from), null, undefined]) {
        it(`names measurement.${key} when it is ${JSON.stringify(value)}`, () => {
          expect(() => validate(measuring({ [key]: value }))).to.throw(
            ParameterError,
            `optimism.json: measurement.${key}: ${problem} ${from} to ${to}, is ${JSON.stringify(value)}`,
          );
        });
      }
    }

    for (const [goodLatencyMs, badLatencyMs] of [
      [0, 1],
      [0, 60_000],
      [59_999, 60_000],
      [1_999, 2_000],
    ]) {
      it(`accepts latencies of ${goodLatencyMs} and ${badLatencyMs} ms`, () => {
        const latencies = { goodLatencyMs, badLatencyMs };
        expect(validate(measuring(latencies)).measurement).to.include(latencies);
      });
    }

    for (const [goodLatencyMs, badLatencyMs] of [
      [2_000, 2_000],
      [2_001, 2_000],
    ]) {
      it(`names measurement.badLatencyMs when it is ${badLatencyMs} and goodLatencyMs is ${goodLatencyMs}`, () => {
        expect(() => validate(measuring({ goodLatencyMs, badLatencyMs }))).to.throw(
          ParameterError,
          `optimism.json: measurement.badLatencyMs: must be more than goodLatencyMs (${goodLatencyMs}), is ${badLatencyMs}`,
        );
      });
    }

    for (const [key, range, bounds, beyond] of [
      ["uptimeWeight", "above 0, at most 2", ["0.000000000000000001", "2"], ["0", "0.0", "2.000000000000000001"]],
      ["latencyWeight", "above 0, at most 2", ["0.000000000000000001", "2"], ["0", "0.0", "2.000000000000000001"]],
      ["confinement", "from 0 to 1, with at most 9 places", ["0", "0.900000000"], ["1.000000001", "0.8000000001"]],
      ["promotion", "from 0 to 1, with at most 9 places", ["0.8", "1"], ["1.000000001", "0.9000000000"]],
    ] as const) {
      for (const value of [...bounds, "0.8123"]) {
        it(`accepts ${value} as measurement.${key}, in 1e18 fixed point`, () => {
          expect(validate(measuring({ [key]: value })).measurement[key]).to.equal(parseEther(value));
        });
      }

      const malformed = ["-0.8", "0,8", ".8", "0.", "8e-1", "80%", " 0.8", "0.8 ", "00.8", "10", "0x1", ""];
      const tooFine = "0.8000000000000000001";
      for (const value of [...beyond, ...malformed, tooFine, 0.8, 1, true, null, undefined]) {
        it(`names measurement.${key} when it is ${JSON.stringify(value)}`, () => {
          expect(() => validate(measuring({ [key]: value }))).to.throw(
            ParameterError,
            `optimism.json: measurement.${key}: must be a decimal ${range}, as a string, is ${JSON.stringify(value)}`,
          );
        });
      }
    }

    it("accepts a confinement and a promotion of 1", () => {
      const { confinement, promotion } = validate(measuring({ confinement: "1", promotion: "1" })).measurement;
      expect([confinement, promotion]).to.deep.equal([parseEther("1"), parseEther("1")]);
    });

    it("names measurement.promotion when it is below confinement", () => {
      expect(() => validate(measuring({ promotion: "0.799999999" }))).to.throw(
        ParameterError,
        "optimism.json: measurement.promotion: must be at least confinement (0.8), is 0.799999999",
      );
    });

    for (const count of [1, 32]) {
      it(`accepts a committee of ${count}`, () => {
        expect(validate(measuring({ committee: committeeOf(count) })).measurement.committee).to.have.length(count);
      });
    }

    for (const [what, value] of [
      ["empty", []],
      ["of 33", committeeOf(33)],
      ["missing", undefined],
      ["null", null],
      ["one member without a list", committee[0]],
      ["text", "everybody"],
    ] as const) {
      it(`names measurement.committee when it is ${what}`, () => {
        expect(() => validate(measuring({ committee: value }))).to.throw(
          ParameterError,
          "optimism.json: measurement.committee: must be a list of 1 to 32 members",
        );
      });
    }

    it("accepts members with nodes, two of one operator as well", () => {
      const [first, second] = committee;
      const members = [
        { ...first!, operator: pauser.toLowerCase() },
        { ...second!, operator: pauser },
      ];
      const operators = validate(measuring({ committee: members })).measurement.committee.map(
        ({ operator }) => operator,
      );
      expect(operators).to.deep.equal([pauser, pauser]);
    });

    for (const spelling of [committee[1]!.reporter, committee[1]!.reporter.toLowerCase()]) {
      it(`names a reporter that is there twice, as ${spelling}`, () => {
        const members = [...committee, { reporter: spelling, operator: pauser }];
        expect(() => validate(measuring({ committee: members }))).to.throw(
          ParameterError,
          "optimism.json: measurement.committee.7.reporter: must not be that of member 1 again, " +
            `is "${committee[1]!.reporter}"`,
        );
      });
    }

    for (const [key, value, problem] of [
      ["reporter", undefined, "must be an address"],
      ["reporter", null, "must be an address"],
      ["reporter", ZeroAddress, "must be an address other than zero"],
      ["operator", undefined, "must be an address"],
      ["operator", ZeroAddress, "must be an address other than zero"],
      ["operator", "0x1234", "must be an address other than zero"],
    ] as const) {
      it(`names the ${key} of a member when it is ${JSON.stringify(value)}`, () => {
        const members = [committee[0]!, { ...committee[1]!, [key]: value }];
        expect(() => validate(measuring({ committee: members }))).to.throw(
          ParameterError,
          `optimism.json: measurement.committee.1.${key}: ${problem}`,
        );
      });
    }

    it("names a member that is an address", () => {
      expect(() => validate(measuring({ committee: [pauser] }))).to.throw(
        ParameterError,
        "optimism.json: measurement.committee.0: must be an object of reporter and operator",
      );
    });

    for (const value of [undefined, null, 5, "as ever"]) {
      it(`names measurement when it is ${JSON.stringify(value)}`, () => {
        expect(() => validate({ ...complete, measurement: value })).to.throw(
          ParameterError,
          "optimism.json: measurement: must be an object of thirteen settings",
        );
      });
    }

    it("names a key of the measurement that is unknown", () => {
      expect(() => validate(measuring({ slashPercent: 1 }))).to.throw(
        ParameterError,
        /^optimism\.json: measurement: .*"slashPercent"/,
      );
      expect(() => validate(measuring({ committee: [{ ...committee[0]!, weight: 2 }] }))).to.throw(
        ParameterError,
        /^optimism\.json: measurement\.committee\.0: .*"weight"/,
      );
    });

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
        validate({
          ...complete,
          token: "0x",
          guardian: ZeroAddress,
          governance: { ...governance, quorumPercent: 0 },
          measurement: { ...measurement, baseBps: -1, committee: [] },
        }),
      ).to.throw(
        ParameterError,
        new RegExp(
          [
            "token: must be [^;]*",
            "guardian: must be [^;]*",
            "governance\\.quorumPercent: must be [^;]*",
            "measurement\\.baseBps: must be [^;]*",
            "measurement\\.committee: must be [^;]*$",
          ].join("; "),
        ),
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

    it("refuses optimism until somebody names who keeps it, the committee and the legacy system", () => {
      const named = ["pauser", "registrar", "guardian", "certifier", "legacyStakeWeight"];
      const problems = [
        ...named.map((key) => `${key}: must be an address[^;]*`),
        "measurement\\.committee: must be a list of 1 to 32 members",
      ];
      expect(() => readParameters("optimism")).to.throw(
        ParameterError,
        new RegExp(`^scripts/deployment/parameters/optimism\\.json: ${problems.join("; ")}$`),
      );
    });

    it("takes optimism as it stands once these are named", () => {
      const file = path.join(__dirname, "../../scripts/deployment/parameters/optimism.json");
      const value = JSON.parse(readFileSync(file, "utf8")) as Partial<typeof complete>;
      const named = { pauser, ...keepers, legacyStakeWeight: null, measurement: { ...value.measurement, committee } };
      expect(validate({ ...value, ...named })).to.deep.equal(validated);
    });

    it("refuses a network whose file is not complete", () => {
      const file = path.join(__dirname, "../../scripts/deployment/parameters/test-incomplete.json");
      writeFileSync(file, JSON.stringify({ ...complete, pauser: undefined }));
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
