import { expect } from "chai";
import { parseDocumentedRights, readDocumentedRights } from "../../scripts/roles/documentedRights";
import { RoleCheckError } from "../../scripts/roles/RoleCheckError";

const lines = [
  "# Roles",
  "",
  "<!-- rights:begin -->",
  "",
  "| contract    | right         | held by  |",
  "| ----------- | ------------- | -------- |",
  "| StakeWeight | `PAUSER_ROLE` | pauser   |",
  "| StakeWeight | proxy admin   | Timelock |",
  "",
  "<!-- rights:end -->",
  "",
];

/** The document with `count` lines from line `number` on replaced by these. */
function withLines(number: number, count: number, ...replacement: string[]): string {
  return [...lines.slice(0, number - 1), ...replacement, ...lines.slice(number - 1 + count)].join("\n");
}

function withLine(number: number, ...replacement: string[]): string {
  return withLines(number, 1, ...replacement);
}

describe("parseDocumentedRights", () => {
  it("reads contract, right, holder and line", () => {
    expect(parseDocumentedRights(lines.join("\n"))).to.deep.equal([
      { contract: "StakeWeight", right: "PAUSER_ROLE", holder: "pauser", isOptional: false, line: 7 },
      { contract: "StakeWeight", right: "proxy admin", holder: "Timelock", isOptional: false, line: 8 },
    ]);
  });

  it("reads which rights stand only where both are deployed", () => {
    const text = withLine(8, "| StakeWeight | proxy admin | Timelock, where deployed |");
    expect(parseDocumentedRights(text)[1]).to.deep.equal({
      contract: "StakeWeight",
      right: "proxy admin",
      holder: "Timelock",
      isOptional: true,
      line: 8,
    });
  });

  it("reads the project's own document", () => {
    expect(readDocumentedRights()).to.not.be.empty;
  });

  for (const [title, text, problem] of [
    ["no begin", withLine(3), "line 10: <!-- rights:begin --> is missing"],
    ["no end", withLine(10), "line 10: <!-- rights:end --> is missing"],
    ["two begins", withLine(4, lines[2]!), "line 4: <!-- rights:begin --> stands in line 3 already"],
    ["two ends", withLine(11, lines[9]!), "line 11: <!-- rights:end --> stands in line 10 already"],
    ["its end first", [...lines].reverse().join("\n"), "line 2: <!-- rights:end --> stands before"],
    ["no head", withLine(5), "line 5: the table must begin with | contract | right | held by |"],
    ["another head", withLine(5, "| contract | role | held by |"), "line 5: the table must begin with"],
    ["no rule", withLine(6), "line 6: a rule must follow"],
    ["no rows", withLines(7, 2), "line 8: the table lists nothing"],
    ["nothing", withLines(4, 6), "line 4: the table must begin with"],
    ["two cells", withLine(7, "| StakeWeight | `PAUSER_ROLE` |"), "line 7: a row must have the 3 cells"],
    ["four cells", withLine(7, "| StakeWeight | owner | pauser | too |"), "line 7: a row must have the 3 cells"],
    ["a row without bars", withLine(8, "StakeWeight owner pauser"), "line 8: a row must have the 3 cells"],
    ["text among rows", withLine(8, "Nobody else."), "line 8: a row must have the 3 cells"],
    ["an empty contract", withLine(7, "| | owner | pauser |"), 'line 7: "" is no name of a contract'],
    ["an unknown right", withLine(7, "| StakeWeight | everything | pauser |"), 'line 7: "everything" is no right'],
    ["an address", withLine(7, "| StakeWeight | owner | 0x12 |"), 'line 7: "0x12" is no name of a holder'],
    ["two holders", withLine(7, "| StakeWeight | owner | a, b |"), 'line 7: "a, b" is no name of a holder'],
    ["a row twice", withLine(8, lines[6]!), "line 8: | StakeWeight | PAUSER_ROLE | pauser | stands in line 7 already"],
  ] as const) {
    it(`refuses ${title} and names the line`, () => {
      expect(() => parseDocumentedRights(text)).to.throw(RoleCheckError, `docs/roles.md, ${problem}`);
    });
  }
});
