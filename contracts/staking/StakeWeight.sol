// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { AccessControlEnumerableUpgradeable } from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlEnumerableUpgradeable.sol";
import { MulticallUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/MulticallUpgradeable.sol";
import { PausableUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { IERC20Metadata } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import { IERC20Permit } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { Preset } from "../libraries/Preset.sol";
import { Week } from "../libraries/Week.sol";
import { WholeTransfer } from "../libraries/WholeTransfer.sol";
import { IStakeWeight } from "./interfaces/IStakeWeight.sol";
import { StakeVotes } from "./StakeVotes.sol";
import { MAX_END_WEEKS_AHEAD } from "./libraries/LedgerHead.sol";
import { Line } from "./libraries/Line.sol";
import { LineHistory } from "./libraries/LineHistory.sol";
import { MAX_HELD, packStake, Stake } from "./libraries/Stake.sol";
import { WeightLedger } from "./libraries/WeightLedger.sol";

/// @title StakeWeight
/// @notice Keeps every account's position, its tokens, and the exact weight of each and of all, now, at every past second
/// and projected ahead. Called by stakers, by operators that they approved, by the reward distributor, which may add to a
/// position and collect stray tokens, and by the node rewards, which may hold back and take a part of a position. Trusts the
/// token to be an honest ERC-20; a deposit that arrives short is refused.
contract StakeWeight is
    IStakeWeight,
    StakeVotes,
    AccessControlEnumerableUpgradeable,
    PausableUpgradeable,
    MulticallUpgradeable,
    ReentrancyGuardTransient
{
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @custom:storage-location erc7201:wct.storage.StakeWeight
    struct StakeWeightStorage {
        mapping(address account => Stake) stakes;
        mapping(address account => LineHistory) histories;
        WeightLedger total;
        mapping(address owner => mapping(address operator => bool approved)) operators;
    }

    /// @notice May pause.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    /// @notice May add to any position out of its own tokens, and collect stray tokens. For the RewardDistributor alone.
    bytes32 public constant DISTRIBUTOR_ROLE = keccak256("DISTRIBUTOR_ROLE");

    /// @notice May open positions for others out of its own tokens, with the terms of legacy locks, and add to any. For the
    /// LegacyStakeWeightBridge alone, while there is something to migrate.
    bytes32 public constant MIGRATOR_ROLE = keccak256("MIGRATOR_ROLE");

    /// @notice May hold back and take part of a position. For NodeRewards alone.
    bytes32 public constant SLASHER_ROLE = keccak256("SLASHER_ROLE");

    /// @notice The most that one slash may hold back, in parts of 10,000 of the amount: 1 %.
    uint256 public constant MAX_SLASH_BPS = 100;

    uint256 private constant BPS = 10_000;

    /// @dev keccak256(abi.encode(uint256(keccak256("wct.storage.StakeWeight")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STORAGE_LOCATION = 0xecf665a3bc7b4cf382c3da3558c3d6109ee8a805092fff4b8773b94427457300;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IERC20 private immutable TOKEN;

    /// @param stakedToken The ERC-20 to stake.
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IERC20 stakedToken) {
        require(address(stakedToken) != address(0), ZeroAddress());
        TOKEN = stakedToken;
        _disableInitializers();
    }

    /// @notice Sets the proxy up, once.
    /// @param admin Receives the administrator role, which grants all others.
    /// @dev The parents have nothing to set up: the name and version of the EIP-712 domain are constants.
    /// @custom:oz-upgrades-unsafe-allow missing-initializer-call
    function initialize(address admin) external initializer {
        require(admin != address(0), ZeroAddress());
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    /// @inheritdoc IStakeWeight
    function stake(uint256 amount, uint256 presetWeeks) external {
        _open(msg.sender, amount, presetWeeks);
    }

    /// @inheritdoc IStakeWeight
    function stakeWithPermit(
        uint256 amount,
        uint256 presetWeeks,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        selfPermit(amount, deadline, v, r, s);
        _open(msg.sender, amount, presetWeeks);
    }

    /// @inheritdoc IStakeWeight
    function stakeFor(address account, uint256 amount, uint256 presetWeeks) external {
        _requireMayAdd(account);
        _open(account, amount, presetWeeks);
    }

    /// @inheritdoc IStakeWeight
    function increaseAmount(uint256 amount) external {
        _increase(msg.sender, amount);
    }

    /// @inheritdoc IStakeWeight
    function increaseAmountFor(address account, uint256 amount) external {
        // Both add to positions for owners who asked them to.
        if (!hasRole(DISTRIBUTOR_ROLE, msg.sender) && !hasRole(MIGRATOR_ROLE, msg.sender)) _requireMayAdd(account);
        _increase(account, amount);
    }

    /// @inheritdoc IStakeWeight
    function relock(uint256 presetWeeks) external {
        _update(msg.sender, 0, presetWeeks);
    }

    /// @inheritdoc IStakeWeight
    function update(uint256 amount, uint256 presetWeeks) external {
        _update(msg.sender, amount, presetWeeks);
    }

    /// @inheritdoc IStakeWeight
    function initiateUnlock() external {
        Stake before = _stakeOf(msg.sender);
        State state = _stateOf(before);
        require(state == State.Locked, NotLocked(msg.sender, state));

        uint256 endWeek = (Week.current() + before.presetWeeks()).toUint16();
        _record(msg.sender, before, before.amount(), before.presetWeeks(), endWeek);
        emit UnlockInitiated(msg.sender, Week.start(endWeek));
    }

    /// @inheritdoc IStakeWeight
    function withdraw() external nonReentrant returns (uint256 amount) {
        Stake before = _storage().stakes[msg.sender];
        State state = _stateOf(before);
        require(state == State.Unlocked, NotUnlocked(msg.sender, state, Week.start(before.endWeek())));

        uint256 held = before.held();
        amount = before.amount() - held;
        require(amount != 0, AllHeld(msg.sender, held));

        _recordLess(msg.sender, before, held);
        emit Withdrawn(msg.sender, amount);
        _pay(amount);
    }

    /// @inheritdoc IStakeWeight
    function holdForSlash(address account, uint256 slashBps) external onlyRole(SLASHER_ROLE) returns (uint256 amount) {
        require(slashBps <= MAX_SLASH_BPS, SlashTooLarge(slashBps, MAX_SLASH_BPS));
        Stake current = _stakeOf(account);
        uint256 held = current.held();
        uint256 most = Math.min(current.amount(), MAX_HELD);
        // Rounded down to whole gwei: never more than was asked for, than there is, or than fits.
        Stake afterwards = current.withHeld(Math.min(held + (current.amount() * slashBps) / BPS, most));
        amount = afterwards.held() - held;
        if (amount != 0) {
            _setStake(account, afterwards);
            emit HeldForSlash(account, amount, held + amount);
        }
    }

    /// @inheritdoc IStakeWeight
    function releaseHeld(address account, uint256 amount) external onlyRole(SLASHER_ROLE) {
        Stake afterwards = _withLessHeld(account, amount);
        _setStake(account, afterwards);
        emit HeldReleased(account, amount, afterwards.held());
    }

    /// @inheritdoc IStakeWeight
    function slash(address account, uint256 amount) external onlyRole(SLASHER_ROLE) nonReentrant {
        _requireAmount(amount);
        Stake before = _withLessHeld(account, amount);
        uint256 amountLeft = before.amount() - amount;

        _recordLess(account, before, amountLeft);
        emit Slashed(account, amount, amountLeft);
        _pay(amount);
    }

    /// @inheritdoc IStakeWeight
    function migrate(LegacyLock[] calldata locks) external onlyRole(MIGRATOR_ROLE) whenNotPaused nonReentrant {
        uint256 sum = 0;
        // As many as the caller can pay the gas for; the migration goes in batches.
        for (uint256 i = 0; i < locks.length; ++i) {
            _migrate(locks[i]);
            sum += locks[i].amount;
        }
        _pull(sum);
    }

    /// @inheritdoc IStakeWeight
    function setOperator(address operator, bool approved) external {
        require(operator != address(0), ZeroAddress());
        _storage().operators[msg.sender][operator] = approved;
        emit OperatorSet(msg.sender, operator, approved);
    }

    /// @inheritdoc IStakeWeight
    function releaseStrayTokens() external nonReentrant onlyRole(DISTRIBUTOR_ROLE) returns (uint256 amount) {
        amount = Math.saturatingSub(TOKEN.balanceOf(address(this)), totalStaked());
        require(amount != 0, NoStrayTokens());
        emit StrayTokensReleased(msg.sender, amount);
        _pay(amount);
    }

    /// @inheritdoc IStakeWeight
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @inheritdoc IStakeWeight
    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    /// @inheritdoc IStakeWeight
    function token() external view returns (address) {
        return address(TOKEN);
    }

    /// @inheritdoc IStakeWeight
    function positionOf(address account) external view returns (Position memory) {
        Stake current = _stakeOf(account);
        return
            Position({
                amount: current.amount(),
                presetWeeks: current.presetWeeks(),
                unlockEnd: Week.start(current.endWeek()),
                state: _stateOf(current)
            });
    }

    /// @inheritdoc IStakeWeight
    function weightsAt(
        address[] calldata accounts,
        uint256 timestamp,
        uint256 minAmount,
        uint256 minPresetWeeks
    ) external view returns (uint256[] memory weights, uint256 locked) {
        weights = new uint256[](accounts.length);
        // Bounded by the caller's list.
        for (uint256 i = 0; i < accounts.length; ++i) {
            address account = accounts[i];
            Stake current = _stakeOf(account);
            if (current.isLockedFor(minAmount, minPresetWeeks)) locked |= 1 << i;
            bool wasLocked = current.endWeek() == 0 && current.changedAt() <= timestamp;
            weights[i] = wasLocked ? current.lockedWeight() : weightAt(account, timestamp);
        }
    }

    /// @inheritdoc IStakeWeight
    function heldOf(address account) external view returns (uint256) {
        return _stakeOf(account).held();
    }

    /// @inheritdoc IStakeWeight
    function remainingLockTime(address account) external view returns (uint256) {
        return _remaining(_stakeOf(account));
    }

    /// @inheritdoc IStakeWeight
    function weightOf(address account) external view returns (uint256) {
        return weightAt(account, block.timestamp);
    }

    /// @inheritdoc IStakeWeight
    function totalWeight() external view returns (uint256) {
        return totalWeightAt(block.timestamp);
    }

    /// @inheritdoc IStakeWeight
    function weightForPeriod(address account, uint256 weekStart) external view returns (uint256) {
        (Line memory line, ) = lineForPeriod(account, weekStart);
        return line.weightAt(weekStart);
    }

    /// @inheritdoc IStakeWeight
    function totalWeightForPeriod(uint256 weekStart) external view returns (uint256) {
        uint256 tokenWeeks = totalTokenWeeksForPeriods(weekStart, 1)[0];
        return Line({ intercept: tokenWeeks, slope: 0 }).weightAt(weekStart);
    }

    /// @inheritdoc IStakeWeight
    function decimals() external view returns (uint8) {
        return IERC20Metadata(address(TOKEN)).decimals();
    }

    /// @inheritdoc IStakeWeight
    function symbol() external pure returns (string memory) {
        return "swWCT";
    }

    /// @inheritdoc IStakeWeight
    function selfPermit(uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) public {
        // Whoever sees the signature may use it first. The permit's only effect is the allowance, so that is what decides.
        // solhint-disable-next-line no-empty-blocks
        try IERC20Permit(address(TOKEN)).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
    }

    /// @inheritdoc IStakeWeight
    function isOperator(address owner, address operator) public view returns (bool) {
        return _storage().operators[owner][operator];
    }

    /// @inheritdoc IStakeWeight
    function weightAt(
        address account,
        uint256 timestamp
    ) public view override(IStakeWeight, StakeVotes) returns (uint256) {
        (Line memory line, ) = _lineUntil(account, _stakeOf(account), timestamp);
        return line.weightAt(timestamp);
    }

    /// @inheritdoc IStakeWeight
    function totalWeightAt(uint256 timestamp) public view override(IStakeWeight, StakeVotes) returns (uint256) {
        return _storage().total.lineAt(timestamp).weightAt(timestamp);
    }

    /// @inheritdoc IStakeWeight
    function lineForPeriod(
        address account,
        uint256 weekStart
    ) public view returns (Line memory line, uint256 sinceWeekStart) {
        uint256 week = Week.startingAt(weekStart);
        // Nothing stands strictly before second 0.
        if (week == 0) return (line, 0);
        uint256 timestamp;
        (line, timestamp) = _lineUntil(account, _stakeOf(account), weekStart - 1);
        // A line counts from the first week that starts strictly after its own second.
        sinceWeekStart = timestamp == 0 ? 0 : Week.start(Week.at(timestamp) + 1);
    }

    /// @inheritdoc IStakeWeight
    function totalTokenWeeksForPeriods(
        uint256 weekStart,
        uint256 count
    ) public view returns (uint256[] memory tokenWeeks) {
        return _storage().total.tokenWeeksBefore(Week.startingAt(weekStart), count);
    }

    /// @inheritdoc IStakeWeight
    function totalStaked() public view returns (uint256) {
        return _storage().total.head.staked();
    }

    /// @inheritdoc IStakeWeight
    function name() public pure returns (string memory) {
        return "WCT Stake Weight";
    }

    function _setDelegated(address account, bool isDelegated) internal override {
        _setStake(account, _stakeOf(account).withDelegated(isDelegated));
    }

    function _stakeOf(address account) internal view override returns (Stake) {
        return _storage().stakes[account];
    }

    /// @dev The domain of signatures needs no storage and no initializer.
    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Name() internal pure override returns (string memory) {
        return name();
    }

    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Version() internal pure override returns (string memory) {
        return "1";
    }

    function _open(address account, uint256 amount, uint256 presetWeeks) private whenNotPaused nonReentrant {
        _requireAmount(amount);
        _requirePreset(presetWeeks);
        _recordNew(account, amount, presetWeeks, 0);
        emit Staked(account, msg.sender, amount, presetWeeks);
        _pull(amount);
    }

    function _migrate(LegacyLock calldata lock) private {
        require(lock.account != address(0), ZeroAddress());
        _requireAmount(lock.amount);
        if (lock.unlockEnd == 0) _requirePreset(lock.presetWeeks);
        else require(lock.presetWeeks == 0, InvalidPreset(lock.presetWeeks));
        uint256 endWeek = Week.startingAt(lock.unlockEnd);
        uint256 latestWeek = Week.current() + MAX_END_WEEKS_AHEAD;
        require(endWeek <= latestWeek, UnlockEndTooLate(lock.unlockEnd, Week.start(latestWeek)));

        _recordNew(lock.account, lock.amount, lock.presetWeeks, endWeek);
        emit Migrated(lock.account, lock.amount, lock.presetWeeks, lock.unlockEnd);
    }

    function _increase(address account, uint256 amount) private whenNotPaused nonReentrant {
        _requireAmount(amount);
        Stake before = _activeStake(account);
        _recordMore(account, before, amount, before.presetWeeks(), before.endWeek());
        _pull(amount);
    }

    function _update(address account, uint256 amount, uint256 presetWeeks) private whenNotPaused nonReentrant {
        _requirePreset(presetWeeks);
        Stake before = _activeStake(account);
        uint256 remaining = _remaining(before);
        require(presetWeeks * 1 weeks >= remaining, PresetTooShort(presetWeeks, remaining));
        bool relocks = before.endWeek() != 0 || before.presetWeeks() != presetWeeks;
        require(relocks || amount != 0, PositionUnchanged(account, presetWeeks));

        _recordMore(account, before, amount, presetWeeks, 0);
        if (relocks) emit Relocked(account, presetWeeks);
        if (amount != 0) _pull(amount);
    }

    function _recordNew(address account, uint256 amount, uint256 presetWeeks, uint256 endWeek) private {
        Stake before = _stakeOf(account);
        require(before.amount() == 0, PositionExists(account, before.amount()));
        _requireRoom(amount);
        _record(account, before, amount, presetWeeks, endWeek);
    }

    /// @dev Records that `added`, maybe 0, comes to a position, which has these terms from now on.
    function _recordMore(address account, Stake before, uint256 added, uint256 presetWeeks, uint256 endWeek) private {
        _requireRoom(added);
        uint256 amount = before.amount() + added;
        _record(account, before, amount, presetWeeks, endWeek);
        if (added != 0) emit AmountIncreased(account, msg.sender, added, amount);
    }

    /// @dev Records that only `amount` is left of a position, on the same terms; of nothing, no terms are kept.
    function _recordLess(address account, Stake before, uint256 amount) private {
        if (amount == 0) _record(account, before, 0, 0, 0);
        else _record(account, before, amount, before.presetWeeks(), before.endWeek());
    }

    /// @dev Writes a change everywhere it shows: the account's history and present state, and the total. An earlier state of
    /// the same second leaves no trace, because nothing is told of the inside of a second. What `before` holds back stays so.
    function _record(address account, Stake before, uint256 amount, uint256 presetWeeks, uint256 endWeek) private {
        StakeWeightStorage storage $ = _storage();
        uint256 changes = before.changes();
        if (before.changedAt() != 0 && before.changedAt() != block.timestamp) {
            $.histories[account].set(changes, before.changedAt(), before.line());
            // At one change a second, 2^32 take 136 years.
            ++changes;
        }
        Stake afterwards = packStake(amount, presetWeeks, endWeek, block.timestamp, changes).withFlagsOf(before);
        $.stakes[account] = afterwards;
        $.total.replace(before, afterwards);
        if (before.isDelegated()) _replaceGiven(account, before, afterwards);
    }

    function _setStake(address account, Stake afterwards) private {
        _storage().stakes[account] = afterwards;
    }

    function _pull(uint256 amount) private {
        WholeTransfer.pull(TOKEN, msg.sender, amount);
    }

    function _pay(uint256 amount) private {
        TOKEN.safeTransfer(msg.sender, amount);
    }

    /// @dev The line that stood for `account`, whose stake is `current` now, at the end of second `timestamp`, and since when;
    /// a zero line since 0 before its first stake.
    function _lineUntil(
        address account,
        Stake current,
        uint256 timestamp
    ) private view returns (Line memory line, uint256 since) {
        if (current.changedAt() <= timestamp) return (current.line(), current.changedAt());
        LineHistory storage history = _storage().histories[account];
        uint256 count = history.countUntil(current.changes(), timestamp);
        if (count != 0) (since, line) = history.at(count - 1);
    }

    /// @dev The stake of `account` with `amount` less held back; nothing is written.
    function _withLessHeld(address account, uint256 amount) private view returns (Stake) {
        Stake current = _stakeOf(account);
        uint256 held = current.held();
        require(amount <= held && amount % 1 gwei == 0, ExceedsHeld(account, amount, held));
        return current.withHeld(held - amount);
    }

    function _activeStake(address account) private view returns (Stake current) {
        current = _stakeOf(account);
        require(current.isActive(), NoActivePosition(account, _stateOf(current)));
    }

    function _requireMayAdd(address account) private view {
        require(account == msg.sender || isOperator(account, msg.sender), NotOperator(msg.sender, account));
    }

    /// @dev With this, Σ amounts stays below 2^96, which every cast of an amount and every field of a ledger rests on.
    function _requireRoom(uint256 amount) private view {
        uint256 available = type(uint96).max - totalStaked();
        require(amount <= available, StakeLimitExceeded(amount, available));
    }

    function _remaining(Stake current) private view returns (uint256) {
        return
            current.endWeek() == 0
                ? Week.start(current.presetWeeks())
                : Math.saturatingSub(Week.start(current.endWeek()), block.timestamp);
    }

    function _stateOf(Stake current) private view returns (State) {
        if (current.amount() == 0) return State.None;
        if (current.endWeek() == 0) return State.Locked;
        return current.isActive() ? State.Unlocking : State.Unlocked;
    }

    function _requireAmount(uint256 amount) private pure {
        require(amount != 0, ZeroAmount());
    }

    function _requirePreset(uint256 presetWeeks) private pure {
        require(Preset.isValid(presetWeeks), InvalidPreset(presetWeeks));
    }

    function _storage() private pure returns (StakeWeightStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly {
            $.slot := STORAGE_LOCATION
        }
    }
}
