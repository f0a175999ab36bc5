// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Configuration, SignedReport } from "../../nodes/interfaces/IPerformanceOracle.sol";

/// @notice What a committee member signs, by EIP-712.
/// @param period The period in which was counted.
/// @param reporter The member's address.
/// @param configurationHash The hash of the configuration in force in the last epoch of the period.
/// @param dataHash keccak256 of the data.
struct WalletReport {
    uint256 period;
    address reporter;
    bytes32 configurationHash;
    bytes32 dataHash;
}

/// @title IWalletRewards
/// @notice Pays wallets for every period of four weeks out of what was funded for it, by the connections that they signed.
///
/// A wallet is eligible with strictly more than 100,000 connections, s. The budget has two pools:
///
///     linear      ⌊L · s / Σs⌋                               over all eligible wallets
///     certified   min(⌊C · p / Σp⌋, ⌊30 % · C⌋),  p = ⌊√(s³)⌋   over the eligible wallets that are certified
///
/// C is by default 70 % of what is funded. What nobody gets belongs to the same pool of the next period.
///
/// The committee counts, in both phases: that of the configuration in force in the last epoch of the period. Of the counts
/// handed in for a wallet the median is taken, the lower one of an even number, and 0 for each report that does not name the
/// wallet; so a count needs more than half of them.
///
/// Period p can be finalized while the next one runs: at once if all N reports are in, from 6 hours on with ⌊2N/3⌋ + 1 of
/// them. After that it is missed, and its funding belongs to the next one that is finalized.
///
/// Times are in unix seconds, amounts in wei. Period p is the time [p · 4 weeks, (p + 1) · 4 weeks).
interface IWalletRewards {
    /// @notice All that is kept of a wallet.
    /// @param owner Who registered it and sets where its pay goes; zero if there is none of this id.
    /// @param payout Where its pay goes.
    /// @param owed What it has earned and not been paid, in wei.
    /// @param isCertified Whether it is certified now.
    struct Wallet {
        address owner;
        address payout;
        uint256 owed;
        bool isCertified;
    }

    /// @notice `owner` registered wallet `walletId`, to be paid to `payout`.
    event Registered(uint256 indexed walletId, address indexed owner, address indexed payout);

    /// @notice What wallet `walletId` earns is paid to `payout` from now on.
    event PayoutSet(uint256 indexed walletId, address indexed payout);

    /// @notice Wallet `walletId` is certified from now on, or no longer.
    event CertifiedSet(uint256 indexed walletId, bool isCertified);

    /// @notice What is funded for `fromPeriod` and later ones goes to the certified pool by `shareBps`.
    event CertifiedShareSet(uint256 indexed fromPeriod, uint256 shareBps);

    /// @notice `funder` added `amount` wei to the budget of `period`. This contract itself stands for stray tokens.
    event PeriodFunded(address indexed funder, uint256 indexed period, uint256 amount);

    /// @notice What was funded for missed periods before `beforePeriod` and not yet rolled over, `linear` and `certified`
    /// wei, belongs to the pools of the next one that is finalized.
    event BudgetRolledOver(uint256 indexed beforePeriod, uint256 linear, uint256 certified);

    /// @notice Wallet `walletId` earned in `period`, by its median `count`, `linear` wei of the linear pool and `certified`
    /// wei of the other. Emitted for every eligible wallet.
    event WalletEarned(
        uint256 indexed walletId,
        uint256 indexed period,
        uint256 count,
        uint256 linear,
        uint256 certified
    );

    /// @notice `period` was finalized. What was not earned belongs to the next one.
    /// @param configurationHash The hash of the configuration whose committee reported.
    /// @param reporters One bit per member whose report was used, by its index.
    /// @param linearBudget The linear pool, in wei.
    /// @param certifiedBudget The certified pool, in wei.
    /// @param linearEarned What the wallets earned of the linear pool, in wei.
    /// @param certifiedEarned What they earned of the certified pool, in wei.
    event PeriodFinalized(
        uint256 indexed period,
        bytes32 indexed configurationHash,
        uint256 reporters,
        uint256 linearBudget,
        uint256 certifiedBudget,
        uint256 linearEarned,
        uint256 certifiedEarned
    );

    /// @notice Wallet `walletId` was paid `amount` wei, all that it had earned, to `payout`.
    event Claimed(uint256 indexed walletId, address indexed payout, uint256 amount);

