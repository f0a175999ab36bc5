// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { LockedBalance, Point } from "../libraries/LegacyStorage.sol";

/// @title ILegacyStakeWeightBridge
/// @notice Moves the locks of the legacy StakeWeight to StakeWeight. A lock with an end arrives as an Unlocking position that
/// ends on the same day, an ended one as an Unlocked position, a perpetual one as a Locked position with its preset.
///
/// Anyone may call {migrate} for anyone. A lock that cannot arrive stays where it is and {statusOf} tells why. Amounts are in
/// wei, times in unix seconds.
interface ILegacyStakeWeightBridge {
    /// @notice None: no lock, or none any more. Ready: {migrate} moves it. PositionExists: the owner has a position already; the
    /// lock waits until the owner calls {join}, or until that position was withdrawn. NotBacked: what was transferred in is
    /// not the amount. EndNotWeekStart, EndTooLate, NoPreset: no position can have its terms; the second becomes Ready as the
    /// end comes nearer.
    enum LockStatus {
        None,
        Ready,
        PositionExists,
        NotBacked,
        EndNotWeekStart,
        EndTooLate,
        NoPreset
    }

    /// @notice The lock of `account` with `amount` wei became its position.
    event LockMigrated(address indexed account, uint256 amount);

    /// @notice The lock of `account` stayed where it is.
    event LockLeft(address indexed account, LockStatus status);

    /// @notice `account` added its lock of `amount` wei to the position that it had already.
    event LockJoined(address indexed account, uint256 amount);

    /// @notice `account` took the `amount` wei out that had been transferred in for its ended lock.
    event LockWithdrawn(address indexed account, uint256 amount);

    /// @notice `account` made its perpetual lock one that ends at `end`, unix seconds.
    event UnlockInitiated(address indexed account, uint256 end);

    /// @notice The zero address was given where somebody has to stand.
    error ZeroAddress();

    /// @notice The legacy system locked another token than StakeWeight stakes.
    error WrongToken(address legacyToken, address token);

    /// @notice The lock of `account` cannot be joined to a position, by its status.
    error CannotJoin(address account, LockStatus status);

    /// @notice The lock lasts for another `lockRemaining` seconds, the position only for `positionRemaining`: relock it first.
    error LockOutlastsPosition(uint256 lockRemaining, uint256 positionRemaining);

    /// @notice The lock of `account` has not ended (`end` 0: it is perpetual), or there is none.
    error LockNotEnded(address account, uint256 end);

    /// @notice The lock of `account` ends at `end`, or there is none (`end` 0).
    error NotPerpetual(address account, uint256 end);

    /// @notice Nothing was ever transferred in for the lock of `account`.
    error NothingTransferred(address account);

    /// @notice The locks are frozen: nothing of the legacy system but what its distributor reads can be called any more.
    error LegacySystemFrozen(bytes4 selector);

    /// @notice Moves the locks of `accounts`; those that have none are passed over, those that cannot be moved are told by
    /// {LockLeft}. About 50,000 gas each in batches of 100.
    /// @return moved What was moved, in wei.
    /// @dev Reverts with {WrongToken}, or as StakeWeight does: while it is paused, or unless this contract is its migrator.
    function migrate(address[] calldata accounts) external returns (uint256 moved);

    /// @notice Adds the caller's lock to the position that the caller has already, on that position's terms, which must last
    /// at least as long as the lock.
    /// @return amount In wei.
    /// @dev Reverts with {CannotJoin} or {LockOutlastsPosition}, or as StakeWeight does.
    function join() external returns (uint256 amount);

    /// @notice Pays out what was transferred in for the caller's ended lock, without the way through StakeWeight.
    /// @return amount In wei.
    /// @dev Reverts with {LockNotEnded} or {NothingTransferred}. Works while StakeWeight is paused.
    function withdraw() external returns (uint256 amount);

    /// @notice Makes the caller's perpetual lock one that ends: at the last Thursday 00:00 UTC within its weeks, at most 105. It can
    /// then be moved with that end, or withdrawn here. The way out for a lock that cannot be moved as it is; one of 0 weeks has ended.
    /// @return end Unix seconds.
    /// @dev Reverts with {NotPerpetual}. Works while StakeWeight is paused.
    function initiateUnlock() external returns (uint256 end);

    /// @notice Brings the recorded total up to now, for the legacy distributor, which calls this: the points of all Thursdays
    /// since the last one, at most 255, and one for now. A week takes about 75,000 gas.
    function checkpoint() external;

    /// @notice {checkpoint} in parts, after a silence of years: at most `max` points.
    function checkpointWeeks(uint256 max) external;

    /// @return Where locks go.
    function stakeWeight() external view returns (address);

    /// @return What {migrate} would do with the lock of `account` now.
    function statusOf(address account) external view returns (LockStatus);

    /// @return The lock of `account` and the preset that it has if it is perpetual, in weeks.
    function lockOf(address account) external view returns (LockedBalance memory, uint256 presetWeeks);

    /// @return The lock of `account`, as the legacy system told it.
    function locks(address account) external view returns (LockedBalance memory);

    /// @return Σ amounts of the locks that are still here, backed or not, by the legacy system's count.
    function supply() external view returns (uint256);

    /// @return The legacy system's configuration.
    function config() external view returns (address);

    /// @return The number of the last point of the total.
    function epoch() external view returns (uint256);

    /// @return Point `index` of the total.
    function pointHistory(uint256 index) external view returns (Point memory);

    /// @return The number of the last point of `account`.
    function userPointEpoch(address account) external view returns (uint256);

    /// @return Point `index` of `account`.
    function userPointHistory(address account, uint256 index) external view returns (Point memory);

    /// @return Weight of all perpetual locks at point `index` of the total.
    function permanentSupplyByEpoch(uint256 index) external view returns (uint256);

    /// @return Weight of the perpetual lock of `account` at its point `index`.
    function userPermanentAt(address account, uint256 index) external view returns (uint256);
}
