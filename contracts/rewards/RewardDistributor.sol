// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { AccessControlEnumerableUpgradeable } from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlEnumerableUpgradeable.sol";
import { MulticallUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/MulticallUpgradeable.sol";
import { PausableUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { Week } from "../libraries/Week.sol";
import { WholeTransfer } from "../libraries/WholeTransfer.sol";
import { IStakeWeight } from "../staking/interfaces/IStakeWeight.sol";
import { Line } from "../staking/libraries/Line.sol";
import { IRewardDistributor } from "./interfaces/IRewardDistributor.sol";

/// @title RewardDistributor
/// @notice Keeps what was funded for each week, and per finished week two running sums from which every account's reward of
/// any stretch of weeks follows by a subtraction. Called by funders, stakers and anyone who closes weeks or claims for
/// another. Trusts StakeWeight, whose past is final, and the token to be an honest ERC-20.
///
/// With r the reward of week w and W the total of all positions in wei · weeks, both sums run over all weeks that paid:
///
///     F0 = Σ r · 2^128 / W        F1 = Σ w · (r · 2^128 / W), the same rounded quotient
///
/// A position is a line, intercept − slope · w, so over weeks in which it does not change it earns
///
///     (intercept · ΔF0 − slope · ΔF1) / 2^128
///
/// See docs/mathematics.md for the bounds of the rounding and of every field.
contract RewardDistributor is
    IRewardDistributor,
    AccessControlEnumerableUpgradeable,
    PausableUpgradeable,
    MulticallUpgradeable,
    ReentrancyGuardTransient
{
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @dev What is kept of a week. The first slot is written twice: by funding, and over it by the closing, which needs the
    /// reward no longer ({rewardForPeriod} recovers it exactly). That saves a new slot per week.
    struct Period {
        /// Once closed: the last week up to this one that paid, where F1 stands. Before: 0.
        uint16 lastPaidWeek;
        /// Once closed: F0. Before: the reward, funded and handed on so far, in wei, below 2^96.
        uint240 rewardOrSum;
        /// F1, in weeks that paid only.
        uint256 weekSum;
    }

    /// @dev A week as its closing leaves it.
    struct Closing {
        uint256 reward;
        uint256 rolledOver;
        uint256 lastPaidWeek;
        uint256 rewardSum;
        uint256 weekSum;
    }

    struct Account {
        /// Where rewards go; zero until it is set, for the account itself.
        address recipient;
        /// The first week whose reward has not been claimed; 0 before the first claim.
        uint16 unclaimedWeek;
    }

    /// @custom:storage-location erc7201:wct.storage.RewardDistributor
    struct RewardDistributorStorage {
        /// The first week that is not closed.
        uint16 openWeek;
        /// Σ funding and Σ payments, in wei. Both only grow, so that no claim can fail for want of a balance.
        uint120 funded;
        uint120 paid;
        mapping(uint256 week => Period) periods;
        mapping(address account => Account) accounts;
    }

    /// @notice May pause.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    /// @notice How many weeks ahead of the running one can be funded.
    uint256 public constant MAX_WEEKS_AHEAD = 104;

    /// @dev Scale of the sums: 2^128.
    uint8 private constant SUM_BITS = 128;

    /// @dev keccak256(abi.encode(uint256(keccak256("wct.storage.RewardDistributor")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STORAGE_LOCATION = 0x29e43473caf0953912a5f0ff98e525242b376f4f2c43241f2dc5b67ce7d70800;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IERC20 private immutable TOKEN;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IStakeWeight private immutable STAKE_WEIGHT;

    /// @param weightSource StakeWeight: rewards are shared by its weights and paid in its token.
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IStakeWeight weightSource) {
        require(address(weightSource) != address(0), ZeroAddress());
        STAKE_WEIGHT = weightSource;
        TOKEN = IERC20(weightSource.token());
        _disableInitializers();
    }

    /// @notice Sets the proxy up, once; the week in which this happens is the first reward week.
    /// @param admin Receives the administrator role, which grants all others.
    function initialize(address admin) external initializer {
        require(admin != address(0), ZeroAddress());
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _storage().openWeek = Week.current().toUint16();
        // For claimAndRestake. StakeWeight pulls from its caller only.
        TOKEN.forceApprove(address(STAKE_WEIGHT), type(uint256).max);
    }

    /// @inheritdoc IRewardDistributor
    function fund(uint256 weekStart, uint256 amount) external {
        fundRange(weekStart, 1, amount);
    }

    /// @inheritdoc IRewardDistributor
    function fundStrayTokens() external whenNotPaused nonReentrant returns (uint256 amount) {
        if (TOKEN.balanceOf(address(STAKE_WEIGHT)) > STAKE_WEIGHT.totalStaked()) STAKE_WEIGHT.releaseStrayTokens();
        amount = Math.saturatingSub(TOKEN.balanceOf(address(this)), _held());
        require(amount != 0, NoStrayTokens());
        _requireRoom(amount);
        _addFunding(address(this), Week.current(), amount);
    }

    /// @inheritdoc IRewardDistributor
    function closeWeeks(uint256 max) external returns (uint256 closed) {
        return _closeWeeks(max);
    }

    /// @inheritdoc IRewardDistributor
    function claim(address account) external nonReentrant returns (uint256 amount) {
        _closeWeeks(type(uint256).max);
        return _claim(account, _storage().openWeek);
    }

    /// @inheritdoc IRewardDistributor
    function claimThrough(address account, uint256 lastWeekStart) external nonReentrant returns (uint256 amount) {
        uint256 endWeek = Week.startingAt(lastWeekStart) + 1;
        require(
            endWeek <= Week.current(),
            PeriodNotFinished(lastWeekStart, Math.saturatingAdd(lastWeekStart, 1 weeks))
        );
        _closeWeeks(Math.saturatingSub(endWeek, _storage().openWeek));
        return _claim(account, endWeek);
    }

    /// @inheritdoc IRewardDistributor
    function claimMany(address[] calldata accounts) external nonReentrant returns (uint256 amount) {
        _closeWeeks(type(uint256).max);
        uint256 endWeek = _storage().openWeek;
        // Bounded by the caller's list.
        for (uint256 i = 0; i < accounts.length; ++i) {
            amount += _claim(accounts[i], endWeek);
        }
    }

    /// @inheritdoc IRewardDistributor
    function claimAndRestake() external nonReentrant returns (uint256 amount) {
        _closeWeeks(type(uint256).max);
        amount = _takeDue(msg.sender, address(STAKE_WEIGHT), _storage().openWeek);
        require(amount != 0, NothingToRestake(msg.sender));
        STAKE_WEIGHT.increaseAmountFor(msg.sender, amount);
    }

    /// @inheritdoc IRewardDistributor
    function setRecipient(address recipient) external {
        require(
            recipient != address(0) && recipient != address(this) && recipient != address(STAKE_WEIGHT),
            InvalidRecipient(recipient)
        );
        _storage().accounts[msg.sender].recipient = recipient;
        emit RecipientSet(msg.sender, recipient);
    }

    /// @inheritdoc IRewardDistributor
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @inheritdoc IRewardDistributor
    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    /// @inheritdoc IRewardDistributor
    function token() external view returns (address) {
        return address(TOKEN);
    }

    /// @inheritdoc IRewardDistributor
    function stakeWeight() external view returns (IStakeWeight) {
        return STAKE_WEIGHT;
    }

    /// @inheritdoc IRewardDistributor
    function claimable(address account) external view returns (uint256 amount) {
        RewardDistributorStorage storage $ = _storage();
        uint256 openWeek = $.openWeek;
        Closing[] memory closings = _pendingClosings(openWeek, type(uint256).max);
        return _dueBetween(account, $.accounts[account].unclaimedWeek, Week.current() - 1, openWeek, closings);
    }

    /// @inheritdoc IRewardDistributor
    function rewardOf(address account, uint256 weekStart) external view returns (uint256) {
        uint256 week = Week.startingAt(weekStart);
        require(week < Week.current(), PeriodNotFinished(weekStart, Math.saturatingAdd(weekStart, 1 weeks)));
        uint256 openWeek = _storage().openWeek;
        return _dueBetween(account, week, week, openWeek, _pendingClosings(openWeek, type(uint256).max));
    }

    /// @inheritdoc IRewardDistributor
    function rewardForPeriod(uint256 weekStart) external view returns (uint256) {
        RewardDistributorStorage storage $ = _storage();
        uint256 week = Week.startingAt(weekStart);
        if (week >= $.openWeek) return $.periods[week].rewardOrSum;
        if (week == 0 || $.periods[week].lastPaidWeek != week) return 0;
        // r · 2^128 / W was rounded down by less than 1, which is less than W / 2^128 < 1 wei of r: rounding up recovers r.
        uint256 quotient = $.periods[week].rewardOrSum - $.periods[week - 1].rewardOrSum;
        uint256 tokenWeeks = STAKE_WEIGHT.totalTokenWeeksForPeriods(weekStart, 1)[0];
        return Math.mulShr(quotient, tokenWeeks, SUM_BITS, Math.Rounding.Ceil);
    }

    /// @inheritdoc IRewardDistributor
    function firstOpenWeekStart() external view returns (uint256) {
        return Week.start(_storage().openWeek);
    }

    /// @inheritdoc IRewardDistributor
    function firstUnclaimedWeekStart(address account) external view returns (uint256) {
        return Week.start(_storage().accounts[account].unclaimedWeek);
    }

    /// @inheritdoc IRewardDistributor
    function totalFunded() external view returns (uint256) {
        return _storage().funded;
    }

    /// @inheritdoc IRewardDistributor
    function totalPaid() external view returns (uint256) {
        return _storage().paid;
    }

    /// @inheritdoc IRewardDistributor
    function fundRange(
        uint256 firstWeekStart,
        uint256 weekCount,
        uint256 amountPerWeek
    ) public whenNotPaused nonReentrant {
        require(amountPerWeek != 0, ZeroAmount());
        require(weekCount != 0, NoWeeks());
        uint256 firstWeek = Week.startingAt(firstWeekStart);
        uint256 running = Week.current();
        require(firstWeek >= running, PeriodFinished(firstWeekStart, Week.start(running)));
        uint256 latest = Week.start(running + MAX_WEEKS_AHEAD);
        // Saturating, so that an absurd range is refused by name as well.
        uint256 lastWeekStart = Math.saturatingAdd(firstWeekStart, Math.saturatingMul(weekCount - 1, 1 weeks));
        require(lastWeekStart <= latest, PeriodTooFarAhead(lastWeekStart, latest));
        uint256 amount = Math.saturatingMul(amountPerWeek, weekCount);
        _requireRoom(amount);

        // At most 105 weeks.
        for (uint256 i = 0; i < weekCount; ++i) {
            _addFunding(msg.sender, firstWeek + i, amountPerWeek);
        }
        WholeTransfer.pull(TOKEN, msg.sender, amount);
    }

    /// @inheritdoc IRewardDistributor
    function recipientOf(address account) public view returns (address) {
        address recipient = _storage().accounts[account].recipient;
        return recipient == address(0) ? account : recipient;
    }

    function _addFunding(address funder, uint256 week, uint256 amount) private {
        RewardDistributorStorage storage $ = _storage();
        // The running week and later ones are never closed, so the slot holds a reward. All rewards together stay below 2^96.
        $.periods[week].rewardOrSum += uint240(amount);
        $.funded += amount.toUint120();
        emit PeriodFunded(funder, Week.start(week), amount);
    }

    function _claim(address account, uint256 endWeek) private returns (uint256 amount) {
        address recipient = recipientOf(account);
        amount = _takeDue(account, recipient, endWeek);
        if (amount != 0) TOKEN.safeTransfer(recipient, amount);
    }

    /// @dev Marks the weeks before `endWeek` as claimed by `account`; they must be closed. The caller pays the amount out.
    function _takeDue(address account, address recipient, uint256 endWeek) private returns (uint256 amount) {
        RewardDistributorStorage storage $ = _storage();
        Account storage state = $.accounts[account];
        uint256 unclaimedWeek = state.unclaimedWeek;
        if (unclaimedWeek >= endWeek) return 0;

        // All these weeks are closed in storage.
        Closing[] memory none;
        amount = _dueBetween(account, unclaimedWeek, endWeek - 1, endWeek, none);
        // At most openWeek, which is of 16 bits.
        state.unclaimedWeek = uint16(endWeek);
        if (amount != 0) $.paid += amount.toUint120();
        emit Claimed(account, recipient, amount, Week.start(endWeek - 1));
    }

    /// @dev Writes the closings of up to `max` finished weeks.
    function _closeWeeks(uint256 max) private returns (uint256 closed) {
        RewardDistributorStorage storage $ = _storage();
        uint256 week = $.openWeek;
        Closing[] memory closings = _pendingClosings(week, max);
        closed = closings.length;
        if (closed == 0) return 0;
        for (uint256 i = 0; i < closed; ++i) {
            Closing memory closing = closings[i];
            Period storage period = $.periods[week];
            // By docs/mathematics.md: weeks < 2^16, F0 < 2^240.
            period.lastPaidWeek = uint16(closing.lastPaidWeek);
            period.rewardOrSum = uint240(closing.rewardSum);
            if (closing.lastPaidWeek == week) period.weekSum = closing.weekSum;
            if (closing.rolledOver != 0) emit PeriodRolledOver(Week.start(week), closing.rolledOver);
            emit PeriodClosed(Week.start(week), closing.reward);
            ++week;
        }
        $.openWeek = week.toUint16();
        // To the first week that is still open, whose slot holds its reward. All rewards together stay below 2^96.
        uint256 rolledOver = closings[closed - 1].rolledOver;
        if (rolledOver != 0) $.periods[week].rewardOrSum += uint240(rolledOver);
    }

    /// @dev What closing up to `max` finished weeks from `openWeek` on gives: the one place where a week is closed, for claims
    /// and for {claimable} alike. Bounded by the weeks since the last closing; {closeWeeks} does them in parts.
    function _pendingClosings(uint256 openWeek, uint256 max) private view returns (Closing[] memory closings) {
        RewardDistributorStorage storage $ = _storage();
        uint256 count = Math.min(Week.current() - openWeek, max);
        if (count == 0) return closings;

        closings = new Closing[](count);
        Period storage last = $.periods[openWeek - 1];
        uint256 lastPaidWeek = last.lastPaidWeek;
        uint256 rewardSum = last.rewardOrSum;
        uint256 weekSum = $.periods[lastPaidWeek].weekSum;
        uint256 rolledOver = 0;
        uint256[] memory tokenWeeks = STAKE_WEIGHT.totalTokenWeeksForPeriods(Week.start(openWeek), count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 week = openWeek + i;
            uint256 reward = rolledOver + $.periods[week].rewardOrSum;
            rolledOver = 0;
            if (tokenWeeks[i] == 0) {
                rolledOver = reward;
                reward = 0;
            } else if (reward != 0) {
                // Round down: what the stakers share never exceeds the reward. reward < 2^96, so the shift is safe.
                uint256 quotient = (reward << SUM_BITS) / tokenWeeks[i];
                rewardSum += quotient;
                weekSum += week * quotient;
                lastPaidWeek = week;
            }
            closings[i] = Closing({
                reward: reward,
                rolledOver: rolledOver,
                lastPaidWeek: lastPaidWeek,
                rewardSum: rewardSum,
                weekSum: weekSum
            });
        }
    }

    /// @dev What `account` earned from `fromWeek` to `toWeek`, both included; `closings` are those of the weeks from `openWeek`
    /// on. Goes back from stretch to stretch, so the rounds are bounded by the account's own changes, and by the weeks.
    function _dueBetween(
        address account,
        uint256 fromWeek,
        uint256 toWeek,
        uint256 openWeek,
        Closing[] memory closings
    ) private view returns (uint256 amount) {
        while (toWeek >= fromWeek && toWeek != 0) {
            (Line memory line, uint256 sinceWeekStart) = STAKE_WEIGHT.lineForPeriod(account, Week.start(toWeek));
            // Nothing stood before.
            if (sinceWeekStart == 0) break;
            uint256 firstWeek = Math.max(Week.at(sinceWeekStart), fromWeek);
            amount += _earned(line, firstWeek, toWeek, openWeek, closings);
            toWeek = firstWeek - 1;
        }
    }

    /// @dev What a line earned from `firstWeek` to `lastWeek`. Rounds down once.
    function _earned(
        Line memory line,
        uint256 firstWeek,
        uint256 lastWeek,
        uint256 openWeek,
        Closing[] memory closings
    ) private view returns (uint256) {
        if (line.intercept == 0) return 0;
        bool decays = line.slope != 0;
        uint256 endWeek;
        if (decays) {
            endWeek = line.intercept / line.slope;
            // The last week that begins before the end.
            lastWeek = Math.min(lastWeek, endWeek - 1);
            if (lastWeek < firstWeek) return 0;
        }
        (uint256 rewardSum, uint256 weekSum) = _sums(lastWeek, decays, openWeek, closings);
        (uint256 rewardSumBefore, uint256 weekSumBefore) = _sums(firstWeek - 1, decays, openWeek, closings);
        rewardSum -= rewardSumBefore;
        return
            decays
                ? Math.mulShr(line.slope, endWeek * rewardSum - (weekSum - weekSumBefore), SUM_BITS)
                : Math.mulShr(line.intercept, rewardSum, SUM_BITS);
    }

    /// @dev F0 through `week`, and F1 if it is asked for.
    function _sums(
        uint256 week,
        bool withWeekSum,
        uint256 openWeek,
        Closing[] memory closings
    ) private view returns (uint256 rewardSum, uint256 weekSum) {
        if (week >= openWeek) {
            Closing memory closing = closings[week - openWeek];
            return (closing.rewardSum, closing.weekSum);
        }
        RewardDistributorStorage storage $ = _storage();
        Period storage period = $.periods[week];
        rewardSum = period.rewardOrSum;
        if (withWeekSum) weekSum = $.periods[period.lastPaidWeek].weekSum;
    }

    /// @dev Rewards that are funded and not paid, in wei. Payments are rounded down, so it never underflows.
    function _held() private view returns (uint256) {
        RewardDistributorStorage storage $ = _storage();
        return $.funded - $.paid;
    }

    /// @dev With this, the reward of a week stays below 2^96, which every bound of the sums rests on.
    function _requireRoom(uint256 amount) private view {
        uint256 available = type(uint96).max - _held();
        require(amount <= available, FundingLimitExceeded(amount, available));
    }

    function _storage() private pure returns (RewardDistributorStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly {
            $.slot := STORAGE_LOCATION
        }
    }
}
