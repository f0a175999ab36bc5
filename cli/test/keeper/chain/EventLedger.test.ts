import { expect } from "chai";
import { useChain } from "../../../../sdk/test/support/chain.js";
import { standBy } from "../support/nodes.js";
import { testKeeper } from "../support/keepers.js";
import { UnreliableRpc } from "../support/UnreliableRpc.js";

describe("EventLedger", () => {
  const chain = useChain();
  const stop = new AbortController().signal;
  let rpc: UnreliableRpc;

  beforeEach(async () => {
    rpc = await UnreliableRpc.start(chain().url);
  });
  afterEach(() => rpc.stop());

  const keeper = () => testKeeper([rpc.url], chain().wallets[20]!);

  it("reads the past in as small parts as the node allows", async () => {
    await standBy(chain(), chain().wallets[50]!);
    rpc.behaviour = { maxRange: 7 };
    const one = await keeper();
    expect(await one.keeper.runOnce(stop)).to.equal(true);
    expect(await one.count("callUp", "done")).to.equal(1);
  });

  it("reads the past once", async () => {
    await chain().provider.send("hardhat_mine", ["0x64"]);
    rpc.behaviour = { maxRange: 10 };
    const one = await keeper();
    await one.keeper.runOnce(stop);
    const before = rpc.asked.get("eth_getLogs")!;
    await one.keeper.runOnce(stop);
    expect(before).to.be.greaterThan(10);
    // The last blocks only.
    expect(rpc.asked.get("eth_getLogs")! - before).to.be.within(1, 2);
  });
});
