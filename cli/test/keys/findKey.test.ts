import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { encryptKeystoreJson } from "ethers";
import { useChain } from "../../../sdk/test/support/chain.js";
import { staker } from "../support/actors.js";
import { runCli, type RunOptions } from "../support/runCli.js";

const PASSWORD = "correct horse";

describe("the key that signs", () => {
  const chain = useChain();
  let folder: string;
  const inFolder = (...names: string[]) => path.join(folder, ...names);

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "cli-keys-"));
    const { address, privateKey } = chain().wallets[5]!;
    const json = await encryptKeystoreJson({ address, privateKey }, PASSWORD, { scrypt: { N: 2, r: 8, p: 1 } });
    const keystore = JSON.parse(json) as Record<string, unknown>;
    // As geth writes it, and as Foundry does: without an address.
    const { Crypto: crypto, address: plainAddress, id, version } = keystore;
    await writeFile(inFolder("UTC--alice"), JSON.stringify({ address: plainAddress, crypto, id, version }));
    await mkdir(inFolder(".foundry", "keystores"), { recursive: true });
    await writeFile(inFolder(".foundry", "keystores", "alice"), JSON.stringify({ crypto, id, version }));
    await writeFile(inFolder("password"), `${PASSWORD}\n`);
    await writeFile(inFolder("wrong"), "incorrect\n");
    await writeFile(inFolder("no-keystore"), "{}");
  });
  after(() => rm(folder, { recursive: true }));

  const relock = async (options: RunOptions, ...argv: string[]) => {
    await staker(chain());
    return runCli(["relock", "104", "--yes", "--rpc", chain().url, ...argv], options);
  };

  it("is in geth's keystore, its password in a file", async () => {
    const ran = await relock({}, "--keystore", inFolder("UTC--alice"), "--password-file", inFolder("password"));
    expect(ran.code, ran.stderr).to.equal(0);
  });

  it("is in Foundry's keystore by its name", async () => {
    const env = { FOUNDRY_DIR: inFolder(".foundry"), STAKEWEIGHT_PASSWORD_FILE: inFolder("password") };
    const ran = await relock({ env }, "--keystore", "alice");
    expect(ran.code, ran.stderr).to.equal(0);
  });

  it("is in Foundry's keystore at home", async () => {
    const env = {
      HOME: folder,
      STAKEWEIGHT_KEYSTORE: "alice",
      STAKEWEIGHT_PASSWORD_FILE: inFolder("password"),
    };
    const ran = await relock({ env });
    expect(ran.code, ran.stderr).to.equal(0);
  });

  it("is opened by a password that is asked for", async () => {
    const answers = { password: () => Promise.resolve(PASSWORD) };
    const ran = await relock({ answers }, "--keystore", inFolder("UTC--alice"));
    expect(ran.code, ran.stderr).to.equal(0);
    expect(ran.questions).to.have.lengthOf(1);
  });

  it("is that of the keystore that is asked for, whatever lies in the environment", async () => {
    const { privateKey } = chain().wallets[6]!;
    const options = { env: { STAKEWEIGHT_PRIVATE_KEY: privateKey } };
    const argv = ["--keystore", inFolder("UTC--alice"), "--password-file", inFolder("password")];
    const ran = await relock(options, ...argv);
    expect(ran.code, ran.stderr).to.equal(0);
  });

  it("is opened by a password that begins and ends with a space", async () => {
    const { address, privateKey } = chain().wallets[5]!;
    const json = await encryptKeystoreJson({ address, privateKey }, " spaced ", { scrypt: { N: 2, r: 8, p: 1 } });
    await writeFile(inFolder("spaced"), json);
    await writeFile(inFolder("spaced-password"), " spaced \n");
    const ran = await relock({}, "--keystore", inFolder("spaced"), "--password-file", inFolder("spaced-password"));
    expect(ran.code, ran.stderr).to.equal(0);
  });

  it("tells whose position to read without a password", async () => {
    const ran = await runCli(["status", "--rpc", chain().url, "--keystore", inFolder("UTC--alice")]);
    expect(ran.stdout).to.contain(chain().wallets[5]!.address);
  });

  it("is not opened by a wrong password", async () => {
    const ran = await relock({}, "--keystore", inFolder("UTC--alice"), "--password-file", inFolder("wrong"));
    expect(ran).to.include({ code: 1, stdout: "" });
    expect(ran.stderr).to.contain("Wrong password").and.not.contain("incorrect");
  });

  it("is wrong usage to ask for a password where nobody can answer", async () => {
    const ran = await relock({}, "--keystore", inFolder("UTC--alice"));
    expect(ran.code).to.equal(2);
    expect(ran.stderr).to.contain("--password-file");
  });

  it("is told not to be there", async () => {
    const ran = await relock({ env: { HOME: folder } }, "--keystore", "bob");
    expect(ran.code).to.equal(1);
    expect(ran.stderr).to.contain(inFolder(".foundry", "keystores", "bob"));
  });

  it("is told not to be a keystore", async () => {
    const ran = await relock({}, "--keystore", inFolder("no-keystore"), "--password-file", inFolder("password"));
    expect(ran.code).to.equal(1);
    expect(ran.stderr).to.contain("no keystore");
  });

  it("is missing", async () => {
    const ran = await relock({});
    expect(ran.code).to.equal(2);
    expect(ran.stderr).to.contain("--keystore").and.contain("STAKEWEIGHT_PRIVATE_KEY");
  });

  it("is never printed, not even a wrong one", async () => {
    const ran = await relock({ env: { STAKEWEIGHT_PRIVATE_KEY: "0xsecret" } }, "--verbose");
    expect(ran.code).to.equal(2);
    expect(ran.stderr).to.contain("STAKEWEIGHT_PRIVATE_KEY").and.not.contain("secret");
  });

  it("is not printed where it went to the wrong place", async () => {
    const { privateKey } = chain().wallets[5]!;
    for (const [argv, env] of [
      [["status", privateKey], {}],
      [["status", "--from", privateKey], {}],
      [["status", "--keystore", privateKey], {}],
      [["status"], { STAKEWEIGHT_FROM: privateKey }],
      [["status", `--private-key=${privateKey}`, "--verbose"], {}],
      [["stake", privateKey, "--preset", "4", "--verbose"], { STAKEWEIGHT_PRIVATE_KEY: privateKey }],
      [["delegate", privateKey.slice(2), "--json"], {}],
    ] as [string[], Record<string, string>][]) {
      const ran = await runCli([...argv, "--rpc", chain().url], { env });
      expect(ran.code).to.not.equal(0);
      expect(ran.stderr, argv.join(" ")).to.contain("what looks like a key").and.not.contain(privateKey.slice(2));
    }
  });

  it("is asked for by address where Foundry's keystore does not tell it", async () => {
    const file = path.join(folder, "without-address");
    await writeFile(file, JSON.stringify({ version: 3, crypto: {} }));
    const ran = await runCli(["status", "--keystore", file, "--rpc", chain().url]);
    expect(ran.code).to.equal(2);
    expect(ran.stderr).to.contain(`${file} does not say whose key it has`).and.contain("--from");
  });

  it("must be that of --from", async () => {
    const { privateKey } = chain().wallets[5]!;
    const { address } = chain().wallets[6]!;
    const ran = await relock({ env: { STAKEWEIGHT_PRIVATE_KEY: privateKey } }, "--from", address);
    expect(ran.code).to.equal(2);
    expect(ran.stderr).to.contain(address);
  });
});
