import { expect } from "chai";
import { commandOf, DEFAULT_TIMEOUT } from "../../scripts/mutation/commandOf";

const options = { seed: 1, timeout: DEFAULT_TIMEOUT };

describe("commandOf", () => {
  it("names the targets and the sample with its seed", () => {
    const command = commandOf({ ...options, contract: ["ledger", "bridge"], sample: 20, seed: 3 });
    expect(command).to.equal("npm run mutate -- --contract ledger bridge --sample 20 --seed 3");
  });

  it("names a timeout that is not the default", () => {
    expect(commandOf({ ...options, timeout: 1 })).to.equal("npm run mutate -- --timeout 1");
  });

  it("leaves out what is as it always is", () => {
    expect(commandOf(options)).to.equal("npm run mutate");
  });
});
