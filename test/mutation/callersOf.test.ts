import { expect } from "chai";
import { type AstNode, textOf, walk } from "../../scripts/mutation/ast";
import { readCallers } from "../../scripts/mutation/callersOf";
import { parse } from "./parse";

const SOURCE = `
interface Outer { function enter() external; }
contract Inner is Outer {
  function enter() external { _middle(); }
  function other() external { _deep(); }
  function _middle() internal { _deep(); }
  function _deep() internal {}
}
contract User { function use(Outer outer) external { outer.enter(); } }`;

function idOf(tree: AstNode, name: string): number {
  let found: number | undefined;
  walk(tree, (node) => {
    if (node.nodeType === "FunctionDefinition" && textOf(node, "name") === name) found = node.id;
  });
  return found!;
}

describe("callersOf", () => {
  it("tells from where a function is reached, the nearest first, through interfaces as well", () => {
    const tree = parse(SOURCE);
    const callersOf = readCallers([tree]);
    expect(callersOf(idOf(tree, "_deep"))).to.deep.equal(["_deep", "other", "_middle", "enter", "use"]);
    expect(callersOf(idOf(tree, "use"))).to.deep.equal(["use"]);
  });
});
