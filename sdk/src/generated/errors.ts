// Generated from the contracts by `npm run build`. Never edited.
import type { ContractDefinition } from "../contract/ContractDefinition.js";
import type { ContractName } from "../deployments/Deployment.js";

/** What each contract may refuse a call with; an error that several have is looked for in this order. */
export const errorDefinitions: Readonly<Record<ContractName, ContractDefinition>> = {
  WCT: {
    name: "WCT",
    abi: [
      { inputs: [], name: "ECDSAInvalidSignature", type: "error" },
      {
        inputs: [{ internalType: "uint256", name: "length", type: "uint256" }],
        name: "ECDSAInvalidSignatureLength",
        type: "error",
      },
      {
        inputs: [{ internalType: "bytes32", name: "s", type: "bytes32" }],
        name: "ECDSAInvalidSignatureS",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "spender", type: "address" },
          { internalType: "uint256", name: "allowance", type: "uint256" },
          { internalType: "uint256", name: "needed", type: "uint256" },
        ],
        name: "ERC20InsufficientAllowance",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "sender", type: "address" },
          { internalType: "uint256", name: "balance", type: "uint256" },
          { internalType: "uint256", name: "needed", type: "uint256" },
        ],
        name: "ERC20InsufficientBalance",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "approver", type: "address" }],
        name: "ERC20InvalidApprover",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "receiver", type: "address" }],
        name: "ERC20InvalidReceiver",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "sender", type: "address" }],
        name: "ERC20InvalidSender",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "spender", type: "address" }],
        name: "ERC20InvalidSpender",
        type: "error",
      },
      {
        inputs: [{ internalType: "uint256", name: "deadline", type: "uint256" }],
        name: "ERC2612ExpiredSignature",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "signer", type: "address" },
          { internalType: "address", name: "owner", type: "address" },
        ],
        name: "ERC2612InvalidSigner",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "uint256", name: "currentNonce", type: "uint256" },
        ],
        name: "InvalidAccountNonce",
        type: "error",
      },
      { inputs: [], name: "InvalidShortString", type: "error" },
      { inputs: [{ internalType: "string", name: "str", type: "string" }], name: "StringTooLong", type: "error" },
    ],
    enums: {},
  },
  StakeWeight: {
    name: "StakeWeight",
    abi: [
      { inputs: [], name: "AccessControlBadConfirmation", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "bytes32", name: "neededRole", type: "bytes32" },
        ],
        name: "AccessControlUnauthorizedAccount",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "target", type: "address" }],
        name: "AddressEmptyCode",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "uint256", name: "held", type: "uint256" },
        ],
        name: "AllHeld",
        type: "error",
      },
      { inputs: [], name: "CheckpointUnorderedInsertion", type: "error" },
      { inputs: [], name: "ECDSAInvalidSignature", type: "error" },
      {
        inputs: [{ internalType: "uint256", name: "length", type: "uint256" }],
        name: "ECDSAInvalidSignatureLength",
        type: "error",
      },
      {
        inputs: [{ internalType: "bytes32", name: "s", type: "bytes32" }],
        name: "ECDSAInvalidSignatureS",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "timepoint", type: "uint256" },
          { internalType: "uint48", name: "clock", type: "uint48" },
        ],
        name: "ERC5805FutureLookup",
        type: "error",
      },
      { inputs: [], name: "ERC6372InconsistentClock", type: "error" },
      { inputs: [], name: "EnforcedPause", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "uint256", name: "amount", type: "uint256" },
          { internalType: "uint256", name: "held", type: "uint256" },
        ],
        name: "ExceedsHeld",
        type: "error",
      },
      { inputs: [], name: "ExpectedPause", type: "error" },
      { inputs: [], name: "FailedCall", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "uint256", name: "currentNonce", type: "uint256" },
        ],
        name: "InvalidAccountNonce",
        type: "error",
      },
      { inputs: [], name: "InvalidInitialization", type: "error" },
      {
        inputs: [{ internalType: "uint256", name: "presetWeeks", type: "uint256" }],
        name: "InvalidPreset",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "enum IStakeWeight.State", name: "state", type: "uint8" },
        ],
        name: "NoActivePosition",
        type: "error",
      },
      { inputs: [], name: "NoStrayTokens", type: "error" },
      { inputs: [], name: "NotInitializing", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "enum IStakeWeight.State", name: "state", type: "uint8" },
        ],
        name: "NotLocked",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "caller", type: "address" },
          { internalType: "address", name: "account", type: "address" },
        ],
        name: "NotOperator",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "enum IStakeWeight.State", name: "state", type: "uint8" },
          { internalType: "uint256", name: "unlockEnd", type: "uint256" },
        ],
        name: "NotUnlocked",
        type: "error",
      },
      {
        inputs: [{ internalType: "uint256", name: "timestamp", type: "uint256" }],
        name: "NotWeekStart",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "uint256", name: "amount", type: "uint256" },
        ],
        name: "PositionExists",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "uint256", name: "presetWeeks", type: "uint256" },
        ],
        name: "PositionUnchanged",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "requestedWeeks", type: "uint256" },
          { internalType: "uint256", name: "remaining", type: "uint256" },
        ],
        name: "PresetTooShort",
        type: "error",
      },
      { inputs: [], name: "ReentrancyGuardReentrantCall", type: "error" },
      {
        inputs: [
          { internalType: "uint8", name: "bits", type: "uint8" },
          { internalType: "uint256", name: "value", type: "uint256" },
        ],
        name: "SafeCastOverflowedUintDowncast",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "token", type: "address" }],
        name: "SafeERC20FailedOperation",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "slashBps", type: "uint256" },
          { internalType: "uint256", name: "maxSlashBps", type: "uint256" },
        ],
        name: "SlashTooLarge",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "amount", type: "uint256" },
          { internalType: "uint256", name: "available", type: "uint256" },
        ],
        name: "StakeLimitExceeded",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "expected", type: "uint256" },
          { internalType: "uint256", name: "received", type: "uint256" },
        ],
        name: "TransferNotWhole",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "unlockEnd", type: "uint256" },
          { internalType: "uint256", name: "latest", type: "uint256" },
        ],
        name: "UnlockEndTooLate",
        type: "error",
      },
      {
        inputs: [{ internalType: "uint256", name: "expiry", type: "uint256" }],
        name: "VotesExpiredSignature",
        type: "error",
      },
      { inputs: [], name: "ZeroAddress", type: "error" },
      { inputs: [], name: "ZeroAmount", type: "error" },
    ],
    enums: { "enum IStakeWeight.State": ["None", "Locked", "Unlocking", "Unlocked"] },
  },
  RewardDistributor: {
    name: "RewardDistributor",
    abi: [
      { inputs: [], name: "AccessControlBadConfirmation", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "bytes32", name: "neededRole", type: "bytes32" },
        ],
        name: "AccessControlUnauthorizedAccount",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "target", type: "address" }],
        name: "AddressEmptyCode",
        type: "error",
      },
      { inputs: [], name: "EnforcedPause", type: "error" },
      { inputs: [], name: "ExpectedPause", type: "error" },
      { inputs: [], name: "FailedCall", type: "error" },
      {
        inputs: [
          { internalType: "uint256", name: "amount", type: "uint256" },
          { internalType: "uint256", name: "available", type: "uint256" },
        ],
        name: "FundingLimitExceeded",
        type: "error",
      },
      { inputs: [], name: "InvalidInitialization", type: "error" },
      {
        inputs: [{ internalType: "address", name: "recipient", type: "address" }],
        name: "InvalidRecipient",
        type: "error",
      },
      { inputs: [], name: "NoStrayTokens", type: "error" },
      { inputs: [], name: "NoWeeks", type: "error" },
      { inputs: [], name: "NotInitializing", type: "error" },
      {
        inputs: [{ internalType: "uint256", name: "timestamp", type: "uint256" }],
        name: "NotWeekStart",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "account", type: "address" }],
        name: "NothingToRestake",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "weekStart", type: "uint256" },
          { internalType: "uint256", name: "earliest", type: "uint256" },
        ],
        name: "PeriodFinished",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "weekStart", type: "uint256" },
          { internalType: "uint256", name: "end", type: "uint256" },
        ],
        name: "PeriodNotFinished",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "weekStart", type: "uint256" },
          { internalType: "uint256", name: "latest", type: "uint256" },
        ],
        name: "PeriodTooFarAhead",
        type: "error",
      },
      { inputs: [], name: "ReentrancyGuardReentrantCall", type: "error" },
      {
        inputs: [
          { internalType: "uint8", name: "bits", type: "uint8" },
          { internalType: "uint256", name: "value", type: "uint256" },
        ],
        name: "SafeCastOverflowedUintDowncast",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "token", type: "address" }],
        name: "SafeERC20FailedOperation",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "expected", type: "uint256" },
          { internalType: "uint256", name: "received", type: "uint256" },
        ],
        name: "TransferNotWhole",
        type: "error",
      },
      { inputs: [], name: "ZeroAddress", type: "error" },
      { inputs: [], name: "ZeroAmount", type: "error" },
    ],
    enums: {},
  },
  Timelock: {
    name: "Timelock",
    abi: [
      { inputs: [], name: "AccessControlBadConfirmation", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "bytes32", name: "neededRole", type: "bytes32" },
        ],
        name: "AccessControlUnauthorizedAccount",
        type: "error",
      },
      { inputs: [], name: "FailedCall", type: "error" },
      {
        inputs: [
          { internalType: "uint256", name: "delay", type: "uint256" },
          { internalType: "uint256", name: "minDelay", type: "uint256" },
        ],
        name: "TimelockInsufficientDelay",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "targets", type: "uint256" },
          { internalType: "uint256", name: "payloads", type: "uint256" },
          { internalType: "uint256", name: "values", type: "uint256" },
        ],
        name: "TimelockInvalidOperationLength",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "caller", type: "address" }],
        name: "TimelockUnauthorizedCaller",
        type: "error",
      },
      {
        inputs: [{ internalType: "bytes32", name: "predecessorId", type: "bytes32" }],
        name: "TimelockUnexecutedPredecessor",
        type: "error",
      },
      {
        inputs: [
          { internalType: "bytes32", name: "operationId", type: "bytes32" },
          { internalType: "bytes32", name: "expectedStates", type: "bytes32" },
        ],
        name: "TimelockUnexpectedOperationState",
        type: "error",
      },
    ],
    enums: {},
  },
  WCTGovernor: {
    name: "WCTGovernor",
    abi: [
      { inputs: [], name: "CheckpointUnorderedInsertion", type: "error" },
      { inputs: [], name: "ERC6372InconsistentClock", type: "error" },
      { inputs: [], name: "FailedCall", type: "error" },
      {
        inputs: [{ internalType: "address", name: "voter", type: "address" }],
        name: "GovernorAlreadyCastVote",
        type: "error",
      },
      {
        inputs: [{ internalType: "uint256", name: "proposalId", type: "uint256" }],
        name: "GovernorAlreadyQueuedProposal",
        type: "error",
      },
      { inputs: [], name: "GovernorDisabledDeposit", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "proposer", type: "address" },
          { internalType: "uint256", name: "votes", type: "uint256" },
          { internalType: "uint256", name: "threshold", type: "uint256" },
        ],
        name: "GovernorInsufficientProposerVotes",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "targets", type: "uint256" },
          { internalType: "uint256", name: "calldatas", type: "uint256" },
          { internalType: "uint256", name: "values", type: "uint256" },
        ],
        name: "GovernorInvalidProposalLength",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "quorumNumerator", type: "uint256" },
          { internalType: "uint256", name: "quorumDenominator", type: "uint256" },
        ],
        name: "GovernorInvalidQuorumFraction",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "voter", type: "address" }],
        name: "GovernorInvalidSignature",
        type: "error",
      },
      { inputs: [], name: "GovernorInvalidVoteParams", type: "error" },
      { inputs: [], name: "GovernorInvalidVoteType", type: "error" },
      {
        inputs: [{ internalType: "uint256", name: "votingPeriod", type: "uint256" }],
        name: "GovernorInvalidVotingPeriod",
        type: "error",
      },
      {
        inputs: [{ internalType: "uint256", name: "proposalId", type: "uint256" }],
        name: "GovernorNonexistentProposal",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "account", type: "address" }],
        name: "GovernorOnlyExecutor",
        type: "error",
      },
      {
        inputs: [{ internalType: "uint256", name: "proposalId", type: "uint256" }],
        name: "GovernorProposalQueueingFailed",
        type: "error",
      },
      {
        inputs: [{ internalType: "uint256", name: "proposalId", type: "uint256" }],
        name: "GovernorProposalQueueingNotRequired",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "proposer", type: "address" }],
        name: "GovernorRestrictedProposer",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "proposalId", type: "uint256" },
          { internalType: "address", name: "account", type: "address" },
        ],
        name: "GovernorUnableToCancel",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "proposalId", type: "uint256" },
          { internalType: "enum IGovernor.ProposalState", name: "current", type: "uint8" },
          { internalType: "bytes32", name: "expectedStates", type: "bytes32" },
        ],
        name: "GovernorUnexpectedProposalState",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "uint256", name: "currentNonce", type: "uint256" },
        ],
        name: "InvalidAccountNonce",
        type: "error",
      },
      { inputs: [], name: "InvalidShortString", type: "error" },
      {
        inputs: [
          { internalType: "uint8", name: "bits", type: "uint8" },
          { internalType: "uint256", name: "value", type: "uint256" },
        ],
        name: "SafeCastOverflowedUintDowncast",
        type: "error",
      },
      { inputs: [{ internalType: "string", name: "str", type: "string" }], name: "StringTooLong", type: "error" },
    ],
    enums: {
      "enum IGovernor.ProposalState": [
        "Pending",
        "Active",
        "Canceled",
        "Defeated",
        "Succeeded",
        "Queued",
        "Expired",
        "Executed",
      ],
    },
  },
  NodeIdentities: {
    name: "NodeIdentities",
    abi: [
      { inputs: [], name: "AccessControlBadConfirmation", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "bytes32", name: "neededRole", type: "bytes32" },
        ],
        name: "AccessControlUnauthorizedAccount",
        type: "error",
      },
      { inputs: [], name: "CheckpointUnorderedInsertion", type: "error" },
      { inputs: [], name: "ECDSAInvalidSignature", type: "error" },
      {
        inputs: [{ internalType: "uint256", name: "length", type: "uint256" }],
        name: "ECDSAInvalidSignatureLength",
        type: "error",
      },
      {
        inputs: [{ internalType: "bytes32", name: "s", type: "bytes32" }],
        name: "ECDSAInvalidSignatureS",
        type: "error",
      },
      {
        inputs: [
          { internalType: "string", name: "endpoint", type: "string" },
          { internalType: "address", name: "operator", type: "address" },
        ],
        name: "EndpointTaken",
        type: "error",
      },
      {
        inputs: [
          { internalType: "string", name: "endpoint", type: "string" },
          { internalType: "uint256", name: "maxLength", type: "uint256" },
        ],
        name: "InvalidEndpoint",
        type: "error",
      },
      { inputs: [], name: "InvalidInitialization", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "key", type: "address" },
          { internalType: "address", name: "operator", type: "address" },
        ],
        name: "KeyTaken",
        type: "error",
      },
      { inputs: [], name: "NotInitializing", type: "error" },
      {
        inputs: [{ internalType: "address", name: "operator", type: "address" }],
        name: "NotRegistered",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint8", name: "bits", type: "uint8" },
          { internalType: "uint256", name: "value", type: "uint256" },
        ],
        name: "SafeCastOverflowedUintDowncast",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "key", type: "address" },
          { internalType: "address", name: "signer", type: "address" },
        ],
        name: "WrongKeySignature",
        type: "error",
      },
      { inputs: [], name: "ZeroAddress", type: "error" },
    ],
    enums: {},
  },
  NodeRegistry: {
    name: "NodeRegistry",
    abi: [
      { inputs: [], name: "AccessControlBadConfirmation", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "bytes32", name: "neededRole", type: "bytes32" },
        ],
        name: "AccessControlUnauthorizedAccount",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "target", type: "address" }],
        name: "AddressEmptyCode",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "operator", type: "address" }],
        name: "AlreadyCalledUp",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "confirmBy", type: "uint256" },
        ],
        name: "CallUpExpired",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "confirmBy", type: "uint256" },
        ],
        name: "CallUpNotExpired",
        type: "error",
      },
      { inputs: [], name: "EnforcedPause", type: "error" },
      { inputs: [], name: "ExpectedPause", type: "error" },
      { inputs: [], name: "FailedCall", type: "error" },
      { inputs: [], name: "InvalidInitialization", type: "error" },
      {
        inputs: [
          { internalType: "uint256", name: "active", type: "uint256" },
          { internalType: "uint256", name: "reserved", type: "uint256" },
          { internalType: "uint256", name: "maxActive", type: "uint256" },
          { internalType: "uint256", name: "maxSeated", type: "uint256" },
        ],
        name: "InvalidTargets",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "occupied", type: "uint256" },
          { internalType: "uint256", name: "target", type: "uint256" },
        ],
        name: "NoFreePlace",
        type: "error",
      },
      { inputs: [], name: "NoFreeSeat", type: "error" },
      { inputs: [{ internalType: "address", name: "operator", type: "address" }], name: "NotAllowed", type: "error" },
      { inputs: [{ internalType: "address", name: "operator", type: "address" }], name: "NotCalledUp", type: "error" },
      { inputs: [], name: "NotInPhaseOne", type: "error" },
      { inputs: [], name: "NotInitializing", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "candidate", type: "address" },
          { internalType: "uint256", name: "weight", type: "uint256" },
          { internalType: "uint256", name: "standing", type: "uint256" },
        ],
        name: "NotStronger",
        type: "error",
      },
      {
        inputs: [{ internalType: "enum INodeRegistry.Phase", name: "phase", type: "uint8" }],
        name: "PhaseUnchanged",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint8", name: "bits", type: "uint8" },
          { internalType: "uint256", name: "value", type: "uint256" },
        ],
        name: "SafeCastOverflowedUintDowncast",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "minAmount", type: "uint256" },
          { internalType: "uint256", name: "minPresetWeeks", type: "uint256" },
        ],
        name: "StakeNotQualified",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "operator", type: "address" }],
        name: "StakeQualified",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "from", type: "uint256" },
        ],
        name: "TooEarlyToConfirm",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "from", type: "uint256" },
        ],
        name: "TooEarlyToReturn",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "until", type: "uint256" },
        ],
        name: "TooLateToDisplace",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "epoch", type: "uint256" },
          { internalType: "uint256", name: "running", type: "uint256" },
        ],
        name: "UnknownEpoch",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "epoch", type: "uint256" },
          { internalType: "bytes32", name: "setHash", type: "bytes32" },
          { internalType: "bytes32", name: "expected", type: "bytes32" },
        ],
        name: "WrongSet",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "enum INodeRegistry.Status", name: "status", type: "uint8" },
        ],
        name: "WrongStatus",
        type: "error",
      },
      { inputs: [], name: "ZeroAddress", type: "error" },
    ],
    enums: {
      "enum INodeRegistry.Phase": ["One", "Two"],
      "enum INodeRegistry.Status": ["None", "Standby", "Reserved", "Active", "Confined", "Deactivated"],
    },
  },
  NodeRewards: {
    name: "NodeRewards",
    abi: [
      { inputs: [], name: "AccessControlBadConfirmation", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "bytes32", name: "neededRole", type: "bytes32" },
        ],
        name: "AccessControlUnauthorizedAccount",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "target", type: "address" }],
        name: "AddressEmptyCode",
        type: "error",
      },
      { inputs: [], name: "EnforcedPause", type: "error" },
      {
        inputs: [
          { internalType: "uint256", name: "epoch", type: "uint256" },
          { internalType: "uint256", name: "earliest", type: "uint256" },
        ],
        name: "EpochFinished",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "epoch", type: "uint256" },
          { internalType: "uint256", name: "latest", type: "uint256" },
        ],
        name: "EpochTooFarAhead",
        type: "error",
      },
      { inputs: [], name: "ExpectedPause", type: "error" },
      { inputs: [], name: "FailedCall", type: "error" },
      {
        inputs: [
          { internalType: "uint256", name: "amount", type: "uint256" },
          { internalType: "uint256", name: "available", type: "uint256" },
        ],
        name: "FundingLimitExceeded",
        type: "error",
      },
      { inputs: [], name: "InvalidInitialization", type: "error" },
      { inputs: [{ internalType: "address", name: "payout", type: "address" }], name: "InvalidPayout", type: "error" },
      { inputs: [], name: "NoEpochs", type: "error" },
      { inputs: [], name: "NoStrayTokens", type: "error" },
      { inputs: [], name: "NotInitializing", type: "error" },
      { inputs: [], name: "ReentrancyGuardReentrantCall", type: "error" },
      {
        inputs: [
          { internalType: "uint8", name: "bits", type: "uint8" },
          { internalType: "uint256", name: "value", type: "uint256" },
        ],
        name: "SafeCastOverflowedUintDowncast",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "token", type: "address" }],
        name: "SafeERC20FailedOperation",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "epoch", type: "uint256" },
          { internalType: "enum INodeRewards.Offence", name: "offence", type: "uint8" },
          { internalType: "uint256", name: "dueAt", type: "uint256" },
        ],
        name: "SlashNotDue",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "epoch", type: "uint256" },
          { internalType: "enum INodeRewards.Offence", name: "offence", type: "uint8" },
          { internalType: "enum INodeRewards.SlashState", name: "state", type: "uint8" },
        ],
        name: "SlashNotPending",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "expected", type: "uint256" },
          { internalType: "uint256", name: "received", type: "uint256" },
        ],
        name: "TransferNotWhole",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "epoch", type: "uint256" },
          { internalType: "enum INodeRewards.Offence", name: "offence", type: "uint8" },
          { internalType: "uint256", name: "dueAt", type: "uint256" },
        ],
        name: "VetoTooLate",
        type: "error",
      },
      { inputs: [], name: "ZeroAddress", type: "error" },
      { inputs: [], name: "ZeroAmount", type: "error" },
    ],
    enums: {
      "enum INodeRewards.Offence": ["Confinement", "Equivocation"],
      "enum INodeRewards.SlashState": ["None", "Pending", "Executed", "Vetoed"],
    },
  },
  PerformanceOracle: {
    name: "PerformanceOracle",
    abi: [
      { inputs: [], name: "AccessControlBadConfirmation", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "bytes32", name: "neededRole", type: "bytes32" },
        ],
        name: "AccessControlUnauthorizedAccount",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "given", type: "uint256" },
          { internalType: "uint256", name: "from", type: "uint256" },
        ],
        name: "DataMissing",
        type: "error",
      },
      { inputs: [], name: "ECDSAInvalidSignature", type: "error" },
      {
        inputs: [{ internalType: "uint256", name: "length", type: "uint256" }],
        name: "ECDSAInvalidSignatureLength",
        type: "error",
      },
      {
        inputs: [{ internalType: "bytes32", name: "s", type: "bytes32" }],
        name: "ECDSAInvalidSignatureS",
        type: "error",
      },
      { inputs: [], name: "EnforcedPause", type: "error" },
      {
        inputs: [{ internalType: "uint256", name: "epoch", type: "uint256" }],
        name: "EpochAlreadyFinalized",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "epoch", type: "uint256" },
          { internalType: "uint256", name: "finalizable", type: "uint256" },
        ],
        name: "EpochNotFinalizable",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "epoch", type: "uint256" },
          { internalType: "uint256", name: "from", type: "uint256" },
          { internalType: "uint256", name: "to", type: "uint256" },
        ],
        name: "EpochNotProvable",
        type: "error",
      },
      { inputs: [], name: "ExpectedPause", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "reporter", type: "address" },
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "successes", type: "uint256" },
          { internalType: "uint256", name: "probes", type: "uint256" },
          { internalType: "uint256", name: "latencySumMs", type: "uint256" },
        ],
        name: "ImpossibleData",
        type: "error",
      },
      {
        inputs: [
          { internalType: "string", name: "name", type: "string" },
          { internalType: "uint256", name: "value", type: "uint256" },
          { internalType: "uint256", name: "unit", type: "uint256" },
        ],
        name: "InexactThreshold",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "count", type: "uint256" },
          { internalType: "uint256", name: "max", type: "uint256" },
        ],
        name: "InvalidCommitteeSize",
        type: "error",
      },
      { inputs: [], name: "InvalidInitialization", type: "error" },
      {
        inputs: [{ internalType: "address", name: "reporter", type: "address" }],
        name: "InvalidMember",
        type: "error",
      },
      {
        inputs: [
          { internalType: "string", name: "name", type: "string" },
          { internalType: "uint256", name: "value", type: "uint256" },
          { internalType: "uint256", name: "min", type: "uint256" },
          { internalType: "uint256", name: "max", type: "uint256" },
        ],
        name: "InvalidParameter",
        type: "error",
      },
      { inputs: [{ internalType: "uint256", name: "epoch", type: "uint256" }], name: "NoConfiguration", type: "error" },
      { inputs: [], name: "NoEquivocation", type: "error" },
      { inputs: [{ internalType: "uint256", name: "epoch", type: "uint256" }], name: "NobodySeated", type: "error" },
      { inputs: [], name: "NotInitializing", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "address", name: "operator", type: "address" },
        ],
        name: "NotNode",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "given", type: "uint256" },
          { internalType: "uint256", name: "needed", type: "uint256" },
        ],
        name: "QuorumMissing",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "index", type: "uint256" },
          { internalType: "uint256", name: "previous", type: "uint256" },
        ],
        name: "ReportOutOfOrder",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint8", name: "bits", type: "uint8" },
          { internalType: "uint256", name: "value", type: "uint256" },
        ],
        name: "SafeCastOverflowedUintDowncast",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "epoch", type: "uint256" },
          { internalType: "uint256", name: "from", type: "uint256" },
        ],
        name: "TooEarlyToFinalize",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "index", type: "uint256" },
          { internalType: "uint256", name: "count", type: "uint256" },
        ],
        name: "UnknownReporter",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "reporter", type: "address" },
          { internalType: "bytes32", name: "commitment", type: "bytes32" },
          { internalType: "bytes32", name: "expected", type: "bytes32" },
        ],
        name: "WrongCommitment",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "epoch", type: "uint256" },
          { internalType: "bytes32", name: "configurationHash", type: "bytes32" },
          { internalType: "bytes32", name: "expected", type: "bytes32" },
        ],
        name: "WrongConfiguration",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "reporter", type: "address" },
          { internalType: "uint256", name: "length", type: "uint256" },
          { internalType: "uint256", name: "expected", type: "uint256" },
        ],
        name: "WrongDataLength",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "operator", type: "address" },
          { internalType: "uint256", name: "uptime", type: "uint256" },
          { internalType: "uint256", name: "latencyMs", type: "uint256" },
        ],
        name: "WrongMedians",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "length", type: "uint256" },
          { internalType: "uint256", name: "expected", type: "uint256" },
        ],
        name: "WrongMediansLength",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "reporter", type: "address" },
          { internalType: "address", name: "signer", type: "address" },
        ],
        name: "WrongSigner",
        type: "error",
      },
      { inputs: [], name: "ZeroAddress", type: "error" },
    ],
    enums: {},
  },
  WalletRewards: {
    name: "WalletRewards",
    abi: [
      { inputs: [], name: "AccessControlBadConfirmation", type: "error" },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "bytes32", name: "neededRole", type: "bytes32" },
        ],
        name: "AccessControlUnauthorizedAccount",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "target", type: "address" }],
        name: "AddressEmptyCode",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "owner", type: "address" },
          { internalType: "uint256", name: "walletId", type: "uint256" },
        ],
        name: "AlreadyRegistered",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "walletId", type: "uint256" },
          { internalType: "bool", name: "isCertified", type: "bool" },
        ],
        name: "CertificationUnchanged",
        type: "error",
      },
      { inputs: [], name: "CheckpointUnorderedInsertion", type: "error" },
      { inputs: [], name: "ECDSAInvalidSignature", type: "error" },
      {
        inputs: [{ internalType: "uint256", name: "length", type: "uint256" }],
        name: "ECDSAInvalidSignatureLength",
        type: "error",
      },
      {
        inputs: [{ internalType: "bytes32", name: "s", type: "bytes32" }],
        name: "ECDSAInvalidSignatureS",
        type: "error",
      },
      { inputs: [], name: "EnforcedPause", type: "error" },
      { inputs: [], name: "ExpectedPause", type: "error" },
      { inputs: [], name: "FailedCall", type: "error" },
      {
        inputs: [
          { internalType: "uint256", name: "amount", type: "uint256" },
          { internalType: "uint256", name: "available", type: "uint256" },
        ],
        name: "FundingLimitExceeded",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "shareBps", type: "uint256" },
          { internalType: "uint256", name: "min", type: "uint256" },
          { internalType: "uint256", name: "max", type: "uint256" },
        ],
        name: "InvalidCertifiedShare",
        type: "error",
      },
      { inputs: [], name: "InvalidInitialization", type: "error" },
      { inputs: [{ internalType: "address", name: "payout", type: "address" }], name: "InvalidPayout", type: "error" },
      { inputs: [], name: "NoPeriods", type: "error" },
      { inputs: [], name: "NoStrayTokens", type: "error" },
      { inputs: [], name: "NotInitializing", type: "error" },
      { inputs: [{ internalType: "address", name: "account", type: "address" }], name: "NotRegistered", type: "error" },
      {
        inputs: [{ internalType: "uint256", name: "period", type: "uint256" }],
        name: "PeriodAlreadyFinalized",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "period", type: "uint256" },
          { internalType: "uint256", name: "earliest", type: "uint256" },
        ],
        name: "PeriodFinished",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "period", type: "uint256" },
          { internalType: "uint256", name: "finalizable", type: "uint256" },
        ],
        name: "PeriodNotFinalizable",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "period", type: "uint256" },
          { internalType: "uint256", name: "latest", type: "uint256" },
        ],
        name: "PeriodTooFarAhead",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "given", type: "uint256" },
          { internalType: "uint256", name: "needed", type: "uint256" },
        ],
        name: "QuorumMissing",
        type: "error",
      },
      { inputs: [], name: "ReentrancyGuardReentrantCall", type: "error" },
      {
        inputs: [
          { internalType: "uint256", name: "index", type: "uint256" },
          { internalType: "uint256", name: "previous", type: "uint256" },
        ],
        name: "ReportOutOfOrder",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint8", name: "bits", type: "uint8" },
          { internalType: "uint256", name: "value", type: "uint256" },
        ],
        name: "SafeCastOverflowedUintDowncast",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "token", type: "address" }],
        name: "SafeERC20FailedOperation",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "period", type: "uint256" },
          { internalType: "uint256", name: "from", type: "uint256" },
        ],
        name: "TooEarlyToFinalize",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "expected", type: "uint256" },
          { internalType: "uint256", name: "received", type: "uint256" },
        ],
        name: "TransferNotWhole",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "index", type: "uint256" },
          { internalType: "uint256", name: "count", type: "uint256" },
        ],
        name: "UnknownReporter",
        type: "error",
      },
      {
        inputs: [{ internalType: "uint256", name: "walletId", type: "uint256" }],
        name: "UnknownWallet",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "index", type: "uint256" },
          { internalType: "uint256", name: "walletId", type: "uint256" },
          { internalType: "uint256", name: "previous", type: "uint256" },
        ],
        name: "WalletOutOfOrder",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "epoch", type: "uint256" },
          { internalType: "bytes32", name: "configurationHash", type: "bytes32" },
          { internalType: "bytes32", name: "expected", type: "bytes32" },
        ],
        name: "WrongConfiguration",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "index", type: "uint256" },
          { internalType: "uint256", name: "length", type: "uint256" },
        ],
        name: "WrongDataLength",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "reporter", type: "address" },
          { internalType: "address", name: "signer", type: "address" },
        ],
        name: "WrongSigner",
        type: "error",
      },
      { inputs: [], name: "ZeroAddress", type: "error" },
      { inputs: [], name: "ZeroAmount", type: "error" },
    ],
    enums: {},
  },
  LegacyStakeWeightBridge: {
    name: "LegacyStakeWeightBridge",
    abi: [
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "enum ILegacyStakeWeightBridge.LockStatus", name: "status", type: "uint8" },
        ],
        name: "CannotJoin",
        type: "error",
      },
      {
        inputs: [{ internalType: "bytes4", name: "selector", type: "bytes4" }],
        name: "LegacySystemFrozen",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "uint256", name: "end", type: "uint256" },
        ],
        name: "LockNotEnded",
        type: "error",
      },
      {
        inputs: [
          { internalType: "uint256", name: "lockRemaining", type: "uint256" },
          { internalType: "uint256", name: "positionRemaining", type: "uint256" },
        ],
        name: "LockOutlastsPosition",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "account", type: "address" },
          { internalType: "uint256", name: "end", type: "uint256" },
        ],
        name: "NotPerpetual",
        type: "error",
      },
      {
        inputs: [{ internalType: "address", name: "account", type: "address" }],
        name: "NothingTransferred",
        type: "error",
      },
      { inputs: [], name: "ReentrancyGuardReentrantCall", type: "error" },
      {
        inputs: [{ internalType: "address", name: "token", type: "address" }],
        name: "SafeERC20FailedOperation",
        type: "error",
      },
      {
        inputs: [
          { internalType: "address", name: "legacyToken", type: "address" },
          { internalType: "address", name: "token", type: "address" },
        ],
        name: "WrongToken",
        type: "error",
      },
      { inputs: [], name: "ZeroAddress", type: "error" },
    ],
    enums: {
      "enum ILegacyStakeWeightBridge.LockStatus": [
        "None",
        "Ready",
        "PositionExists",
        "NotBacked",
        "EndNotWeekStart",
        "EndTooLate",
        "NoPreset",
      ],
    },
  },
};
