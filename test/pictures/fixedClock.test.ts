import { execFileSync } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { expect } from "chai";
import { PICTURE_TIME, pictureEnvironment } from "../../scripts/pictures/environment";

/** What a program prints that has the pictures' environment. */
function printed(script: string, env = pictureEnvironment(process.env, 5000)): string {
  const output = execFileSync(process.execPath, ["-e", script], { env, encoding: "utf8", stdio: "pipe" });
  return stripVTControlCharacters(output).trim();
}

describe("the clock of a picture", () => {
  it("begins at the pictures' time, however it is read", () => {
    for (const script of ["console.log(Date.now())", "console.log(new Date().getTime())"]) {
      const time = Number(printed(script));
      expect(time).to.be.within(PICTURE_TIME + 5000, PICTURE_TIME + 65_000);
    }
  });

  it("leaves given times as they are", () => {
    expect(printed("console.log(new Date(0).toISOString(), new Date() instanceof Date)")).to.equal(
      "1970-01-01T00:00:00.000Z true",
    );
  });

  it("goes on", () => {
    expect(printed("const a = Date.now(); setTimeout(() => console.log(Date.now() > a), 20)")).to.equal("true");
  });

  it("is not there without a time to begin at", () => {
    const env = { ...pictureEnvironment(process.env, 0), PICTURE_TIME: "noon" };
    expect(() => printed("console.log(1)", env)).to.throw("PICTURE_TIME is not a time");
  });
});
