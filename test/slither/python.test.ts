import path from "node:path";
import { expect } from "chai";
import { type Ask, environment, findPython, findTool, MissingTool, pinnedVersion } from "../../scripts/slither/python";

/** A machine on which these commands answer, by the command and the beginning of its last argument. */
function machine(answers: Record<string, string>): Ask {
  return (command, args) => {
    const key = Object.keys(answers).find((known) => `${command} ${args.at(-1) ?? ""}`.startsWith(known));
    return key === undefined ? undefined : answers[key];
  };
}

const modern = { "python3 import sys": "3.12.1 /usr/bin/python3", "/usr/bin/python3 import venv": "" };
const slither = path.join(environment, "bin", "slither");

describe("findPython", () => {
  it("finds the interpreter behind the command", () => {
    expect(findPython(machine(modern))).to.equal("/usr/bin/python3");
  });

  it("takes python where there is no python3", () => {
    const answers = { "python import sys": "3.10.0 /opt/my python/python", "/opt/my python/python import venv": "" };
    expect(findPython(machine(answers))).to.equal("/opt/my python/python");
  });

  it("says that Python is missing, and how to get it", () => {
    expect(() => findPython(machine({}))).to.throw(
      MissingTool,
      /^Python 3\.10 or later is missing: .*apt-get install python3 python3-venv.*npm run slither:install$/,
    );
  });

  it("says which older version there is", () => {
    const older = { "python3 import sys": "3.9.18 /usr/bin/python3" };
    expect(() => findPython(machine(older))).to.throw(MissingTool, "(there is 3.9.18)");
  });

  it("says that venv is missing, and how to get it", () => {
    const bare = { "python3 import sys": "3.11.7 /usr/bin/python3" };
    expect(() => findPython(machine(bare))).to.throw(MissingTool, /^Python's venv is missing: .*python3-venv/);
  });
});

describe("findTool", () => {
  const options = { tool: "slither", version: "0.11.6" };

  it("finds the program of the pinned version", () => {
    expect(findTool({ ...options, askTool: machine({ [slither]: "0.11.6" }) })).to.equal(slither);
  });

  it("reads a version behind the program's name", () => {
    expect(findTool({ ...options, askTool: machine({ [slither]: "slither 0.11.6" }) })).to.equal(slither);
  });

  it("says that the tool is missing, and how to get it", () => {
    const missing = "slither 0.11.6 is missing: npm run slither:install";
    expect(() => findTool({ ...options, askTool: machine(modern) })).to.throw(MissingTool, missing);
  });

  it("says first that there is no Python to run it", () => {
    expect(() => findTool({ ...options, askTool: machine({}) })).to.throw(
      MissingTool,
      "Python 3.10 or later is missing",
    );
  });

  it("refuses another version", () => {
    const other = "slither is 0.11.5 instead of 0.11.6: npm run slither:install";
    expect(() => findTool({ ...options, askTool: machine({ [slither]: "0.11.5" }) })).to.throw(MissingTool, other);
  });
});

describe("pinnedVersion", () => {
  it("reads what is pinned", () => {
    expect(pinnedVersion("slither-analyzer")).to.equal("0.11.6");
  });

  it("refuses what is not pinned", () => {
    expect(() => pinnedVersion("slither")).to.throw("requirements.in does not pin slither");
  });
});
