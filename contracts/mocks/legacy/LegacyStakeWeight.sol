// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { LegacyConfig } from "./LegacyConfig.sol";
import { LegacyStakeWeightStorage, LockedBalance, Point, legacyStorage } from "./LegacyStakeWeightStorage.sol";

/// @title LegacyStakeWeight
/// @notice Stands for the first generation of the legacy contract: locks that decay from the day they are made. Their weights
/// are summed as points, one per change and one per Thursday, and what ends on a Thursday is a change of slope there.
contract LegacyStakeWeight is Initializable {
    using SafeCast for int256;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    enum DepositType {
        DepositFor,
        CreateLock,
        IncreaseAmount,
        IncreaseUnlockTime
    }

    /// @notice The time, in seconds, that a lock would need for a weight of its whole amount.
    uint256 public constant MAX_LOCK_CAP = 209 weeks - 1;

    /// @dev Most points that one checkpoint appends.
    uint256 private constant MAX_STEPS = 255;

    /// @dev Blocks per second are kept with this scale.
    uint256 private constant BLOCK_SCALE = 1e18;

    event Deposit(address indexed provider, uint256 value, uint256 locktime, uint256 depositType, uint256 timestamp);
    event Withdraw(address indexed provider, uint256 value, uint256 timestamp);
    event Supply(uint256 prevSupply, uint256 supply);

    error ZeroAmount();
    error AlreadyLocked(address account);
    error NotLocked(address account);
    error LockEnded(uint256 end);
    error LockNotEnded(uint256 end);
    error UnlockTimeOutOfRange(uint256 unlockTime);

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }

    function initialize(address config) external initializer {
        LegacyStakeWeightStorage storage $ = legacyStorage();
        $.config = config;
        $.maxLock = 105 weeks - 1;
        $.pointHistory.push(Point({ bias: 0, slope: 0, timestamp: block.timestamp, blockNumber: block.number }));
    }

    function createLock(uint256 amount, uint256 unlockTime) external {
        _createLock(msg.sender, amount, unlockTime, true);
    }

    /// @notice Locks tokens that stay with a vesting contract. (Here anyone may call it.)
    function createLockUntransferred(address owner, uint256 amount, uint256 unlockTime) external {
        _createLock(owner, amount, unlockTime, false);
    }

    function increaseLockAmount(uint256 amount) external {
        _increaseLockAmount(msg.sender, amount, true);
    }

    /// @notice Adds tokens that stay with a vesting contract. (Here anyone may call it.)
    function increaseLockAmountUntransferred(address owner, uint256 amount) external {
        _increaseLockAmount(owner, amount, false);
    }

    function increaseUnlockTime(uint256 unlockTime) external {
        uint256 end = _requireRunning(msg.sender).end;
        uint256 newEnd = _floorWeek(unlockTime);
        require(newEnd > end && newEnd <= block.timestamp + legacyStorage().maxLock, UnlockTimeOutOfRange(newEnd));
        _deposit(msg.sender, 0, newEnd, DepositType.IncreaseUnlockTime, true);
    }

    /// @notice Ends an expired lock and pays what was transferred for it.
    function withdrawAll() external {
        LegacyStakeWeightStorage storage $ = legacyStorage();
        LockedBalance memory lock = $.locks[msg.sender];
        require(lock.end != 0, NotLocked(msg.sender));
        require(lock.end <= block.timestamp, LockNotEnded(lock.end));
        uint256 supplyBefore = $.supply;
        $.supply = supplyBefore - int256(lock.amount).toUint256();
        delete $.locks[msg.sender];
        _checkpoint(msg.sender, lock, $.locks[msg.sender]);
        _token().safeTransfer(msg.sender, lock.transferredAmount);
        emit Withdraw(msg.sender, lock.transferredAmount, block.timestamp);
        emit Supply(supplyBefore, $.supply);
    }

    /// @notice Appends the points of all Thursdays since the last one, and one for now.
    function checkpoint() external {
        LockedBalance memory none;
        _checkpoint(address(0), none, none);
    }

    function locks(address account) external view returns (LockedBalance memory) {
        return legacyStorage().locks[account];
    }

    function supply() external view returns (uint256) {
        return legacyStorage().supply;
    }

    function maxLock() external view returns (uint256) {
        return legacyStorage().maxLock;
    }

    /// @return Index of the last point of the total.
    function epoch() external view returns (uint256) {
        return legacyStorage().epoch;
    }

    function pointHistory(uint256 index) external view returns (Point memory) {
        return legacyStorage().pointHistory[index];
    }

    /// @return Index of the account's last point; 0 before its first lock.
    function userPointEpoch(address account) external view returns (uint256) {
        return legacyStorage().userPointEpoch[account];
    }

    function userPointHistory(address account, uint256 index) external view returns (Point memory) {
        return legacyStorage().userPointHistory[account][index];
    }

    function slopeChanges(uint256 weekStart) external view returns (int128) {
        return legacyStorage().slopeChanges[weekStart];
    }

    function balanceOf(address account) external view returns (uint256) {
        return balanceOfAt(account, block.timestamp);
    }

    function totalSupply() external view returns (uint256) {
        return totalSupplyAt(block.timestamp);
    }

    /// @return Weight of `account` at `timestamp`; of the future, as its lock stands.
    function balanceOfAt(address account, uint256 timestamp) public view virtual returns (uint256) {
        Point[] storage points = legacyStorage().userPointHistory[account];
        if (points.length == 0) return 0;
        Point memory point = points[_indexAt(points, timestamp)];
        if (timestamp < point.timestamp) return 0;
        return int256(_biasAt(point, timestamp)).toUint256();
    }

    /// @return Weight of all at `timestamp`; of the future, as their locks stand.
    function totalSupplyAt(uint256 timestamp) public view virtual returns (uint256) {
        Point[] storage points = legacyStorage().pointHistory;
        Point memory point = points[_indexAt(points, timestamp)];
        for (uint256 step = 0; step < MAX_STEPS && point.timestamp < timestamp; ++step) _advance(point, timestamp);
        return int256(point.bias).toUint256();
    }

    /// @dev Changes a lock's amount, its end, or both, and pulls the tokens unless they stay elsewhere.
    function _deposit(
        address owner,
        uint256 amount,
        uint256 end,
        DepositType depositType,
        bool isTransferred
    ) internal {
        LegacyStakeWeightStorage storage $ = legacyStorage();
        LockedBalance memory oldLock = $.locks[owner];
        LockedBalance memory newLock = LockedBalance({
            amount: oldLock.amount + _toInt128(amount),
            end: end,
            transferredAmount: oldLock.transferredAmount + (isTransferred ? amount : 0)
        });
        uint256 supplyBefore = $.supply;
        $.supply = supplyBefore + amount;
        $.locks[owner] = newLock;
        _checkpoint(owner, oldLock, newLock);
        if (isTransferred && amount != 0) _token().safeTransferFrom(msg.sender, address(this), amount);
        emit Deposit(owner, amount, end, uint256(depositType), block.timestamp);
        emit Supply(supplyBefore, $.supply);
    }

    /// @dev Brings the total up to date and, unless `account` is zero, replaces that account's lock in it.
    function _checkpoint(address account, LockedBalance memory oldLock, LockedBalance memory newLock) internal virtual {
        Point memory total = _appendPoints();
        if (account == address(0)) return;
        LegacyStakeWeightStorage storage $ = legacyStorage();
        Point memory oldPoint = _pointOf(oldLock);
        Point memory newPoint = _pointOf(newLock);
        total.bias = _orZero(total.bias + newPoint.bias - oldPoint.bias);
        total.slope = _orZero(total.slope + newPoint.slope - oldPoint.slope);
        $.pointHistory[$.epoch] = total;
        // A slope change is what the slope rises by, so an end is entered as a negative one.
        if (oldLock.end > block.timestamp) $.slopeChanges[oldLock.end] += oldPoint.slope;
        if (newLock.end > block.timestamp) $.slopeChanges[newLock.end] -= newPoint.slope;
        Point[] storage userPoints = $.userPointHistory[account];
        if (userPoints.length == 0) userPoints.push();
        userPoints.push(newPoint);
        ++$.userPointEpoch[account];
    }

    /// @return lock The account's lock, which decays and has not ended.
    function _requireRunning(address account) internal view returns (LockedBalance memory lock) {
        lock = legacyStorage().locks[account];
        require(lock.end != 0, NotLocked(account));
        require(lock.end > block.timestamp, LockEnded(lock.end));
    }

    function _requireNew(address account, uint256 amount) internal view {
        require(amount != 0, ZeroAmount());
        require(legacyStorage().locks[account].amount == 0, AlreadyLocked(account));
    }

    /// @return low Index of the last point at or before `timestamp`; 0 if there is none.
    function _indexAt(Point[] storage points, uint256 timestamp) internal view returns (uint256 low) {
        uint256 high = points.length - 1;
        while (low < high) {
            uint256 middle = (low + high + 1) / 2;
            if (points[middle].timestamp <= timestamp) low = middle;
            else high = middle - 1;
        }
    }

    function _floorWeek(uint256 timestamp) internal pure returns (uint256) {
        return timestamp - (timestamp % 1 weeks);
    }

    function _createLock(address owner, uint256 amount, uint256 unlockTime, bool isTransferred) private {
        _requireNew(owner, amount);
        uint256 end = _floorWeek(unlockTime);
        require(end > block.timestamp && end <= block.timestamp + legacyStorage().maxLock, UnlockTimeOutOfRange(end));
        _deposit(owner, amount, end, DepositType.CreateLock, isTransferred);
    }

    function _increaseLockAmount(address owner, uint256 amount, bool isTransferred) private {
        require(amount != 0, ZeroAmount());
        _deposit(owner, amount, _requireRunning(owner).end, DepositType.IncreaseAmount, isTransferred);
    }

    /// @return point The last of the points appended, which is the present one unless {MAX_STEPS} weeks were not enough.
    function _appendPoints() private returns (Point memory point) {
        LegacyStakeWeightStorage storage $ = legacyStorage();
        uint256 last = $.epoch;
        point = $.pointHistory[last];
        uint256 startTime = point.timestamp;
        uint256 startBlock = point.blockNumber;
        uint256 blockRate = 0;
        if (block.timestamp > startTime) {
            blockRate = (BLOCK_SCALE * (block.number - startBlock)) / (block.timestamp - startTime);
        }
        for (uint256 step = 0; step < MAX_STEPS; ++step) {
            _advance(point, block.timestamp);
            bool isPresent = point.timestamp == block.timestamp;
            point.blockNumber =
                isPresent ? block.number : startBlock + (blockRate * (point.timestamp - startTime)) / BLOCK_SCALE;
            $.pointHistory.push(point);
            ++last;
            if (isPresent) break;
        }
        $.epoch = last;
    }

    /// @dev Moves a point of the total to the next Thursday, or to `limit` if that comes first.
    function _advance(Point memory point, uint256 limit) private view {
        uint256 weekStart = _floorWeek(point.timestamp) + 1 weeks;
        uint256 timestamp = Math.min(weekStart, limit);
        point.bias = _biasAt(point, timestamp);
        if (timestamp == weekStart) point.slope = _orZero(point.slope + legacyStorage().slopeChanges[weekStart]);
        point.timestamp = timestamp;
    }

    /// @return The lock's point at present, without weight if it has ended or does not decay.
    function _pointOf(LockedBalance memory lock) private view returns (Point memory) {
        // Rounds down.
        int128 slope = lock.end > block.timestamp ? lock.amount / _toInt128(MAX_LOCK_CAP) : int128(0);
        int128 bias = slope == 0 ? int128(0) : slope * _toInt128(lock.end - block.timestamp);
        return Point({ bias: bias, slope: slope, timestamp: block.timestamp, blockNumber: block.number });
    }

    function _token() private view returns (IERC20) {
        return IERC20(LegacyConfig(legacyStorage().config).getL2wct());
    }

    function _biasAt(Point memory point, uint256 timestamp) private pure returns (int128) {
        return _orZero(point.bias - point.slope * _toInt128(timestamp - point.timestamp));
    }

    function _orZero(int128 value) private pure returns (int128) {
        return value < 0 ? int128(0) : value;
    }

    function _toInt128(uint256 value) private pure returns (int128) {
        return value.toInt256().toInt128();
    }
}
