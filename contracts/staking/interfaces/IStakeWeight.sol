// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Line } from "../libraries/Line.sol";

/// @title IStakeWeight
/// @notice Perpetual staking positions and the stake weight that they carry.
///
/// An account has at most one position: an amount and a preset, the unlock duration in weeks. While Locked its remaining
/// lock time stays at the preset. Once the owner initiates the unlock, it runs down to 0 at `unlockEnd`, a Thursday 00:00
/// UTC; from then on the position is Unlocked and can be withdrawn.
///
/// A part of a position can be held back for a slash: it keeps its weight, and is taken or given back by who held it back.
/// Until then it cannot be withdrawn.
///
///     stake weight = amount · remaining lock time / 209 weeks, rounded down
///
/// Stake weight is also votes (ERC-5805 on the clock of ERC-6372, unix seconds): everybody's own until delegated.
///
/// Amounts and weights are in wei, presets in whole weeks, times in unix seconds. A week start is a multiple of 604,800.
interface IStakeWeight {
    /// @notice None: no position. Locked: perpetual, no decay. Unlocking: decays to 0. Unlocked: weight 0, withdrawable.
    enum State {
        None,
        Locked,
        Unlocking,
        Unlocked
    }

    /// @param amount In wei.
    /// @param presetWeeks The chosen unlock duration in weeks; what the position was unlocked from while Unlocking, 0 if it arrived
    /// from the legacy system with an end.
    /// @param unlockEnd When the position becomes withdrawable, unix seconds; 0 while Locked.
    struct Position {
        uint256 amount;
        uint256 presetWeeks;
        uint256 unlockEnd;
        State state;
    }

    /// @notice A lock of the legacy system as it arrives here.
    /// @param account Its owner.
    /// @param amount In wei, above 0.
    /// @param presetWeeks Of a perpetual lock: 4, 8, 12, 26, 52, 78 or 104. Of one with an end: 0.
    /// @param unlockEnd When it ends, a week start in unix seconds, at most 105 weeks ahead, may be past; 0 if it is perpetual.
    struct LegacyLock {
        address account;
        uint256 amount;
        uint256 presetWeeks;
        uint256 unlockEnd;
    }

    /// @notice `account` opened a position with tokens of `payer`.
    event Staked(address indexed account, address indexed payer, uint256 amount, uint256 presetWeeks);

    /// @notice `payer` added `added` wei to the position of `account`, which holds `amount` wei now.
    event AmountIncreased(address indexed account, address indexed payer, uint256 added, uint256 amount);

    /// @notice `account` is Locked with `presetWeeks` now: its decay stopped, or its preset became longer.
    event Relocked(address indexed account, uint256 presetWeeks);

    /// @notice `account` started to leave and can withdraw from `unlockEnd` on, unix seconds.
    event UnlockInitiated(address indexed account, uint256 unlockEnd);

    /// @notice `account` took `amount` wei out: its whole position, or all but what is held back for a slash.
    event Withdrawn(address indexed account, uint256 amount);

    /// @notice A lock of the legacy system arrived as the position of `account`: Locked with `presetWeeks`, or, with a preset of
    /// 0, ending at `unlockEnd`, unix seconds.
    event Migrated(address indexed account, uint256 amount, uint256 presetWeeks, uint256 unlockEnd);

    /// @notice `operator` may, or no longer may, open and add to the position of `owner`.
    event OperatorSet(address indexed owner, address indexed operator, bool approved);

    /// @notice `amount` wei that were sent here without staking went to `distributor` as funding.
    event StrayTokensReleased(address indexed distributor, uint256 amount);

    /// @notice `amount` wei of the position of `account` were held back for a slash; `totalHeld` are held back of it now.
    event HeldForSlash(address indexed account, uint256 amount, uint256 totalHeld);

    /// @notice `amount` wei that were held back belong to `account` freely again; `totalHeld` are still held back.
    event HeldReleased(address indexed account, uint256 amount, uint256 totalHeld);

    /// @notice `amount` wei that were held back were taken from `account`, whose position has `amountLeft` wei now.
    event Slashed(address indexed account, uint256 amount, uint256 amountLeft);

