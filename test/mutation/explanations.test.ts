import { expect } from "chai";
import { staleExplanations } from "../../scripts/mutation/explanations";

const explanations = { "Sample.f:literal:1": { change: "1 → 2", reason: "Nothing reads it." } };
const concerns = (id: string) => id.startsWith("Sample.");

function staleWith(mutants: [string, { change: string; status?: "killed" | "survived" }][]): string[] {
  return staleExplanations({ explanations, mutants: new Map(mutants), concerns });
}

describe("staleExplanations", () => {
  it("are none while the mutant survives or was not tried", () => {
    expect(staleWith([["Sample.f:literal:1", { change: "1 → 2", status: "survived" }]])).to.deep.equal([]);
    expect(staleWith([["Sample.f:literal:1", { change: "1 → 2" }]])).to.deep.equal([]);
  });

  it("tell of a mutant that is no more", () => {
    expect(staleWith([])).to.deep.equal(["Sample.f:literal:1: there is no such mutant"]);
  });

  it("tell of a mutant that is another by now", () => {
    const mutants: [string, { change: string }][] = [["Sample.f:literal:1", { change: "3 → 4" }]];
    expect(staleWith(mutants)).to.deep.equal(["Sample.f:literal:1: the mutant is now 3 → 4"]);
  });

  it("tell of a mutant that was killed", () => {
    const mutants: [string, { change: string; status: "killed" }][] = [
      ["Sample.f:literal:1", { change: "1 → 2", status: "killed" }],
    ];
    expect(staleWith(mutants)).to.deep.equal(["Sample.f:literal:1: the mutant is killed"]);
  });

  it("leave other targets alone", () => {
    expect(staleExplanations({ explanations, mutants: new Map(), concerns: () => false })).to.deep.equal([]);
  });
});
