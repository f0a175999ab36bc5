import { expect } from "chai";
import { Endpoint, InvalidRpcUrlError } from "../../../src/keeper/rpc/Endpoint.js";

describe("Endpoint", () => {
  it("is called by its host, which holds no key", () => {
    expect(new Endpoint("https://user:secret@rpc.example:8080/v3/key?token=other").name).to.equal("rpc.example:8080");
  });

  it("refuses what is no address, and does not repeat it", () => {
    expect(() => new Endpoint("secret key")).to.throw(InvalidRpcUrlError, "the address of an RPC is not a URL");
    expect(() => new Endpoint("wss://rpc.example/key")).to.throw(
      InvalidRpcUrlError,
      "rpc.example: an RPC's address begins with http:// or https://",
    );
  });
});
