import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import {
  type Accepted,
  compareFindings,
  everywhere,
  readAccepted,
  renderAccepted,
} from "../../scripts/slither/acceptedFindings";
import { parseFindings } from "../../scripts/slither/findings";
import { tableRows } from "../docs/tableRows";

const root = path.join(__dirname, "..", "..");
const contract = { type: "contract", name: "Week" };
const at = { type: "function", name: "at", type_specific_fields: { parent: contract } };
const local = { type: "variable", name: "sum", type_specific_fields: { parent: at } };

function output(...elements: object[]): string {
  const detectors = elements.map((element) => ({
    check: "timestamp",
    description: " Week.at ...\n",
    elements: [element],
  }));
  return JSON.stringify({ success: true, results: { detectors } });
}

describe("parseFindings", () => {
  it("names contract and function, and nothing inside of it", () => {
    expect(parseFindings(output(at, local)).map(({ place }) => place)).to.deep.equal(["Week.at", "Week.at"]);
  });

  it("names a state variable by its contract", () => {
    const variable = { type: "variable", name: "START", type_specific_fields: { parent: contract } };
    expect(parseFindings(output(variable))[0]).to.deep.equal({
      detector: "timestamp",
      place: "Week.START",
      description: "Week.at ...",
    });
  });

  it("finds nothing where Slither does not", () => {
    expect(parseFindings(JSON.stringify({ success: true, results: {} }))).to.deep.equal([]);
  });

  it("refuses an analysis that failed", () => {
    expect(() => parseFindings(JSON.stringify({ success: false, results: {} }))).to.throw();
  });
});

describe("compareFindings", () => {
  const findings = parseFindings(output(at));
  const accept = (places: Accepted[number]["places"]) => [{ detector: "timestamp", places, reason: "Weeks." }];

  it("accepts what is named", () => {
    expect(compareFindings(findings, accept({ "Week.at": 1 }))).to.deep.equal({ unaccepted: [], stale: [] });
  });

  it("does not accept the same detector elsewhere", () => {
    const { unaccepted } = compareFindings(findings, accept({ "Week.start": 1 }));
    expect(unaccepted).to.deep.equal(findings);
  });

  it("does not accept one more in the same place", () => {
    const two = parseFindings(output(at, local));
    expect(compareFindings(two, accept({ "Week.at": 1 }))).to.deep.equal({ unaccepted: two, stale: [] });
    expect(compareFindings(two, accept({ "Week.at": 2 }))).to.deep.equal({ unaccepted: [], stale: [] });
  });

  it("tells what is found less often, or no longer", () => {
    const accepted = [...accept({ "Week.at": 2 }), ...accept({ "Week.start": 1 }), ...accept(everywhere)];
    expect(compareFindings(findings, accepted)).to.deep.equal({
      unaccepted: [],
      stale: ["timestamp: Week.at: 2 accepted, 1 found", "timestamp: Week.start: 1 accepted, 0 found"],
    });
  });
});

describe("docs/slither.md", () => {
  const accepted = readAccepted();

  it("shows what is accepted", () => {
    const document = readFileSync(path.join(root, "docs", "slither.md"), "utf8");
    expect(document).to.include(renderAccepted(accepted));
    expect(tableRows(document, "detector", "places", "reason")).to.have.length(accepted.length);
  });

  it("names every detector that is not run, and no other, as accepted everywhere", () => {
    const configuration = JSON.parse(readFileSync(path.join(root, "slither.config.json"), "utf8")) as {
      detectors_to_exclude: string;
    };
    const named = accepted.filter(({ places }) => places === everywhere).map(({ detector }) => detector);
    expect(named).to.deep.equal(configuration.detectors_to_exclude.split(","));
  });
});
