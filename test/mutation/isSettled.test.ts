import { expect } from "chai";
import { isSettled } from "../../scripts/mutation/isSettled";
import type { MutantResult } from "../../scripts/mutation/Results";

const killed: MutantResult = {
  id: "Sample.f:literal:1",
  change: "1 → 2",
  codeHash: "0x01",
  testsHash: "0x02",
  status: "killed",
  killer: { file: "test/f.test.ts", title: "f counts", hash: "0x03" },
  milliseconds: 5,
};
const stopped: MutantResult = { ...killed, status: "stopped", timeout: 300 };
const survived: MutantResult = { ...killed, status: "survived", killer: undefined };

const now = {
  tests: new Map([["test/f.test.ts", "0x03"]]),
  testsHash: "0x02",
  isExplained: false,
  timeout: 300,
};

describe("isSettled", () => {
  it("is no mutant that was not tried", () => {
    expect(isSettled({ ...now, result: undefined })).to.equal(false);
  });

  it("is a kill, whatever the other tests are", () => {
    expect(isSettled({ ...now, result: killed, testsHash: "0x04" })).to.equal(true);
  });

  it("is no kill whose killer is another by now", () => {
    expect(isSettled({ ...now, result: killed, tests: new Map([["test/f.test.ts", "0x05"]]) })).to.equal(false);
  });

  it("is no kill whose killer is no more", () => {
    expect(isSettled({ ...now, result: killed, tests: new Map() })).to.equal(false);
  });

  it("is a stop, unless more time is given", () => {
    expect(isSettled({ ...now, result: stopped })).to.equal(true);
    expect(isSettled({ ...now, result: stopped, timeout: 301 })).to.equal(false);
    expect(isSettled({ ...now, result: { ...stopped, timeout: undefined } })).to.equal(false);
  });

  it("is no stop by a killer that is another by now", () => {
    expect(isSettled({ ...now, result: stopped, tests: new Map() })).to.equal(false);
  });

  it("is a survivor as long as its tests are the same, or it is explained", () => {
    expect(isSettled({ ...now, result: survived })).to.equal(true);
    expect(isSettled({ ...now, result: survived, testsHash: "0x04" })).to.equal(false);
    expect(isSettled({ ...now, result: survived, testsHash: "0x04", isExplained: true })).to.equal(true);
  });

  it("is what the compiler refuses and what is the same code", () => {
    for (const status of ["invalid", "equal"] as const) {
      expect(isSettled({ ...now, result: { ...survived, status }, testsHash: "0x04" })).to.equal(true);
    }
  });
});
