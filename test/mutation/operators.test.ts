import { expect } from "chai";
import { changesOf, mutantsIn, sampleContract } from "./parse";

const MATH = `
library Math {
  enum Rounding { Floor, Ceil, Trunc, Expand }
  function min(uint256 a, uint256 b) internal pure returns (uint256) { return a < b ? a : b; }
  function ceilDiv(uint256 a, uint256 b) internal pure returns (uint256) { return (a + b - 1) / b; }
  function mulDiv(uint256 a, uint256 b, uint256 c) internal pure returns (uint256) { return (a * b) / c; }
  function mulDiv(uint256 a, uint256 b, uint256 c, Rounding) internal pure returns (uint256) { return (a * b) / c; }
}`;

function roundings(expression: string): string[] {
  const member = `function f(uint256 a, uint256 b) external pure returns (uint256) { return ${expression}; }`;
  return mutantsIn(sampleContract(member) + MATH)
    .filter(({ operator, scope }) => operator === "rounding" && scope === "f")
    .map(({ replacement }) => replacement);
}

describe("mutation operators", () => {
  const cases: { operator: string; body: string; changes: string[] }[] = [
    { operator: "arithmetic", body: "result = a + b;", changes: ["a + b → (a - b)"] },
    { operator: "arithmetic", body: "result = a * b;", changes: ["a * b → (a / b)"] },
    { operator: "arithmetic", body: "result = a % b;", changes: ["a % b → (a * b)"] },
    { operator: "boundary", body: "c = a < b;", changes: ["a < b → (a <= b)"] },
    { operator: "boundary", body: "c = a >= b;", changes: ["a >= b → (a > b)"] },
    { operator: "boundary", body: "c = a == b;", changes: [] },
    { operator: "negation", body: "c = a == b;", changes: ["a == b → (a != b)"] },
    { operator: "negation", body: "c = a < b;", changes: ["a < b → (a >= b)"] },
    { operator: "negation", body: "c = !c;", changes: ["!c → c"] },
    {
      operator: "logical",
      body: "c = c && a == b;",
      changes: ["c && a == b → (c || a == b)", "c && a == b → c", "c && a == b → a == b"],
    },
    { operator: "bitwise", body: "result = a & b;", changes: ["a & b → (a | b)"] },
    { operator: "bitwise", body: "result = a << b;", changes: ["a << b → (a >> b)"] },
    { operator: "bitwise", body: "result = ~a;", changes: ["~a → a"] },
    {
      operator: "assignment",
      body: "result += a;",
      changes: ["result += a → result -= a", "result += a → result = a"],
    },
    { operator: "assignment", body: "result = a;", changes: [] },
    { operator: "increment", body: "++a;", changes: ["++a → --a"] },
    { operator: "increment", body: "a--;", changes: ["a-- → a++"] },
    { operator: "literal", body: "result = 10_000;", changes: ["10_000 → 10001", "10_000 → 9999"] },
    { operator: "literal", body: "result = 0;", changes: ["0 → 1"] },
    { operator: "literal", body: "result = 1 weeks;", changes: ["1 weeks → 2 weeks", "1 weeks → 0 weeks"] },
    { operator: "literal", body: "bytes2 d = 0x00ff; d;", changes: ["0x00ff → 0x0100", "0x00ff → 0x00fe"] },
    { operator: "rounding", body: "result = a / b;", changes: ["a / b → ((a + b - 1) / b)"] },
    {
      operator: "guard",
      body: "require(c, Wrong()); if (c) revert Wrong();",
      changes: ["onlyOwner → ", "require(c, Wrong()); → {}", "revert Wrong(); → {}"],
    },
    { operator: "event", body: "emit Changed();", changes: ["emit Changed(); → {}"] },
    {
      operator: "write",
      body: "stored = a; delete stored; ++stored; list.push(a);",
      changes: ["stored = a; → {}", "delete stored; → {}", "++stored; → {}", "list.push(a); → {}"],
    },
    { operator: "call", body: "g(a); require(c);", changes: ["g(a); → {}"] },
    { operator: "condition", body: "if (c) g(a);", changes: ["c → true", "c → false"] },
    { operator: "condition", body: "while (c) g(a);", changes: ["c → false"] },
    { operator: "condition", body: "for (; a < b; ) g(a);", changes: ["a < b → false"] },
    {
      operator: "loop",
      body: "while (c) { if (a == b) continue; break; }",
      changes: ["continue → break", "break → continue"],
    },
    { operator: "return", body: "return a;", changes: ["a → 0"] },
    { operator: "ternary", body: "result = c ? a : b;", changes: ["c ? a : b → c ? b : a"] },
    {
      operator: "assembly",
      body: "assembly { result := add(a, 0x20) }",
      changes: ["result := add(a, 0x20) → ", "add → sub", "0x20 → 33", "0x20 → 31"],
    },
    {
      operator: "assembly",
      body: "assembly { if iszero(a) { sstore(a, b) } }",
      changes: ["iszero(a) → iszero(iszero(a))", "sstore(a, b) → "],
    },
  ];

  for (const { operator, body, changes } of cases) {
    const made = changes.length === 0 ? "nothing" : changes.join(", ");
    it(`${operator} makes of "${body}": ${made}`, () => {
      // Only for what the bodies call.
      const found = changesOf(operator, body.includes("g(a)") ? `${body} } function g(uint256 x) internal { x;` : body);
      expect(found).to.deep.equal(changes);
    });
  }

  it("return negates what is true or false", () => {
    const source = sampleContract("function f(bool c) external pure returns (bool) { return c; }");
    expect(mutantsIn(source).map(({ id, replacement }) => [id, replacement])).to.deep.equal([
      ["Sample.f:return:1", "!(c)"],
    ]);
  });

  it("rounding turns the direction of Math around, and the lesser into the greater", () => {
    expect(roundings("Math.ceilDiv(a, b)")).to.deep.equal(["((a) / (b))"]);
    expect(roundings("Math.min(a, b)")).to.deep.equal(["Math.max(a, b)"]);
    expect(roundings("Math.mulDiv(a, b, 3)")).to.deep.equal(["Math.mulDiv(a, b, 3, Math.Rounding.Ceil)"]);
    expect(roundings("Math.mulDiv(a, b, 3, Math.Rounding.Ceil)")).to.deep.equal(["Math.Rounding.Floor"]);
  });
});
