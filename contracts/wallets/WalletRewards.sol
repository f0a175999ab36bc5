// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { AccessControlEnumerableUpgradeable } from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlEnumerableUpgradeable.sol";
import { EIP712Upgradeable } from "@openzeppelin/contracts-upgradeable/utils/cryptography/EIP712Upgradeable.sol";
import { MulticallUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/MulticallUpgradeable.sol";
import { PausableUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { Checkpoints } from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import { Epoch } from "../libraries/Epoch.sol";
import { Quorum } from "../libraries/Quorum.sol";
import { WalletPeriod } from "../libraries/WalletPeriod.sol";
import { WholeTransfer } from "../libraries/WholeTransfer.sol";
import { Configuration, IPerformanceOracle, Member, SignedReport } from "../nodes/interfaces/IPerformanceOracle.sol";
import { IWalletRewards, WalletReport } from "./interfaces/IWalletRewards.sol";
import { WalletCount } from "./libraries/WalletCount.sol";
import { WalletReports } from "./libraries/WalletReports.sol";
import { WalletShares } from "./libraries/WalletShares.sol";

/// @title WalletRewards
/// @notice Keeps the wallets, what was funded for each period of four weeks, and what every wallet earned. Called by wallets,
/// funders, the certifier, and anyone who hands in the committee's reports or claims for a wallet. Trusts the committee that
/// the PerformanceOracle names, less than a third of which may lie, and the token to be an honest ERC-20.
///
/// See {WalletShares} for the formulas, docs/mathematics.md for the bounds of the rounding and of every field.
contract WalletRewards is
    IWalletRewards,
    AccessControlEnumerableUpgradeable,
    PausableUpgradeable,
    MulticallUpgradeable,
    ReentrancyGuardTransient,
    EIP712Upgradeable
{
    using Checkpoints for Checkpoints.Trace208;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @dev One slot. The payout address is written by the registration, so that the slot is never empty when pay is credited.
    struct Account {
        address payout;
        uint96 owed;
    }

    /// @dev What is kept of a period.
    struct Period {
        /// What was funded, in wei; 0 once it was finalized.
        uint96 funding;
        bool isFinalized;
    }

    /// @dev Both pools of a period: of which how much is earned.
    struct Pools {
        uint256 linearBudget;
        uint256 certifiedBudget;
        uint256 linearEarned;
        uint256 certifiedEarned;
    }

    /// @custom:storage-location erc7201:wct.storage.WalletRewards
    struct WalletRewardsStorage {
        /// The number of wallets.
        uint32 walletCount;
        /// The first period whose funding was neither finalized nor rolled over.
        uint32 openPeriod;
        /// What is rolled over to either pool, in wei.
        uint96 carriedLinear;
        uint96 carriedCertified;
        /// Σ funding and Σ payments, in wei. Both only grow, so that no claim can fail for want of a balance.
        uint120 funded;
        uint120 paid;
        mapping(uint256 period => Period) periods;
        mapping(uint256 walletId => Account) accounts;
        mapping(uint256 walletId => address) owners;
        mapping(address owner => uint256 walletId) ids;
        /// Per wallet: since which second it is certified, 1, or not, 0.
        mapping(uint256 walletId => Checkpoints.Trace208) certifications;
        /// From which period on which part goes to the certified pool.
        Checkpoints.Trace208 certifiedShares;
    }

    /// @notice May pause.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    /// @notice May certify wallets.
    bytes32 public constant CERTIFIER_ROLE = keccak256("CERTIFIER_ROLE");

    /// @notice A wallet is eligible with strictly more connections than this in a period.
    uint256 public constant THRESHOLD = 100_000;

    /// @notice The most that one wallet gets of the certified pool, in basis points.
    uint256 public constant CAP_BPS = WalletShares.CAP_BPS;

    /// @notice How many periods ahead of the running one can be funded.
    uint256 public constant MAX_PERIODS_AHEAD = 26;

    /// @notice Without all reports, a period can be finalized so many seconds after its end.
    uint256 public constant REPORTING_TIME = 6 hours;

    /// @dev The certified pool is the larger one.
    uint256 private constant MIN_CERTIFIED_SHARE_BPS = WalletShares.BPS / 2 + 1;

    uint256 private constant DEFAULT_CERTIFIED_SHARE_BPS = 7_000;

    /// @dev So many missed periods are rolled over by a finalization itself.
    uint256 private constant MAX_ROLLED_OVER = 32;

    bytes32 private constant REPORT_TYPEHASH = keccak256(
        "WalletReport(uint256 period,address reporter,bytes32 configurationHash,bytes32 dataHash)"
    );

    /// @dev keccak256(abi.encode(uint256(keccak256("wct.storage.WalletRewards")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STORAGE_LOCATION = 0xb243c6276b5eedbe4ddb75bdcea34790112e7040d20d92c0a95b2c4b2217d400;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IPerformanceOracle private immutable ORACLE;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IERC20 private immutable TOKEN;

    /// @param committeeSource The PerformanceOracle: its configurations name the committee.
    /// @param paidToken The ERC-20 to pay with.
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IPerformanceOracle committeeSource, IERC20 paidToken) {
        require(address(committeeSource) != address(0) && address(paidToken) != address(0), ZeroAddress());
        ORACLE = committeeSource;
        TOKEN = paidToken;
        _disableInitializers();
    }

    /// @notice Sets the proxy up, once; the period in which this happens is the first one.
    /// @param admin Receives the administrator role, which grants all others.
    /// @dev The parents have nothing to set up: the name and version of the EIP-712 domain are constants.
    /// @custom:oz-upgrades-unsafe-allow missing-initializer-call
    function initialize(address admin) external initializer {
        require(admin != address(0), ZeroAddress());
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        uint256 period = WalletPeriod.current();
        _storage().openPeriod = period.toUint32();
        _setCertifiedShare(period, DEFAULT_CERTIFIED_SHARE_BPS);
    }

    /// @inheritdoc IWalletRewards
    function register(address payout) external whenNotPaused returns (uint256 walletId) {
        WalletRewardsStorage storage $ = _storage();
        require($.ids[msg.sender] == 0, AlreadyRegistered(msg.sender, $.ids[msg.sender]));
        _requirePayout(payout);

        walletId = uint256($.walletCount) + 1;
        $.walletCount = walletId.toUint32();
        $.ids[msg.sender] = walletId;
        $.owners[walletId] = msg.sender;
        $.accounts[walletId].payout = payout;
        emit Registered(walletId, msg.sender, payout);
    }

    /// @inheritdoc IWalletRewards
    function setPayout(address payout) external {
        WalletRewardsStorage storage $ = _storage();
        uint256 walletId = $.ids[msg.sender];
        require(walletId != 0, NotRegistered(msg.sender));
        _requirePayout(payout);
        $.accounts[walletId].payout = payout;
        emit PayoutSet(walletId, payout);
    }

    /// @inheritdoc IWalletRewards
    function setCertified(uint256 walletId, bool isCertified_) external onlyRole(CERTIFIER_ROLE) {
        _requireWallet(walletId);
        require(isCertified(walletId) != isCertified_, CertificationUnchanged(walletId, isCertified_));
        _storage().certifications[walletId].push(block.timestamp.toUint48(), isCertified_ ? 1 : 0);
        emit CertifiedSet(walletId, isCertified_);
    }

    /// @inheritdoc IWalletRewards
    function setCertifiedShare(uint256 shareBps) external onlyRole(DEFAULT_ADMIN_ROLE) {
        require(
            shareBps >= MIN_CERTIFIED_SHARE_BPS && shareBps <= WalletShares.BPS,
            InvalidCertifiedShare(shareBps, MIN_CERTIFIED_SHARE_BPS, WalletShares.BPS)
        );
        _setCertifiedShare(WalletPeriod.current() + 1, shareBps);
    }

    /// @inheritdoc IWalletRewards
    function fund(uint256 period, uint256 amount) external {
        fundRange(period, 1, amount);
    }

    /// @inheritdoc IWalletRewards
    function fundStrayTokens() external whenNotPaused nonReentrant returns (uint256 amount) {
        amount = Math.saturatingSub(TOKEN.balanceOf(address(this)), _held());
        require(amount != 0, NoStrayTokens());
        _requireRoom(amount);
        _addFunding(address(this), WalletPeriod.current(), amount);
    }

    /// @inheritdoc IWalletRewards
    function rollOver(uint256 max) external returns (uint256 periods) {
        // The period before the running one can still be finalized.
        return _rollOver(WalletPeriod.current() - 1, max);
    }

    /// @inheritdoc IWalletRewards
    function finalize(
        uint256 period,
        Configuration calldata configuration,
        SignedReport[] calldata reports
    ) external whenNotPaused {
        uint256 running = WalletPeriod.current();
        require(period == running - 1, PeriodNotFinalizable(period, running - 1));
        require(!isFinalized(period), PeriodAlreadyFinalized(period));
        bytes32 configurationHash = _requireConfiguration(period, configuration);
        _requireReports(period, reports.length, configuration.committee.length);
        uint256 reporters = _requireSigned(period, configurationHash, configuration.committee, reports);
        WalletCount[] memory counts = WalletReports.mediansAbove(reports, _storage().walletCount, THRESHOLD);

        Pools memory pools = _takeBudget(period);
        _credit(period, counts, pools);
        _carryUnearned(pools);
        emit PeriodFinalized(
            period,
            configurationHash,
            reporters,
            pools.linearBudget,
            pools.certifiedBudget,
            pools.linearEarned,
            pools.certifiedEarned
        );
    }

    /// @inheritdoc IWalletRewards
    function claim(uint256 walletId) external nonReentrant returns (uint256 amount) {
        return _claim(walletId);
    }

    /// @inheritdoc IWalletRewards
    function claimMany(uint256[] calldata walletIds) external nonReentrant returns (uint256 amount) {
        // Bounded by the caller's list.
        for (uint256 i = 0; i < walletIds.length; ++i) {
            amount += _claim(walletIds[i]);
        }
    }

    /// @inheritdoc IWalletRewards
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @inheritdoc IWalletRewards
    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    /// @inheritdoc IWalletRewards
    function token() external view returns (address) {
        return address(TOKEN);
    }

    /// @inheritdoc IWalletRewards
    function oracle() external view returns (address) {
        return address(ORACLE);
    }

    /// @inheritdoc IWalletRewards
    function walletCount() external view returns (uint256) {
        return _storage().walletCount;
    }

    /// @inheritdoc IWalletRewards
    function walletOf(uint256 walletId) external view returns (Wallet memory) {
        WalletRewardsStorage storage $ = _storage();
        Account storage account = $.accounts[walletId];
        return
            Wallet({
                owner: $.owners[walletId],
                payout: account.payout,
                owed: account.owed,
                isCertified: isCertified(walletId)
            });
    }

    /// @inheritdoc IWalletRewards
    function idOf(address owner) external view returns (uint256) {
        return _storage().ids[owner];
    }

    /// @inheritdoc IWalletRewards
    function owedTo(uint256 walletId) external view returns (uint256) {
        return _storage().accounts[walletId].owed;
    }

    /// @inheritdoc IWalletRewards
    function budgetOf(uint256 period) external view returns (uint256 linear, uint256 certified) {
        WalletRewardsStorage storage $ = _storage();
        if (period < $.openPeriod || isFinalized(period)) return (0, 0);
        (, uint256 missedLinear, uint256 missedCertified) = _missedFunding(period, MAX_ROLLED_OVER);
        (linear, certified) = _splitFunding(period);
        linear += missedLinear + $.carriedLinear;
        certified += missedCertified + $.carriedCertified;
    }

    /// @inheritdoc IWalletRewards
    function carried() external view returns (uint256 linear, uint256 certified) {
        WalletRewardsStorage storage $ = _storage();
        return ($.carriedLinear, $.carriedCertified);
    }

    /// @inheritdoc IWalletRewards
    function firstOpenPeriod() external view returns (uint256) {
        return _storage().openPeriod;
    }

    /// @inheritdoc IWalletRewards
    function totalFunded() external view returns (uint256) {
        return _storage().funded;
    }

    /// @inheritdoc IWalletRewards
    function totalPaid() external view returns (uint256) {
        return _storage().paid;
    }

    /// @inheritdoc IWalletRewards
    function reportDigest(WalletReport calldata report) external view returns (bytes32) {
        return _digest(report);
    }

    /// @inheritdoc IWalletRewards
    function fundRange(uint256 firstPeriod, uint256 count, uint256 amountPerPeriod) public whenNotPaused nonReentrant {
        require(amountPerPeriod != 0, ZeroAmount());
        require(count != 0, NoPeriods());
        uint256 running = WalletPeriod.current();
        require(firstPeriod >= running, PeriodFinished(firstPeriod, running));
        uint256 latest = running + MAX_PERIODS_AHEAD;
        // Saturating, so that an absurd range is refused by name as well.
        uint256 lastPeriod = Math.saturatingAdd(firstPeriod, count - 1);
        require(lastPeriod <= latest, PeriodTooFarAhead(lastPeriod, latest));
        uint256 amount = Math.saturatingMul(amountPerPeriod, count);
        _requireRoom(amount);

        // At most 27 periods.
        for (uint256 i = 0; i < count; ++i) {
            _addFunding(msg.sender, firstPeriod + i, amountPerPeriod);
        }
        WholeTransfer.pull(TOKEN, msg.sender, amount);
    }

    /// @inheritdoc IWalletRewards
    function isCertified(uint256 walletId) public view returns (bool) {
        return _storage().certifications[walletId].latest() == 1;
    }

    /// @inheritdoc IWalletRewards
    function isCertifiedAt(uint256 walletId, uint256 timestamp) public view returns (bool) {
        uint48 key = uint48(Math.min(timestamp, type(uint48).max));
        return _storage().certifications[walletId].upperLookupRecent(key) == 1;
    }

    /// @inheritdoc IWalletRewards
    function certifiedShareAt(uint256 period) public view returns (uint256) {
        uint48 key = uint48(Math.min(period, type(uint48).max));
        return _storage().certifiedShares.upperLookupRecent(key);
    }

    /// @inheritdoc IWalletRewards
    function isFinalized(uint256 period) public view returns (bool) {
        return _storage().periods[period].isFinalized;
    }

    /// @dev The domain of signatures needs no storage and no initializer.
    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Name() internal pure override returns (string memory) {
        return "WCT Wallet Rewards";
    }

    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Version() internal pure override returns (string memory) {
        return "1";
    }

    function _setCertifiedShare(uint256 fromPeriod, uint256 shareBps) private {
        _storage().certifiedShares.push(fromPeriod.toUint48(), shareBps.toUint208());
        emit CertifiedShareSet(fromPeriod, shareBps);
    }

    function _addFunding(address funder, uint256 period, uint256 amount) private {
        WalletRewardsStorage storage $ = _storage();
        // All that is held stays below 2^96.
        $.periods[period].funding += uint96(amount);
        $.funded += amount.toUint120();
        emit PeriodFunded(funder, period, amount);
    }

    function _claim(uint256 walletId) private returns (uint256 amount) {
        WalletRewardsStorage storage $ = _storage();
        _requireWallet(walletId);
        Account memory account = $.accounts[walletId];
        amount = account.owed;
        if (amount == 0) return 0;

        $.accounts[walletId].owed = 0;
        $.paid += amount.toUint120();
        emit Claimed(walletId, account.payout, amount);
        TOKEN.safeTransfer(account.payout, amount);
    }

    /// @dev Rolls over the funding of up to `max` periods before `end`.
    function _rollOver(uint256 end, uint256 max) private returns (uint256 periods) {
        WalletRewardsStorage storage $ = _storage();
        (uint256 count, uint256 linear, uint256 certified) = _missedFunding(end, max);
        if (count == 0) return 0;
        // At most `end`, which lies in the past: 32 bits of periods last for more than 300 million years.
        uint256 open = $.openPeriod + count;
        $.openPeriod = open.toUint32();
        if (linear + certified != 0) {
            // All that is held stays below 2^96.
            $.carriedLinear += uint96(linear);
            $.carriedCertified += uint96(certified);
            emit BudgetRolledOver(open, linear, certified);
        }
        return count;
    }

    /// @dev Takes the budget of `period` out of what is funded and carried; nothing is left to carry.
    function _takeBudget(uint256 period) private returns (Pools memory pools) {
        WalletRewardsStorage storage $ = _storage();
        _rollOver(period, MAX_ROLLED_OVER);
        (uint256 linear, uint256 certified) = _splitFunding(period);
        pools.linearBudget = linear + $.carriedLinear;
        pools.certifiedBudget = certified + $.carriedCertified;
        $.periods[period] = Period({ funding: 0, isFinalized: true });
        // Unless more missed periods are left, which a later finalization or {rollOver} takes.
        if ($.openPeriod == period) $.openPeriod = (period + 1).toUint32();
    }

    /// @dev Shares the pools among `counts` and writes into them what was earned.
    function _credit(uint256 period, WalletCount[] memory counts, Pools memory pools) private {
        uint256[] memory powers = new uint256[](counts.length);
        uint256 countSum = 0;
        uint256 powerSum = 0;
        uint256 lastSecond = WalletPeriod.end(period) - 1;
        // Both loops are bounded by the wallets that more than half of the reports name.
        for (uint256 i = 0; i < counts.length; ++i) {
            uint256 count = counts[i].count();
            countSum += count;
            if (!isCertifiedAt(counts[i].walletId(), lastSecond)) continue;
            powers[i] = WalletShares.power(count);
            powerSum += powers[i];
        }
        for (uint256 i = 0; i < counts.length; ++i) {
            uint256 linear = WalletShares.linear(pools.linearBudget, counts[i].count(), countSum);
            uint256 certified = WalletShares.certified(pools.certifiedBudget, powers[i], powerSum);
            pools.linearEarned += linear;
            pools.certifiedEarned += certified;
            // What is owed to all is part of what is held, which stays below 2^96.
            if (linear + certified != 0) {
                _storage().accounts[counts[i].walletId()].owed += uint96(linear + certified);
            }
            emit WalletEarned(counts[i].walletId(), period, counts[i].count(), linear, certified);
        }
    }

    /// @dev What nobody earned belongs to the same pool of the next period.
    function _carryUnearned(Pools memory pools) private {
        WalletRewardsStorage storage $ = _storage();
        // Shares are rounded down, so neither difference is negative; the budgets stay below 2^96.
        $.carriedLinear = uint96(pools.linearBudget - pools.linearEarned);
        $.carriedCertified = uint96(pools.certifiedBudget - pools.certifiedEarned);
    }

    /// @dev The funding of up to `max` of the periods that are open and before `end`; of finalized ones nothing is left.
    function _missedFunding(
        uint256 end,
        uint256 max
    ) private view returns (uint256 count, uint256 linear, uint256 certified) {
        uint256 open = _storage().openPeriod;
        count = Math.min(Math.saturatingSub(end, open), max);
        // Bounded by the caller's `max`.
        for (uint256 i = 0; i < count; ++i) {
            (uint256 periodLinear, uint256 periodCertified) = _splitFunding(open + i);
            linear += periodLinear;
            certified += periodCertified;
        }
    }

    /// @dev The funding of `period` by the share in force in it. Round down the certified part; the linear one is the rest.
    function _splitFunding(uint256 period) private view returns (uint256 linear, uint256 certified) {
        uint256 funding = _storage().periods[period].funding;
        if (funding == 0) return (0, 0);
        certified = (funding * certifiedShareAt(period)) / WalletShares.BPS;
        linear = funding - certified;
    }

    function _requireConfiguration(
        uint256 period,
        Configuration calldata configuration
    ) private view returns (bytes32 configurationHash) {
        uint256 lastEpoch = Epoch.at(WalletPeriod.end(period) - 1);
        bytes32 expected = ORACLE.configurationHashAt(lastEpoch);
        configurationHash = keccak256(abi.encode(configuration));
        require(configurationHash == expected, WrongConfiguration(lastEpoch, configurationHash, expected));
    }

    /// @dev There must be a quorum of the `members`, and all of them until the time for reporting is over.
    function _requireReports(uint256 period, uint256 given, uint256 members) private view {
        uint256 needed = Quorum.reportsNeeded(members);
        require(given >= needed, QuorumMissing(given, needed));
        uint256 from = WalletPeriod.end(period) + REPORTING_TIME;
        require(given >= members || block.timestamp >= from, TooEarlyToFinalize(period, from));
    }

    /// @return reporters One bit per member that signed.
    function _requireSigned(
        uint256 period,
        bytes32 configurationHash,
        Member[] calldata committee,
        SignedReport[] calldata reports
    ) private view returns (uint256 reporters) {
        uint256 previous = 0;
        // Indices rise and stay below the committee's length, at most 32, so the rounds are as few.
        for (uint256 i = 0; i < reports.length; ++i) {
            uint256 index = reports[i].index;
            require(index < committee.length, UnknownReporter(index, committee.length));
            require(i == 0 || index > previous, ReportOutOfOrder(index, previous));
            previous = index;
            reporters |= 1 << index;

            WalletReport memory report = WalletReport({
                period: period,
                reporter: committee[index].reporter,
                configurationHash: configurationHash,
                dataHash: keccak256(reports[i].data)
            });
            address signer = ECDSA.recoverCalldata(_digest(report), reports[i].signature);
            require(signer == report.reporter, WrongSigner(report.reporter, signer));
        }
    }

    function _digest(WalletReport memory report) private view returns (bytes32) {
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(
                        REPORT_TYPEHASH,
                        report.period,
                        report.reporter,
                        report.configurationHash,
                        report.dataHash
                    )
                )
            );
    }

    function _requireWallet(uint256 walletId) private view {
        require(walletId != 0 && walletId <= _storage().walletCount, UnknownWallet(walletId));
    }

    function _requirePayout(address payout) private view {
        require(payout != address(0) && payout != address(this), InvalidPayout(payout));
    }

    /// @dev Rewards that are funded and not paid, in wei: open funding, what is carried, and what is owed.
    function _held() private view returns (uint256) {
        WalletRewardsStorage storage $ = _storage();
        return $.funded - $.paid;
    }

    /// @dev With this, whatever is held fits in 96 bits, which every bound rests on.
    function _requireRoom(uint256 amount) private view {
        uint256 available = type(uint96).max - _held();
        require(amount <= available, FundingLimitExceeded(amount, available));
    }

    function _storage() private pure returns (WalletRewardsStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly {
            $.slot := STORAGE_LOCATION
        }
    }
}
