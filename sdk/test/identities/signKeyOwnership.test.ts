import { expect } from "chai";
import { recoverAddress, Signature, Wallet } from "ethers";
import { identities } from "../../src/index.js";
import { useChain } from "../support/chain.js";

describe("identities.signKeyOwnership", () => {
  const chain = useChain();

  it("signs the digest that the contract expects", async () => {
    const { wallets, connectAs } = chain();
    const connection = await connectAs(wallets[50]!);
    const operator = connection.account!;
    const keySigner = Wallet.createRandom();
    const signature = await identities.signKeyOwnership(connection, { keySigner, operator });
    expect(recoverAddress(await identities.keyDigest(connection, { operator }), signature)).to.equal(keySigner.address);
  });

  it("writes v as the chain takes it, whatever the signer answers", async () => {
    const { wallets, connectAs } = chain();
    const connection = await connectAs(wallets[50]!);
    const operator = connection.account!;
    const key = Wallet.createRandom();
    const keySigner = {
      signTypedData: async (...args: Parameters<typeof key.signTypedData>) => {
        const { r, s, yParity } = Signature.from(await key.signTypedData(...args));
        return `${r}${s.slice(2)}0${yParity}`;
      },
    };
    const signature = await identities.signKeyOwnership(connection, { keySigner, operator });
    expect(Number(`0x${signature.slice(-2)}`)).to.be.oneOf([27, 28]);
  });
});
