import { constantIn, numberIn, textIn } from "./numberIn";
import type { Statement } from "./withNumbers";

const qualification = "contracts/nodes/libraries/Qualification.sol";
const network = "scripts/deployment/parameters/optimism.json";

/** Constants of the contracts and of the programs, and versions that are pinned. */
export function ruleStatements(): Statement[] {
  return [...ofStakes(), ...ofNodes(), ...ofWallets(), ...ofPrograms()];
}

function ofStakes(): Statement[] {
  const weeksAhead = constantIn("contracts/staking/libraries/LedgerHead.sol", "MAX_END_WEEKS_AHEAD");
  const presets = textIn("contracts/libraries/Preset.sol", /is one of ([\d, ]+ and \d+)\./).match(/\d+/g)!;
  const delay = (name: string) => numberIn(network, new RegExp(`"${name}": (\\d+)`)) / 86_400;
  return [
    {
      document: "README.md",
      sentence: "a **preset** of {}, {}, {}, {}, {}, {} or {} weeks",
      numbers: presets,
    },
    {
      document: "README.md",
      sentence: "amount · remaining lock time / {} weeks",
      numbers: [constantIn("contracts/staking/libraries/Line.sol", "WEIGHT_DENOMINATOR")],
    },
    {
      document: "README.md",
      sentence: "one slot more per week in which something ended, at most {}.",
      numbers: [weeksAhead],
    },
    {
      document: "docs/architecture.md",
      sentence: "| {}; a network in which something changes about weekly",
      numbers: [weeksAhead],
    },
    {
      document: "docs/threats.md",
      sentence: "at most {} weeks lie ahead, one read each",
      numbers: [weeksAhead],
    },
    {
      document: "docs/threats.md",
      sentence: "nothing decays after {} weeks",
      numbers: [weeksAhead],
    },
    {
      document: "docs/operations.md",
      sentence: "running week and up to {} weeks ahead",
      numbers: [constantIn("contracts/rewards/RewardDistributor.sol", "MAX_WEEKS_AHEAD")],
    },
    {
      document: "docs/operations.md",
      sentence: "({} day, {} days, {} WCT of stake weight, {} percent, {} days)",
      numbers: [
        delay("votingDelay"),
        delay("votingPeriod"),
        Number(textIn(network, /"proposalThreshold": "(\d+)"/)) / 1e18,
        numberIn(network, /"quorumPercent": (\d+)/),
        delay("timelockDelay"),
      ],
    },
  ];
}

function ofNodes(): Statement[] {
  const stake = constantIn(qualification, "MIN_STAKE");
  const presetWeeks = constantIn(qualification, "MIN_PRESET_WEEKS");
  const vetoHours = constantIn("contracts/nodes/NodeRewards.sol", "VETO_TIME");
  const slashPercent = constantIn("contracts/staking/StakeWeight.sol", "MAX_SLASH_BPS") / 100;
  return [
    {
      document: "README.md",
      sentence: "Locked position of {} WCT with a preset of {} weeks or more",
      numbers: [stake, presetWeeks],
    },
    {
      document: "README.md",
      sentence: "within {} hours after a call-up",
      numbers: [constantIn("contracts/nodes/NodeRegistry.sol", "CONFIRMATION_TIME")],
    },
    { document: "SECURITY.md", sentence: "A node's {} WCT are counted", numbers: [stake] },
    { document: "SECURITY.md", sentence: "A node with exactly {} WCT", numbers: [stake] },
    {
      document: "SECURITY.md",
      sentence: "if for {} hours nobody hands in more reports",
      numbers: [constantIn("contracts/nodes/PerformanceOracle.sol", "INCOMPLETE_DELAY")],
    },
    { document: "SECURITY.md", sentence: "looks at every slash within {} hours", numbers: [vetoHours] },
    {
      document: "SECURITY.md",
      sentence: "The veto's {} hours go on through a pause and an outage. A slash is at most {} %",
      numbers: [vetoHours, slashPercent],
    },
    { document: "SECURITY.md", sentence: "bounds ({} % for a penalty among them)", numbers: [slashPercent] },
    {
      document: "docs/operations.md",
      sentence: "a Locked position of at least {} WCT with a preset of at least {} weeks",
      numbers: [stake, presetWeeks],
    },
    {
      document: "docs/operations.md",
      sentence: "The running epoch and up to {} ahead",
      numbers: [constantIn("contracts/nodes/NodeRewards.sol", "MAX_EPOCHS_AHEAD")],
    },
    {
      document: "docs/operations.md",
      sentence: "A settlement brings in up to {} missed epochs",
      numbers: [constantIn("contracts/nodes/NodeRewards.sol", "MAX_MISSED_EPOCHS")],
    },
    {
      document: "docs/architecture.md",
      sentence: "| {}; `rollOver(max)` brings in more",
      numbers: [constantIn("contracts/nodes/NodeRewards.sol", "MAX_MISSED_EPOCHS")],
    },
    {
      document: "docs/operations.md",
      sentence: "| 1 to {} reporters of Phase 1",
      numbers: [constantIn("contracts/nodes/libraries/ConfigurationBounds.sol", "MAX_COMMITTEE")],
    },
  ];
}

function ofWallets(): Statement[] {
  const threshold = constantIn("contracts/wallets/WalletRewards.sol", "THRESHOLD");
  const cap = constantIn("contracts/wallets/libraries/WalletShares.sol", "CAP_BPS");
  return [
    {
      document: "README.md",
      sentence: "**Wallets** with more than {} connection signatures",
      numbers: [threshold],
    },
    { document: "SECURITY.md", sentence: "only those that reporters counted, {} % each at most", numbers: [cap / 100] },
    { document: "docs/mathematics.md", sentence: "s > {}.", numbers: [threshold] },
    { document: "docs/mathematics.md", sentence: "⌊C · {} / {}⌋),", numbers: [cap, 10_000] },
    {
      document: "docs/operations.md",
      sentence: "A finalization brings in up to {} missed periods",
      numbers: [constantIn("contracts/wallets/WalletRewards.sol", "MAX_ROLLED_OVER")],
    },
    {
      document: "docs/operations.md",
      sentence: "and up to {} ahead. Irrevocable.",
      numbers: [constantIn("contracts/wallets/WalletRewards.sol", "MAX_PERIODS_AHEAD")],
    },
  ];
}

function ofPrograms(): Statement[] {
  const nodes = textIn("scripts/local/start.ts", /lets (\d+) nodes live/);
  const days = constantIn("scripts/local/nodeDays.ts", "MEASURED_DAYS");
  return [
    { document: "README.md", sentence: "{} days of {} nodes, a wallet period", numbers: [days, nodes] },
    {
      document: "README.md",
      sentence: "Node.js {} or later",
      numbers: [numberIn("package.json", /"node": ">=(\d+)"/)],
    },
    {
      document: "SECURITY.md",
      sentence: "| OpenZeppelin {}, solc {} ",
      numbers: [
        textIn("package.json", /"@openzeppelin\/contracts": "([\d.]+)"/),
        textIn("package.json", /"solc": "([\d.]+)"/),
      ],
    },
    {
      document: "docs/operations.md",
      sentence: "in steps of {} blocks or as few as the node",
      numbers: [constantIn("sdk/src/history/readLogs.ts", "CHUNK")],
    },
    {
      document: "docs/operations.md",
      sentence: "brings a legacy system with {} locks along",
      numbers: [constantIn("scripts/local/setUpLegacy.ts", "LEGACY_LOCKS")],
    },
  ];
}
