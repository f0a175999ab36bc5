import { expect } from "chai";
import type { EthereumProvider } from "hardhat/types";
import { exchangeCode } from "../../scripts/mutation/exchangeCode";

/** A provider that returns what it is asked. */
function echo(): EthereumProvider {
  return {
    request: (args: unknown) => Promise.resolve(args),
    send: (method: string, params: unknown) => Promise.resolve({ method, params }),
  } as unknown as EthereumProvider;
}

const creation = (data: string) => [{ from: "0x1", data }];

describe("exchangeCode", () => {
  it("puts other code before the arguments of what is created", async () => {
    const provider = echo();
    const { set, exchanged } = exchangeCode(provider);
    set(new Map([["0xaabb", "0xcc"]]));
    expect(await provider.send("eth_sendTransaction", creation("0xaabb01"))).to.deep.equal({
      method: "eth_sendTransaction",
      params: creation("0xcc01"),
    });
    const request = { method: "eth_estimateGas", params: creation("0xaabb02") };
    expect(await provider.request(request)).to.deep.equal({ ...request, params: creation("0xcc02") });
    expect(exchanged()).to.equal(1);
  });

  it("leaves calls, other code and other requests alone", async () => {
    const provider = echo();
    const { set, exchanged } = exchangeCode(provider);
    set(new Map([["0xaabb", "0xcc"]]));
    for (const [method, params] of [
      ["eth_sendTransaction", [{ to: "0x2", data: "0xaabb01" }]],
      ["eth_sendTransaction", creation("0xaacc01")],
      ["eth_getCode", ["0xaabb"]],
    ] as [string, unknown[]][]) {
      expect(await provider.send(method, params)).to.deep.equal({ method, params });
    }
    expect(exchanged()).to.equal(0);
  });
});
