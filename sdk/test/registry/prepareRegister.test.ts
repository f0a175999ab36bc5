import { expect } from "chai";
import { Wallet } from "ethers";
import { connect, identities, InvalidValueError, registry } from "../../src/index.js";
import { rejection } from "../support/rejection.js";
import { useChain } from "../support/chain.js";
import { accounts, allow, stakeAs } from "../support/nodes.js";
import { send } from "../support/send.js";

describe("registry.prepareRegister", () => {
  const chain = useChain();

  it("registers a node whose key belongs to its operator", async () => {
    const connection = await stakeAs(chain(), accounts.operator);
    const operator = connection.account!;
    await allow(chain(), operator);
    const keySigner = Wallet.createRandom();
    const call = await registry.prepareRegister(connection, { keySigner, endpoint: "https://one.example" });
    await call.simulate();
    await send(call);
    expect(await registry.statusOf(connection, { operator })).to.equal("Standby");
    expect(await identities.operatorOfKey(connection, { key: keySigner.address })).to.equal(operator);
    expect(await identities.endpointOf(connection, { operator })).to.equal("https://one.example");
  });

  it("prepares for an account that signs elsewhere", async () => {
    const { provider, wallets } = chain();
    const connection = await connect({ runner: provider, account: wallets[accounts.operator]!.address });
    const call = await registry.prepareRegister(connection, {
      keySigner: Wallet.createRandom(),
      endpoint: "https://one.example",
    });
    expect(call.transaction.from).to.equal(wallets[accounts.operator]!.address);
  });

  it("needs to know whose node it is", async () => {
    const connection = await connect({ runner: chain().provider });
    const options = { keySigner: Wallet.createRandom(), endpoint: "https://one.example" };
    const error = await rejection(registry.prepareRegister(connection, options));
    expect(error).to.be.instanceOf(InvalidValueError);
  });
});