    /// @notice The zero address was given where somebody has to stand.
    error ZeroAddress();

    /// @notice `owner` registered wallet `walletId` before.
    error AlreadyRegistered(address owner, uint256 walletId);

    /// @notice `account` has no wallet.
    error NotRegistered(address account);

    /// @notice There is no wallet `walletId`.
    error UnknownWallet(uint256 walletId);

    /// @notice Pay cannot be sent to `payout`: the zero address or this contract.
    error InvalidPayout(address payout);

    /// @notice Wallet `walletId` is certified already, or is not.
    error CertificationUnchanged(uint256 walletId, bool isCertified);

    /// @notice The certified pool is the larger one: `shareBps` must lie in `min`..`max`.
    error InvalidCertifiedShare(uint256 shareBps, uint256 min, uint256 max);

    /// @notice An amount of 0 was given.
    error ZeroAmount();

    /// @notice A range of 0 periods was given.
    error NoPeriods();

    /// @notice `period` is over; the first that can be funded is `earliest`.
    error PeriodFinished(uint256 period, uint256 earliest);

    /// @notice `period` is too far ahead; the last that can be funded is `latest`.
    error PeriodTooFarAhead(uint256 period, uint256 latest);

    /// @notice More than 2^96 − 1 wei would be held for wallets; at most `available` more fit.
    error FundingLimitExceeded(uint256 amount, uint256 available);

    /// @notice There are no tokens here that belong to nobody.
    error NoStrayTokens();

    /// @notice Only the period before the running one can be finalized: `finalizable`.
    error PeriodNotFinalizable(uint256 period, uint256 finalizable);

    /// @notice `period` was finalized before.
    error PeriodAlreadyFinalized(uint256 period);

    /// @notice Without all reports, the period can be finalized from `from` on.
    error TooEarlyToFinalize(uint256 period, uint256 from);

    /// @notice There are `given` reports of at least `needed`.
    error QuorumMissing(uint256 given, uint256 needed);

    /// @notice The configuration handed in is not the one in force in `epoch`, the last one of the period.
    error WrongConfiguration(uint256 epoch, bytes32 configurationHash, bytes32 expected);

    /// @notice There is no committee member of this index; there are `count`.
    error UnknownReporter(uint256 index, uint256 count);

    /// @notice Reports must come in the order of their indices, none twice: `index` came after `previous`.
    error ReportOutOfOrder(uint256 index, uint256 previous);

    /// @notice The report of `reporter` was signed by `signer`, or is for something else than what is finalized.
    error WrongSigner(address reporter, address signer);

    /// @notice The data of report `index` has `length` bytes, which is no multiple of 12.
    error WrongDataLength(uint256 index, uint256 length);

    /// @notice Entries must come in the order of the wallets, none twice: in report `index`, `walletId` came after `previous`.
    error WalletOutOfOrder(uint256 index, uint256 walletId, uint256 previous);

    /// @notice Registers the caller as a wallet, once.
    /// @param payout Where its pay goes.
    /// @return walletId Its number in the order of registrations, from 1 on, for ever.
    /// @dev Reverts with {AlreadyRegistered}, {InvalidPayout} or EnforcedPause.
    function register(address payout) external returns (uint256 walletId);

    /// @notice Sets where the pay of the caller's wallet goes, what it is owed included.
    /// @dev Reverts with {NotRegistered} or {InvalidPayout}.
    function setPayout(address payout) external;

    /// @notice Certifies a wallet from now on, or no longer. What it was in the last second of a period counts for it. For the
    /// certifier.
    /// @dev Reverts with {UnknownWallet} or {CertificationUnchanged}.
    function setCertified(uint256 walletId, bool isCertified) external;

    /// @notice Sets which part of what is funded goes to the certified pool, from the next period on. For the administrator.
    /// @param shareBps In basis points: 5,001..10,000.
    /// @dev Reverts with {InvalidCertifiedShare}.
    function setCertifiedShare(uint256 shareBps) external;

    /// @notice Adds `amount` of the caller's tokens, which it approved, to the budget of a period.
    /// @param period The running one or a later one, up to 26 ahead.
    /// @dev Warning: funding cannot be taken back. Reverts with {ZeroAmount}, {PeriodFinished}, {PeriodTooFarAhead},
    /// {FundingLimitExceeded}, {TransferNotWhole} or EnforcedPause.
    function fund(uint256 period, uint256 amount) external;

