// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IStakeWeight } from "../../staking/interfaces/IStakeWeight.sol";

/// @title IRewardDistributor
/// @notice Shares each week's reward among the stakers by stake weight.
///
/// The reward of the period that starts on Thursday T, 00:00 UTC, belongs to the positions that stood strictly before T, in
/// proportion to their weight at T. It can be claimed once the period is over, at any later time. A period in which nobody
/// has weight hands its reward to the next one.
///
/// Amounts are in wei, times in unix seconds. A week start is a multiple of 604,800. An account's reward of a stretch of
/// weeks is rounded down once per stretch in which its position did not change and once per claim.
interface IRewardDistributor {
    /// @notice `funder` added `amount` wei to the reward of the week from `weekStart`. The distributor itself stands for
    /// stray tokens.
    event PeriodFunded(address indexed funder, uint256 indexed weekStart, uint256 amount);

    /// @notice The week from `weekStart` is over and `reward` wei of it can be claimed. 0 if it had none, or handed it on.
    event PeriodClosed(uint256 indexed weekStart, uint256 reward);

    /// @notice Nobody had weight in the week from `weekStart`; its `amount` wei go to the next one.
    event PeriodRolledOver(uint256 indexed weekStart, uint256 amount);

    /// @notice `account` was paid `amount` wei, all that it earned up to the end of the week from `lastWeekStart`, to
    /// `recipient`: the stake weight contract if it was restaked.
    event Claimed(address indexed account, address indexed recipient, uint256 amount, uint256 lastWeekStart);

    /// @notice Rewards of `account` go to `recipient` from now on.
    event RecipientSet(address indexed account, address indexed recipient);

    /// @notice An amount of 0 was given.
    error ZeroAmount();

    /// @notice The zero address was given where somebody has to stand.
    error ZeroAddress();

    /// @notice The week from `weekStart` is over; the first that can be funded starts at `earliest`.
    error PeriodFinished(uint256 weekStart, uint256 earliest);

    /// @notice The week from `weekStart` is too far ahead; the last that can be funded starts at `latest`.
    error PeriodTooFarAhead(uint256 weekStart, uint256 latest);

    /// @notice A range of 0 weeks was given.
    error NoWeeks();

    /// @notice More than 2^96 − 1 wei would be held for rewards; at most `available` more fit.
    error FundingLimitExceeded(uint256 amount, uint256 available);

    /// @notice Neither here nor in the stake weight contract are there tokens without an owner.
    error NoStrayTokens();

    /// @notice Rewards cannot be sent to `recipient`: the zero address, this contract or the stake weight contract.
    error InvalidRecipient(address recipient);

    /// @notice `account` has no reward to claim.
    error NothingToRestake(address account);

    /// @notice The week from `weekStart` is not over before `end`.
    error PeriodNotFinished(uint256 weekStart, uint256 end);

    /// @notice Adds `amount` of the caller's tokens, which it approved, to the reward of a week.
    /// @param weekStart The running week's start or a later one, up to 104 weeks ahead.
    /// @dev Warning: funding cannot be taken back. Reverts with {ZeroAmount}, {NotWeekStart}, {PeriodFinished},
    /// {PeriodTooFarAhead}, {FundingLimitExceeded}, {TransferNotWhole} or EnforcedPause.
    function fund(uint256 weekStart, uint256 amount) external;

    /// @notice {fund} with `amountPerWeek` for each of `weekCount` weeks from `firstWeekStart` on.
    /// @dev Reverts like {fund}, or with {NoWeeks}.
    function fundRange(uint256 firstWeekStart, uint256 weekCount, uint256 amountPerWeek) external;

    /// @notice Turns tokens that were sent here, or to the stake weight contract, without {fund} or a stake into reward of
    /// the running week.
    /// @return amount In wei.
    /// @dev Reverts with {NoStrayTokens}, {FundingLimitExceeded} or EnforcedPause.
    function fundStrayTokens() external returns (uint256 amount);

    /// @notice Closes up to `max` finished weeks, the oldest first. Every claim closes what is left, so this is needed only
    /// after a silence of years, to spread the work over several transactions.
    /// @return closed How many weeks were closed.
    /// @dev Works while paused.
    function closeWeeks(uint256 max) external returns (uint256 closed);

    /// @notice Pays all that `account` is due to its recipient. Anyone may call.
    /// @return amount In wei; 0 if nothing is due, which is no error.
    /// @dev Closes every finished week first. Works while paused. What it costs depends on how often the position changed
    /// since the last claim, at most once per week; after years of that, {closeWeeks} and {claimThrough} do it in parts.
    function claim(address account) external returns (uint256 amount);

    /// @notice {claim} of the weeks up to the one from `lastWeekStart`, which must be over; later ones stay claimable.
    /// @return amount In wei; 0 if nothing is due.
    /// @dev Reverts with {NotWeekStart} or {PeriodNotFinished}. Works while paused.
    function claimThrough(address account, uint256 lastWeekStart) external returns (uint256 amount);

    /// @notice {claim} for each of `accounts`.
    /// @return amount The sum paid, in wei.
    /// @dev Works while paused. Warning: a recipient that the token refuses to pay fails the whole batch; leave it out.
    function claimMany(address[] calldata accounts) external returns (uint256 amount);

    /// @notice Adds all that the caller is due to its own Locked or Unlocking position. No approval is needed.
    /// @return amount In wei.
    /// @dev Reverts with {NothingToRestake}, or as {IStakeWeight-increaseAmount} does, with {IStakeWeight-NoActivePosition} or,
    /// while StakeWeight is paused, EnforcedPause; the reward stays claimable then. A pause of this contract does not stop it.
    function claimAndRestake() external returns (uint256 amount);

    /// @notice Sends the caller's rewards to `recipient` from now on; to the caller itself again by its own address.
    /// @dev Warning: rewards of past weeks that are not claimed yet go there as well. Reverts with {InvalidRecipient}.
    function setRecipient(address recipient) external;

    /// @notice Stops funding; claims go on. For the pauser.
    function pause() external;

    /// @notice Ends a pause. For the administrator.
    function unpause() external;

    /// @return The reward token.
    function token() external view returns (address);

    /// @return The contract whose stake weight rewards are shared by.
    function stakeWeight() external view returns (IStakeWeight);

    /// @return amount What {claim} pays for `account` in this very block, in wei.
    function claimable(address account) external view returns (uint256 amount);

    /// @return What `account` earned in the finished week from `weekStart`, claimed or not, in wei, rounded down on its own.
    /// @dev Reverts with {NotWeekStart} or {PeriodNotFinished}.
    function rewardOf(address account, uint256 weekStart) external view returns (uint256);

    /// @return Once the week is closed, what its stakers share, in wei, 0 if it was handed on; until then, what was funded
    /// for it and handed on to it so far. Weeks that are over but not closed hand on nothing yet.
    /// @dev Reverts with {NotWeekStart}.
    function rewardForPeriod(uint256 weekStart) external view returns (uint256);

    /// @return Where rewards of `account` go: itself unless it set another.
    function recipientOf(address account) external view returns (address);

    /// @return Start of the first week that is not closed yet, unix seconds.
    function firstOpenWeekStart() external view returns (uint256);

    /// @return Start of the first week whose reward `account` has not claimed, unix seconds; 0 before its first claim.
    function firstUnclaimedWeekStart(address account) external view returns (uint256);

    /// @return Σ of all funding ever, in wei.
    function totalFunded() external view returns (uint256);

    /// @return Σ of all rewards ever paid, in wei.
    function totalPaid() external view returns (uint256);
}
