import { expect } from "chai";
import { applyEvent, type LedgerEvent, LedgerState } from "../../../src/keeper/chain/LedgerState.js";

describe("LedgerState", () => {
  const after = (...events: [name: string, args: LedgerEvent["args"]][]) => {
    const state = new LedgerState();
    for (const [name, args] of events) applyEvent(state, { name, args });
    return state;
  };
  const node = { operator: "0xa" };
  const registered: [string, LedgerEvent["args"]] = ["Registered", { ...node, registration: 7n }];
  const calledUp: [string, LedgerEvent["args"]] = ["CalledUp", { ...node, seat: 0n, confirmBy: 100n }];

  it("knows who stands by, and who is called up", () => {
    expect([...after(registered).standby.values()]).to.deep.equal([{ ...node, registration: 7n }]);
    const { standby, calledUp: waiting } = after(registered, calledUp);
    expect(standby.size).to.equal(0);
    expect([...waiting.values()]).to.deep.equal([{ ...node, registration: 7n, confirmBy: 100n }]);
  });

  it("puts a displaced node back, with its registration", () => {
    const { standby, calledUp: waiting } = after(registered, calledUp, ["Displaced", node]);
    expect([...standby.values()]).to.deep.equal([{ ...node, registration: 7n }]);
    expect(waiting.size).to.equal(0);
  });

  it("keeps nothing of a node that confirmed, or was deactivated", () => {
    for (const end of ["Confirmed", "Deactivated"]) {
      const { standby, calledUp: waiting } = after(registered, calledUp, [end, node]);
      expect([standby.size, waiting.size], end).to.deep.equal([0, 0]);
    }
  });

  it("keeps confinements until their end is written", () => {
    const confined: [string, LedgerEvent["args"]] = ["Confined", { ...node, until: 5n }];
    expect(after(confined).confined.get(node.operator)).to.equal(5n);
    expect(after(confined, ["Released", node]).confined.size).to.equal(0);
    expect(after(confined, ["Deactivated", node]).confined.size).to.equal(0);
  });

  it("keeps slashes until they are executed or vetoed, each by operator, epoch and offence", () => {
    const slash = { ...node, epoch: 3n, offence: "Confinement", dueAt: 9n };
    const other = { ...slash, offence: "Equivocation" };
    const { slashes } = after(["SlashProposed", slash], ["SlashProposed", other], ["SlashExecuted", slash]);
    expect([...slashes.values()]).to.deep.equal([other]);
    expect(after(["SlashProposed", slash], ["SlashVetoed", slash]).slashes.size).to.equal(0);
  });

  it("is copied, so that what follows does not change the first", () => {
    const first = after(registered);
    applyEvent(new LedgerState(first), { name: "Deactivated", args: node });
    expect(first.standby.size).to.equal(1);
  });
});