    /// @notice An amount of 0 was given.
    error ZeroAmount();

    /// @notice The zero address was given where somebody has to stand.
    error ZeroAddress();

    /// @notice `presetWeeks` is none of 4, 8, 12, 26, 52, 78 and 104.
    error InvalidPreset(uint256 presetWeeks);

    /// @notice The preset is shorter than the remaining lock time, `remaining` seconds.
    error PresetTooShort(uint256 requestedWeeks, uint256 remaining);

    /// @notice All positions together would hold more than 2^96 − 1 wei; at most `available` more fit.
    error StakeLimitExceeded(uint256 amount, uint256 available);

    /// @notice `account` has a position already, of `amount` wei; an Unlocked one must be withdrawn first, and what is held
    /// back of it taken or released.
    error PositionExists(address account, uint256 amount);

    /// @notice `account` is neither Locked nor Unlocking.
    error NoActivePosition(address account, State state);

    /// @notice `account` must be Locked to initiate the unlock.
    error NotLocked(address account, State state);

    /// @notice `account` must be Unlocked to withdraw, which it is from `unlockEnd` on (0: no unlock was initiated).
    error NotUnlocked(address account, State state, uint256 unlockEnd);

    /// @notice `account` is Locked with `presetWeeks` already and nothing is added.
    error PositionUnchanged(address account, uint256 presetWeeks);

    /// @notice `caller` is neither `account` nor an operator that it approved.
    error NotOperator(address caller, address account);

    /// @notice `unlockEnd` lies after `latest`, unix seconds, the last one that a position can have now.
    error UnlockEndTooLate(uint256 unlockEnd, uint256 latest);

    /// @notice `slashBps` is more than one slash may hold back, `maxSlashBps` of 10,000 parts.
    error SlashTooLarge(uint256 slashBps, uint256 maxSlashBps);

    /// @notice `amount` is more than the `held` wei that are held back of the position of `account`, or not in whole gwei.
    error ExceedsHeld(address account, uint256 amount, uint256 held);

    /// @notice All that is left to `account`, `held` wei, is held back for a slash.
    error AllHeld(address account, uint256 held);

    /// @notice The contract holds no tokens beyond the positions' own.
    error NoStrayTokens();

    /// @notice Opens a Locked position of the caller, who must have approved `amount`.
    /// @param amount In wei, above 0.
    /// @param presetWeeks 4, 8, 12, 26, 52, 78 or 104.
    /// @dev Reverts with {ZeroAmount}, {InvalidPreset}, {PositionExists}, {StakeLimitExceeded}, {TransferNotWhole} or
    /// EnforcedPause.
    function stake(uint256 amount, uint256 presetWeeks) external;

