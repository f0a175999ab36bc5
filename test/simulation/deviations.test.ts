import { expect } from "chai";
import { runProgram } from "../support/runProgram";
import { falsifications } from "./support/falsifications";

/** A minute of work, on machines that do other things as well. */
const TIMEOUT = 900_000;

describe("a simulation in which one thing is false", () => {
  let found: Record<string, string>;

  before(async function () {
    this.timeout(TIMEOUT);
    const run = runProgram("test/simulation/support/runFalsified.ts", []);
    expect(await run.exit, run.output()).to.equal(0);
    found = JSON.parse(run.output().trim().split("\n").at(-1)!) as Record<string, string>;
  });

  it("ends as expected if nothing is", () => {
    expect(found["nothing"]).to.equal("as expected");
  });

  for (const name of Object.keys(falsifications).filter((one) => one !== "nothing")) {
    it(`ends with a deviation that names ${name}`, () => {
      const [what] = name.split(" (");
      expect(found[name]).to.match(new RegExp(`^Deviation: week \\d+: ${what}( of (0x\\w+|\\w+( \\d+)?))?: expected `));
    });
  }
});
