import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { isContractError, registry } from "../../src/index.js";
import { useChain } from "../support/chain.js";
import { registerNode } from "../support/nodes.js";
import { rejection } from "../support/rejection.js";
import { send } from "../support/send.js";

describe("registry.previewNode", () => {
  const chain = useChain();

  it("tells what confirming will make of a node, and leaves it as it is", async () => {
    const { connection, operator } = await registerNode(chain());
    await send(registry.callUp(connection, { candidate: operator, displaced: ZeroAddress }));
    await chain().warpTo((await chain().now()) + 3_600);
    const call = registry.confirm(connection);
    expect(await registry.previewNode(connection, { call })).to.include({ status: "Active", isSeated: true });
    expect(await registry.statusOf(connection, { operator })).to.equal("Standby");
    await send(call);
    expect(await registry.statusOf(connection, { operator })).to.equal("Active");
  });

  it("tells from when on a node that leaves could return", async () => {
    const { connection, operator } = await registerNode(chain());
    await send(registry.callUp(connection, { candidate: operator, displaced: ZeroAddress }));
    const call = registry.leave(connection);
    const { status, returnsAt } = await registry.previewNode(connection, { call });
    expect(status).to.equal("Deactivated");
    expect(returnsAt > BigInt(await chain().now())).to.equal(true);
  });

  it("throws what the call would be refused for", async () => {
    const { connection } = await registerNode(chain());
    const error = await rejection(registry.previewNode(connection, { call: registry.confirm(connection) }));
    expect(isContractError(error, "NotCalledUp")).to.equal(true);
  });
});