    /// @notice {fund} with `amountPerPeriod` for each of `count` periods from `firstPeriod` on.
    /// @dev Reverts like {fund}, or with {NoPeriods}.
    function fundRange(uint256 firstPeriod, uint256 count, uint256 amountPerPeriod) external;

    /// @notice Turns tokens that were sent here without {fund} into budget of the running period. Anyone may.
    /// @return amount In wei.
    /// @dev Reverts with {NoStrayTokens}, {FundingLimitExceeded} or EnforcedPause.
    function fundStrayTokens() external returns (uint256 amount);

    /// @notice Brings the funding of up to `max` missed periods into the next that is finalized, the oldest first. A
    /// finalization takes up to 32 of them by itself, so this is needed only after a longer silence.
    /// @return periods How many were passed.
    function rollOver(uint256 max) external returns (uint256 periods);

    /// @notice Finalizes a period, once: checks the reports, and credits every eligible wallet with what it earned. Anyone may.
    /// @param period The period before the running one.
    /// @param configuration The configuration in force in the last epoch of the period, as
    /// {IPerformanceOracle-configurationAt} tells it.
    /// @param reports In the order of their indices in the committee. The data of each has 12 bytes per wallet, in the order
    /// of the wallets: its id (4) and its count (8).
    /// @dev Reverts with the errors above, those of OpenZeppelin's ECDSA for a malformed signature, or EnforcedPause. The cost
    /// grows with the entries of the reports only.
    function finalize(uint256 period, Configuration calldata configuration, SignedReport[] calldata reports) external;

    /// @notice Pays what a wallet has earned to its payout address. Anyone may.
    /// @return amount In wei; 0 if there is nothing.
    /// @dev Reverts with {UnknownWallet}.
    function claim(uint256 walletId) external returns (uint256 amount);

    /// @notice {claim} for each of `walletIds`.
    /// @return amount In wei, all together.
    function claimMany(uint256[] calldata walletIds) external returns (uint256 amount);

    /// @notice Stops registrations, funding and finalizations. For the pauser.
    function pause() external;

    /// @notice Ends a pause. For the administrator.
    function unpause() external;

    /// @return The token that is paid.
    function token() external view returns (address);

    /// @return The oracle whose configurations name the committee.
    function oracle() external view returns (address);

    /// @return The number of wallets; their ids are 1 to this.
    function walletCount() external view returns (uint256);

    /// @return All that is kept of the wallet.
    function walletOf(uint256 walletId) external view returns (Wallet memory);

    /// @return The wallet that `owner` registered; 0 if none.
    function idOf(address owner) external view returns (uint256);

    /// @return What the wallet has earned and not been paid, in wei.
    function owedTo(uint256 walletId) external view returns (uint256);

    /// @return Whether the wallet is certified now.
    function isCertified(uint256 walletId) external view returns (bool);

    /// @return Whether the wallet was certified at the end of second `timestamp`.
    function isCertifiedAt(uint256 walletId, uint256 timestamp) external view returns (bool);

    /// @return Which part of what is funded for `period` goes to the certified pool, in basis points.
    function certifiedShareAt(uint256 period) external view returns (uint256);

    /// @return linear What the linear pool of `period` would be if it were finalized next, in wei: its part of the period's
    /// funding, and what is rolled over. For a period that was finalized or passed, 0.
    /// @return certified The certified pool, likewise.
    function budgetOf(uint256 period) external view returns (uint256 linear, uint256 certified);

    /// @return linear What is rolled over to the linear pool of the next period that is finalized, in wei.
    /// @return certified What is rolled over to its certified pool.
    function carried() external view returns (uint256 linear, uint256 certified);

    /// @return Whether `period` was finalized.
    function isFinalized(uint256 period) external view returns (bool);

    /// @return The first period whose funding was neither finalized nor rolled over; those before it are passed.
    function firstOpenPeriod() external view returns (uint256);

    /// @return All that was ever funded, in wei.
    function totalFunded() external view returns (uint256);

    /// @return All that was ever paid out, in wei.
    function totalPaid() external view returns (uint256);

    /// @return What the reporter signs: the EIP-712 digest of `report`.
    function reportDigest(WalletReport calldata report) external view returns (bytes32);
}
