import { expect } from "chai";
import { ZeroAddress } from "ethers";
import fc from "fast-check";
import { decodeMeasurements } from "../../scripts/performance/decodeMeasurements";
import { encodeMeasurements } from "../../scripts/performance/encodeMeasurements";
import {
  LatenciesWithoutSuccesses,
  SuccessesAboveProbes,
  ValueOutOfRange,
  WrongDataLength,
} from "../../scripts/performance/ReportError";
import { type Entry, type Measurement, NO_DATA } from "../../scripts/performance/types";
import { addressOf, seated } from "./fixture";
import { raises } from "./raises";

const operator = addressOf("operator 0");
const operators = [operator];

function measured(successes: bigint, probes: bigint, latencySumMs: bigint): Measurement {
  return { successes, probes, latencySumMs };
}

const entries: fc.Arbitrary<Entry[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(NO_DATA) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.bigInt(1n, 65_535n), fc.bigInt(0n, 65_535n), fc.bigInt(0n, 2n ** 32n - 1n))
        .map(([probes, part, sum]) => {
          const successes = part % (probes + 1n);
          return measured(successes, probes, successes === 0n ? 0n : sum);
        }),
    },
  ),
  { maxLength: 32 },
);

describe("encodeMeasurements", () => {
  it("takes 2, 2 and 4 bytes per node, in the order of the set", () => {
    const data = encodeMeasurements({
      operators: seated(3).operators,
      entries: [measured(0x0102n, 0x0304n, 0x05060708n), NO_DATA, measured(1n, 65_535n, 2n ** 32n - 1n)],
    });
    expect(data).to.equal("0x" + "0102030405060708" + "0000000000000000" + "0001ffffffffffff");
  });

  it("has no bytes for no nodes", () => {
    expect(encodeMeasurements({ operators: [], entries: [] })).to.equal("0x");
  });

  it("takes no probes for no data", () => {
    expect(encodeMeasurements({ operators, entries: [measured(0n, 0n, 0n)] })).to.equal("0x0000000000000000");
  });

  it("comes back as it was", () => {
    fc.assert(
      fc.property(entries, (entries) => {
        const { operators } = seated(entries.length);
        const data = encodeMeasurements({ operators, entries });
        expect(data.length).to.equal(2 + 16 * entries.length);
        expect(decodeMeasurements({ operators, data })).to.deep.equal(entries);
      }),
    );
  });

  it("refuses more successes than probes", () => {
    raises(SuccessesAboveProbes, { operator, successes: 11n, probes: 10n }, () =>
      encodeMeasurements({ operators, entries: [measured(11n, 10n, 0n)] }),
    );
  });

  it("refuses latencies without a success, also without a probe", () => {
    for (const probes of [0n, 10n]) {
      raises(LatenciesWithoutSuccesses, { operator, latencySumMs: 1n }, () =>
        encodeMeasurements({ operators, entries: [measured(0n, probes, 1n)] }),
      );
    }
  });

  for (const [field, measurement, value, max] of [
    ["successes", measured(65_536n, 65_535n, 0n), 65_536n, 65_535n],
    ["probes", measured(1n, 65_536n, 0n), 65_536n, 65_535n],
    ["latencySumMs", measured(1n, 1n, 2n ** 32n), 2n ** 32n, 2n ** 32n - 1n],
    ["successes", measured(-1n, 1n, 0n), -1n, 65_535n],
    ["probes", measured(0n, -1n, 0n), -1n, 65_535n],
    ["latencySumMs", measured(1n, 1n, -1n), -1n, 2n ** 32n - 1n],
  ] as const) {
    it(`refuses ${field} of ${String(value)}`, () => {
      raises(ValueOutOfRange, { operator, field, value, max }, () =>
        encodeMeasurements({ operators, entries: [measurement] }),
      );
    });
  }

  it("refuses another number of nodes than are seated", () => {
    raises(WrongDataLength, { length: 16, expected: 8 }, () =>
      encodeMeasurements({ operators, entries: [NO_DATA, NO_DATA] }),
    );
  });
});

describe("decodeMeasurements", () => {
  it("refuses data that is too short or too long", () => {
    raises(WrongDataLength, { length: 7, expected: 8 }, () =>
      decodeMeasurements({ operators, data: "0x00000000000000" }),
    );
    raises(WrongDataLength, { length: 9, expected: 8 }, () =>
      decodeMeasurements({ operators, data: "0x000000000000000000" }),
    );
  });

  it("refuses more successes than probes", () => {
    raises(SuccessesAboveProbes, { operator, successes: 2n, probes: 1n }, () =>
      decodeMeasurements({ operators, data: "0x0002000100000000" }),
    );
  });

  it("refuses latencies without a success", () => {
    raises(LatenciesWithoutSuccesses, { operator, latencySumMs: 5n }, () =>
      decodeMeasurements({ operators, data: "0x0000000100000005" }),
    );
    raises(LatenciesWithoutSuccesses, { operator, latencySumMs: 5n }, () =>
      decodeMeasurements({ operators, data: "0x0000000000000005" }),
    );
  });

  describe("given whose report it is", () => {
    const { operators } = seated(2);
    const [first, second] = operators as [string, string];
    const fine = "0001000200000003";

    for (const [title, entry] of [
      ["possible numbers", fine],
      ["more successes than probes", "0002000100000000"],
      ["latencies without a success", "0000000100000005"],
    ] as const) {
      it(`has no data on the reporter's own node for ${title}`, () => {
        for (const operator of [second, second.toLowerCase()]) {
          expect(decodeMeasurements({ operators, data: `0x${fine}${entry}`, reporter: { operator } })).to.deep.equal([
            measured(1n, 2n, 3n),
            NO_DATA,
          ]);
        }
      });
    }

    it("knows its node among operators in lower case", () => {
      const lower = operators.map((operator) => operator.toLowerCase());
      const reporter = { operator: second };
      expect(decodeMeasurements({ operators: lower, data: `0x${fine}${fine}`, reporter })[1]).to.equal(NO_DATA);
    });

    it("refuses the same of another node", () => {
      for (const operator of [first, ZeroAddress]) {
        raises(SuccessesAboveProbes, { operator: second, successes: 2n, probes: 1n }, () =>
          decodeMeasurements({ operators, data: `0x${fine}0002000100000000`, reporter: { operator } }),
        );
        raises(LatenciesWithoutSuccesses, { operator: second, latencySumMs: 5n }, () =>
          decodeMeasurements({ operators, data: `0x${fine}0000000100000005`, reporter: { operator } }),
        );
      }
    });
  });
});
