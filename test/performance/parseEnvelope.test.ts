import { expect } from "chai";
import { ZodError } from "zod";
import { formatEnvelope } from "../../scripts/performance/formatEnvelope";
import { parseEnvelope } from "../../scripts/performance/parseEnvelope";
import { MalformedEnvelope } from "../../scripts/performance/ReportError";
import { Phase } from "../../scripts/performance/types";
import { signedReport } from "./fixture";

/** The parsed JSON of a good envelope, of which a part is replaced. */
async function changed(part: "domain" | "report" | "envelope", change: Record<string, unknown>): Promise<string> {
  const json = JSON.parse(formatEnvelope(await signedReport())) as Record<string, object>;
  return JSON.stringify(
    part === "envelope" ? { ...json, ...change } : { ...json, [part]: { ...json[part], ...change } },
  );
}

describe("parseEnvelope", () => {
  for (const phase of [Phase.One, Phase.Two]) {
    it(`reads what formatEnvelope wrote in Phase ${String(phase + 1n)}`, async () => {
      const envelope = await signedReport({ phase });
      expect(parseEnvelope(formatEnvelope(envelope))).to.deep.equal(envelope);
    });
  }

  it("writes numbers as digits", async () => {
    const text = formatEnvelope(await signedReport());
    expect(text).to.contain('"chainId":"31337"').and.to.contain('"epoch":"20000"').and.to.contain('"phase":"One"');
  });

  it("reads addresses in lower case", async () => {
    const envelope = await signedReport();
    const text = await changed("report", { reporter: envelope.report.reporter.toLowerCase() });
    expect(parseEnvelope(text)).to.deep.equal(envelope);
  });

  it("keeps a signature of a wrong length, which the verification names", async () => {
    expect(parseEnvelope(await changed("envelope", { signature: "0x" })).signature).to.equal("0x");
  });

  for (const [title, part, change, reason] of [
    [
      "a chain as a number",
      "domain",
      { chainId: 10 },
      "domain.chainId: must be a whole number, written as a string of digits",
    ],
    [
      "a negative epoch",
      "report",
      { epoch: "-1" },
      "report.epoch: must be a whole number, written as a string of digits",
    ],
    [
      "an epoch with leading zeros",
      "report",
      { epoch: "007" },
      "report.epoch: must be a whole number, written as a string of digits",
    ],
    ["an epoch of 2^256", "report", { epoch: String(2n ** 256n) }, "report.epoch: must be below 2^256"],
    ["a phase of its own", "report", { phase: "Three" }, 'report.phase: must be "One" or "Two"'],
    ["no contract", "domain", { contract: undefined }, "domain.contract: must be an address"],
    ["a short address", "report", { reporter: "0x1234" }, "report.reporter: must be an address"],
    [
      "a wrong checksum",
      "domain",
      { contract: "0xAbcdefabcdefabcdefabcdefabcdefabcdefabcd" },
      "domain.contract: must be an address",
    ],
    ["a short hash", "report", { setHash: "0x00" }, "report.setHash: must be 32 bytes in hexadecimal"],
    ["a hash as a number", "report", { dataHash: 1 }, "report.dataHash: must be 32 bytes in hexadecimal"],
    ["half a byte of data", "envelope", { data: "0x0" }, "data: must be bytes in hexadecimal"],
    ["data that is not hexadecimal", "envelope", { data: "data" }, "data: must be bytes in hexadecimal"],
    ["no signature", "envelope", { signature: undefined }, "signature: must be bytes in hexadecimal"],
    ["no report", "envelope", { report: null }, "report: "],
    ["an unknown field", "envelope", { note: "hello" }, "note"],
    ["an unknown field of the report", "report", { weight: "1" }, "weight"],
  ] as const) {
    it(`refuses ${title}`, async () => {
      const text = await changed(part, change);
      expect(() => parseEnvelope(text))
        .to.throw(MalformedEnvelope, reason)
        .with.property("cause")
        .that.is.instanceOf(ZodError);
    });
  }

  for (const [title, text] of [
    ["what is not JSON", "{"],
    ["nothing", ""],
  ] as const) {
    it(`refuses ${title}`, () => {
      expect(() => parseEnvelope(text))
        .to.throw(MalformedEnvelope, "no envelope of a report: not JSON")
        .with.property("cause")
        .that.is.instanceOf(SyntaxError);
    });
  }

  it("refuses JSON of another kind", () => {
    for (const text of ["null", "[]", '"text"', "7"]) expect(() => parseEnvelope(text)).to.throw(MalformedEnvelope);
  });
});
