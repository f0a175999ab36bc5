import { expect } from "chai";
import { parseEther, Wallet } from "ethers";
import {
  atBlock,
  connect,
  contractOf,
  findDeployment,
  parseDeployment,
  staking,
  token,
  UnknownContractError,
  WrongChainError,
} from "../../src/index.js";
import { useChain } from "../support/chain.js";
import { rejection } from "../support/rejection.js";

describe("connect", () => {
  const chain = useChain();
  const local = findDeployment(31_337);

  it("finds the deployment of the runner's chain", async () => {
    const { deployment, account } = await connect({ runner: chain().provider });
    expect(deployment).to.equal(local);
    expect(account).to.equal(undefined);
  });

  it("acts as the signer, whatever account is named", async () => {
    const [, , , guest, other] = chain().wallets;
    const connection = await connect({ runner: guest!, account: other!.address });
    expect(connection.account).to.equal(guest!.address);
  });

  it("takes the name of who will sign elsewhere", async () => {
    const { address } = chain().wallets[3]!;
    const connection = await connect({ runner: chain().provider, account: address.toLowerCase() });
    expect(connection.account).to.equal(address);
    expect(staking.initiateUnlock(connection).transaction).to.deep.include({ from: address, chainId: 31_337n });
  });

  it("refuses a deployment on another chain", async () => {
    const deployment = parseDeployment({ ...local, chainId: 10 });
    const error = await rejection(connect({ runner: chain().provider, deployment }));
    expect(error).to.be.instanceOf(WrongChainError);
    expect(error.message).to.equal("the node is on chain 31337, but chain 10 is asked for");
  });

  it("refuses a signer without a provider", async () => {
    const error = await rejection(connect({ runner: Wallet.createRandom() }));
    expect(error.message).to.contain("no provider");
  });

  it("names a contract that the deployment lacks", async () => {
    const deployment = parseDeployment({ chainId: 31_337, name: "own", contracts: {} });
    const connection = await connect({ runner: chain().provider, deployment });
    expect(() => contractOf(connection, "StakeWeight")).to.throw(
      UnknownContractError,
      "the deployment on chain 31337 has no StakeWeight",
    );
  });

  it("reads the state after a past block", async () => {
    const { provider, wallets, give } = chain();
    const connection = await connect({ runner: provider });
    const account = wallets[6]!.address;
    const block = await provider.getBlockNumber();
    await give(account, parseEther("5"));
    expect(await token.balanceOf(connection, { account })).to.equal(parseEther("5"));
    expect(await token.balanceOf(atBlock(connection, block), { account })).to.equal(0n);
  });
});
