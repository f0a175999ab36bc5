import { expect } from "chai";
import { differences } from "../../scripts/pictures/differences";
import { renderTerminal } from "../../scripts/pictures/renderTerminal";

const draw = (output: string) => renderTerminal({ title: "a title", output });
const between = (shown: string, now: string) => differences(draw(shown), draw(now));

describe("the differences of two pictures", () => {
  it("are none between a picture and itself", () => {
    expect(between("Stake weight  1,234.56 WCT", "Stake weight  1,234.56 WCT")).to.deep.equal([]);
  });

  it("name what was shown and what is shown now", () => {
    expect(between("Weight 1,000.00 Locked", "Weight 1,002.00 Unlocking")).to.deep.equal([
      "1,000.00 → 1,002.00",
      "Locked → Unlocking",
    ]);
  });

  it("leave out a thousandth of a number, and no more", () => {
    expect(between("1,000.00", "1,001.00")).to.deep.equal([]);
    expect(between("1,000.00", "1,001.10")).to.have.length(1);
    expect(between("1000", "998")).to.have.length(1);
    expect(between("0", "1")).to.have.length(1);
  });

  it("leave out hashes, times, ports and what passes in seconds", () => {
    const hash = (digit: string) => `0x${digit.repeat(64)}`;
    expect(between(`sent ${hash("a")} in block 7`, `sent ${hash("b")} in block 7`)).to.deep.equal([]);
    expect(between("at 2026-11-21T12:00:01.250Z", "at 2026-11-21T12:01:59.001Z")).to.deep.equal([]);
    expect(between("http://127.0.0.1:8545", "http://127.0.0.1:40001")).to.deep.equal([]);
    expect(between("in 2 hours 1 minute", "in 2 hours 59 minutes")).to.deep.equal([]);
    expect(between("in 2 hours 1 minute", "in 3 hours 1 minute")).to.deep.equal(["2 → 3"]);
  });

  it("see through colours and the breaking of long lines", () => {
    expect(between("\x1b[32mdone\x1b[39m", "done")).to.deep.equal([]);
    const long = `{"port":"127.0.0.1:999","text":"${"x".repeat(200)}"}`;
    expect(between(long, long.replace(":999", ":12345"))).to.deep.equal([]);
  });

  it("tell where words are more or fewer", () => {
    expect(between("one two three", "one three")).to.deep.equal(["two three → three (3 words → 2)"]);
    expect(between("one", "one two")).to.deep.equal([" → two (1 words → 2)"]);
  });

  it("are at most as many as asked for", () => {
    expect(differences(draw("a b c d"), draw("e f g h"), 2)).to.have.length(2);
  });
});
