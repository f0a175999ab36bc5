import { expect } from "chai";
import { parseAccounts } from "../../../scripts/migration/parseAccounts";
import { UsageError } from "../../../scripts/migration/UsageError";

const a = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const b = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

describe("parseAccounts", () => {
  const parse = (text: string) => parseAccounts({ file: "owners", text });

  it("reads one address per line", () => {
    expect(parse(`# owners\n${a.toLowerCase()}\r\n\n  ${b} # the second\n`)).to.deep.equal([a, b]);
  });

  it("reads a JSON array", () => {
    expect(parse(`\n[\n  "${a}",\n  "${b.toLowerCase()}"\n]\n`)).to.deep.equal([a, b]);
  });

  it("takes an empty file and an empty array for nobody", () => {
    expect(parse("")).to.deep.equal([]);
    expect(parse("[]")).to.deep.equal([]);
  });

  for (const [title, text, message] of [
    ["a line that is no address", `${a}\n\nalice.eth\n`, 'owners, line 3: "alice.eth" is not an address'],
    ["a wrong checksum", b.replace("C51", "c51"), `owners, line 1: "${b.replace("C51", "c51")}" is not an address`],
    ["an entry that is no address", `[\n"${a}",\n"0x12"\n]`, 'owners, line 3: "0x12" is not an address'],
    ["an entry that is no string", `[\n"${a}",\n17]`, "owners, line 3: 17 is not an address in quotes"],
    ["malformed JSON", `[\n"${a}"\n"${b}"]`, "owners, line 3: malformed JSON (CommaExpected)"],
  ] as const) {
    it(`names the line of ${title}`, () => {
      expect(() => parse(text)).to.throw(UsageError, message);
    });
  }
});