    /// @notice {stake} with an ERC-2612 permit of the caller over `amount` in place of an approval.
    /// @dev A permit that somebody else used up in the meantime does no harm: what counts is the allowance.
    function stakeWithPermit(
        uint256 amount,
        uint256 presetWeeks,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice {stake} for `account`, paid by the caller: `account` itself or an operator that it approved.
    /// @dev Reverts like {stake}, or with {NotOperator}.
    function stakeFor(address account, uint256 amount, uint256 presetWeeks) external;

    /// @notice Adds `amount` wei to the caller's Locked or Unlocking position, on its terms: the preset and, while Unlocking,
    /// the end stay as they are.
    /// @dev Reverts with {ZeroAmount}, {NoActivePosition}, {StakeLimitExceeded}, {TransferNotWhole} or EnforcedPause.
    function increaseAmount(uint256 amount) external;

    /// @notice {increaseAmount} for `account`, paid by the caller: `account` itself or an operator that it approved.
    /// @dev Reverts like {increaseAmount}, or with {NotOperator}. The reward distributor and the bridge of the legacy system need
    /// no approval: they add a claimed reward and a legacy lock, and only when the owner itself calls for it.
    function increaseAmountFor(address account, uint256 amount) external;

    /// @notice Back from Unlocking to Locked, which stops the decay at once; or, while Locked, a longer preset.
    /// @param presetWeeks 4, 8, 12, 26, 52, 78 or 104, not less than the remaining lock time.
    /// @dev Reverts with {InvalidPreset}, {NoActivePosition}, {PresetTooShort}, {PositionUnchanged} or EnforcedPause.
    function relock(uint256 presetWeeks) external;

    /// @notice {increaseAmount} and {relock} in one transaction.
    /// @param amount In wei, may be 0. While Locked with `presetWeeks` already, the preset stays and only `amount` is added.
    /// @dev Reverts like {relock}, or with {StakeLimitExceeded} or {TransferNotWhole}.
    function update(uint256 amount, uint256 presetWeeks) external;

    /// @notice Starts to leave. The position is Unlocked from the last Thursday 00:00 UTC within the preset on, so this takes
    /// up to one week off the remaining lock time, and its share of the weight, at once.
    /// @dev Warning: it takes effect at once and only {relock} undoes it. Reverts with {NotLocked}. Works while paused.
    function initiateUnlock() external;

    /// @notice Pays out the whole Unlocked position, less what is held back for a slash. Without such a part, a new position
    /// may be opened afterwards.
    /// @return amount In wei.
    /// @dev What is held back stays as an Unlocked position with the same end and preset, so that nobody escapes a slash and
    /// nobody waits for the rest. It blocks a new position with {PositionExists} until it is taken, which leaves none, or
    /// released, after which a second call pays it out. Reverts with {NotUnlocked}, or with {AllHeld} if there is nothing
    /// else. Works while paused.
    function withdraw() external returns (uint256 amount);

    /// @notice Holds back a part of the position of `account`, in whatever state, until {slash} takes it or {releaseHeld} gives
    /// it back. For NodeRewards alone.
    /// @param slashBps Parts of 10,000 of the whole present amount, at most 100.
    /// @return amount What was held back now, in wei: rounded down to whole gwei, and at most what was not held back before.
    /// 0 if there is no position or nothing more to hold back; then nothing happens.
    /// @dev Changes neither weight nor votes, nor what is kept of the past. Of one position at most 2^63 − 1 gwei are held
    /// back at a time, 9.2 billion tokens of 18 decimals; what goes beyond is left out. Reverts with {SlashTooLarge}. Works
    /// while paused.
    function holdForSlash(address account, uint256 slashBps) external returns (uint256 amount);

    /// @notice Gives back `amount` wei that were held back of the position of `account`. For NodeRewards alone.
    /// @param amount In wei, whole gwei; 0 changes nothing.
    /// @dev Reverts with {ExceedsHeld}. Works while paused.
    function releaseHeld(address account, uint256 amount) external;

    /// @notice Takes `amount` wei that were held back out of the position of `account`, and pays them to the caller, NodeRewards
    /// alone. The position goes on with the rest on its terms; without a rest it is gone as after {withdraw}.
    /// @param amount In wei, whole gwei, above 0.
    /// @dev The weight is lower from this second on; the past stays. Reverts with {ZeroAmount} or {ExceedsHeld}. Works while
    /// paused, else a pause would keep what is held back from everybody.
    function slash(address account, uint256 amount) external;

    /// @notice Opens a position for each of `locks`, paid by the caller, the bridge of the legacy system, out of one approval.
    /// @dev Reverts with {ZeroAddress}, {ZeroAmount}, {PositionExists}, {InvalidPreset}, {NotWeekStart}, {UnlockEndTooLate},
    /// {StakeLimitExceeded}, {TransferNotWhole} or EnforcedPause.
    function migrate(LegacyLock[] calldata locks) external;

    /// @notice Lets `operator` open and add to the caller's position, out of the operator's own tokens, or forbids it again.
    /// @dev Warning: an operator can open a position with a preset of its choice, and grow its history. Reverts with
    /// {ZeroAddress}. Works while paused.
    function setOperator(address operator, bool approved) external;

    /// @notice Uses an ERC-2612 permit of the caller, to be batched with what spends it (see {Multicall}).
    /// @dev Never reverts: a permit that was used up or is invalid leaves the allowance to decide.
    function selfPermit(uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;

    /// @notice Hands all tokens beyond the positions' own to the reward distributor, the only one who may call this.
    /// @return amount In wei.
    /// @dev Reverts with {NoStrayTokens}.
    function releaseStrayTokens() external returns (uint256 amount);

    /// @notice Stops what brings tokens or risk in; leaving goes on. For the pauser.
    function pause() external;

    /// @notice Ends a pause. For the administrator.
    function unpause() external;

    /// @return The staked ERC-20 token.
    function token() external view returns (address);

    /// @return The position of `account`, all zero if it has none.
    function positionOf(address account) external view returns (Position memory);

    /// @notice The weights of many accounts, like {weightAt}, and who of them is Locked with enough: in one call.
    /// @param accounts At most 256.
    /// @param timestamp Of the weights.
    /// @param minAmount In wei.
    /// @return weights In wei.
    /// @return locked One bit per account: whether its position is Locked now, of at least `minAmount` and with a preset of at
    /// least `minPresetWeeks`.
    function weightsAt(
        address[] calldata accounts,
        uint256 timestamp,
        uint256 minAmount,
        uint256 minPresetWeeks
    ) external view returns (uint256[] memory weights, uint256 locked);

    /// @return How much of the position of `account` is held back for a slash, in wei; never more than its amount.
    function heldOf(address account) external view returns (uint256);

    /// @return Remaining lock time of `account` in seconds: the preset while Locked, what is left while Unlocking, else 0. Weight
    /// follows from it; the wait from an unlock on is up to one week shorter than the preset.
    function remainingLockTime(address account) external view returns (uint256);

    /// @return Whether `operator` may open and add to the position of `owner`.
    function isOperator(address owner, address operator) external view returns (bool);

    /// @return Stake weight of `account` now, in wei, rounded down.
    function weightOf(address account) external view returns (uint256);

    /// @return Stake weight of `account` at the end of second `timestamp`, in wei, rounded down. A later time than now is
    /// projected from today's state.
    function weightAt(address account, uint256 timestamp) external view returns (uint256);

    /// @return Stake weight of all positions now, in wei, rounded down once: at least the sum of the single ones, and less
    /// than one wei per position more.
    function totalWeight() external view returns (uint256);

    /// @return Stake weight of all positions at the end of second `timestamp`, like {weightAt}.
    function totalWeightAt(uint256 timestamp) external view returns (uint256);

    /// @return The weight of `account` that counts for the rewards of the week from `weekStart`: at that second, of the
    /// position that stood strictly before it. In wei, rounded down.
    /// @dev Reverts with {NotWeekStart}.
    function weightForPeriod(address account, uint256 weekStart) external view returns (uint256);

    /// @return The weight of all positions that counts for the rewards of the week from `weekStart`, like {weightForPeriod}.
    /// @dev Reverts with {NotWeekStart}.
    function totalWeightForPeriod(uint256 weekStart) external view returns (uint256);

    /// @notice The line that counts for `account` in the rewards of the week from `weekStart`, exact.
    /// @return line The position's line as it stood strictly before `weekStart`.
    /// @return sinceWeekStart The first week start for which the same line counts, unix seconds.
    /// @dev Reverts with {NotWeekStart}.
    function lineForPeriod(
        address account,
        uint256 weekStart
    ) external view returns (Line memory line, uint256 sinceWeekStart);

    /// @notice The totals that count for the rewards of `count` weeks from `weekStart` on, exact.
    /// @return tokenWeeks Σ amount · remaining lock time, in wei · weeks, week by week.
    /// @dev Reverts with {NotWeekStart}.
    function totalTokenWeeksForPeriods(
        uint256 weekStart,
        uint256 count
    ) external view returns (uint256[] memory tokenWeeks);

    /// @return Σ amounts of all positions, Unlocked ones included, in wei.
    function totalStaked() external view returns (uint256);

    /// @return Name of the stake weight, for wallets to show.
    function name() external view returns (string memory);

    /// @return Symbol of the stake weight, for wallets to show.
    function symbol() external view returns (string memory);

    /// @return Decimals of the stake weight: those of the token.
    function decimals() external view returns (uint8);
}
