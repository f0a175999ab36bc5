// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { AccessControlEnumerableUpgradeable } from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlEnumerableUpgradeable.sol";
import { EIP712Upgradeable } from "@openzeppelin/contracts-upgradeable/utils/cryptography/EIP712Upgradeable.sol";
import { PausableUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { MessageHashUtils } from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { BitMaps } from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import { Epoch } from "../libraries/Epoch.sol";
import { Quorum } from "../libraries/Quorum.sol";
import { IStakeWeight } from "../staking/interfaces/IStakeWeight.sol";
import { INodeIdentities } from "./interfaces/INodeIdentities.sol";
import { INodeRegistry, Scoring, SeatedSet } from "./interfaces/INodeRegistry.sol";
import { INodeRewards, Outcome } from "./interfaces/INodeRewards.sol";
import { Configuration, IPerformanceOracle, Member, Report, SignedReport } from "./interfaces/IPerformanceOracle.sol";
import { ConfigurationBounds } from "./libraries/ConfigurationBounds.sol";
import { ConfigurationHistory } from "./libraries/ConfigurationHistory.sol";
import { Measurements, Reporter, Weighing } from "./libraries/Measurements.sol";
import { NO_SCORE, Performance, ScoreParameters } from "./libraries/Performance.sol";
import { Qualification } from "./libraries/Qualification.sol";

/// @title PerformanceOracle
/// @notice Checks the signed reports of an epoch and the medians of them, and hands the scores to the registry and the outcome to
/// the rewards. Called by anyone with enough reports, by nodes that commit to theirs, and by anyone with the proof of an
/// equivocation. Trusts the majority of the reporters; no single one, and not the sender, who can neither leave out nor add
/// what would move a median out of the range of the honest reports. Nothing is stored per report.
contract PerformanceOracle is
    IPerformanceOracle,
    AccessControlEnumerableUpgradeable,
    EIP712Upgradeable,
    PausableUpgradeable
{
    using BitMaps for BitMaps.BitMap;
    using ConfigurationBounds for Configuration;

    /// @dev An epoch, who reports on it, and whose reports are there.
    struct Reporting {
        uint256 epoch;
        INodeRegistry.Phase phase;
        bytes32 setHash;
        bytes32 configurationHash;
        bytes32 domainSeparator;
        uint256 totalWeight;
        Reporter[] reporters;
        Reporter[] present;
    }

    /// @custom:storage-location erc7201:wct.storage.PerformanceOracle
    struct PerformanceOracleStorage {
        BitMaps.BitMap finalized;
        ConfigurationHistory configurations;
        mapping(address operator => mapping(uint256 epoch => bytes32)) commitments;
        /// The first epoch of which an equivocation can still be proven.
        mapping(address operator => uint256 epoch) provenUntil;
    }

    /// @notice May pause.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    /// @notice The most reporters of Phase 1.
    uint256 public constant MAX_COMMITTEE = ConfigurationBounds.MAX_COMMITTEE;

    /// @notice From so long after the end of an epoch on a quorum is enough, if every node has data.
    uint256 public constant QUORUM_DELAY = 6 hours;

    /// @notice From so long after the end of an epoch on it is enough whoever has no data.
    uint256 public constant INCOMPLETE_DELAY = 12 hours;

    bytes32 private constant REPORT_TYPEHASH = keccak256(
        "Report(uint256 epoch,uint8 phase,address reporter,bytes32 setHash,bytes32 configurationHash,bytes32 dataHash)"
    );

    /// @dev The most that one node's stake weighs among its peers: a tenth of all.
    uint256 private constant WEIGHT_CAP_DIVISOR = 10;

    /// @dev keccak256(abi.encode(uint256(keccak256("wct.storage.PerformanceOracle")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STORAGE_LOCATION = 0x129475f12bf644b15376abc1a6a092518a2feda2898e91ca69a6882cfc4cd900;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    INodeRegistry private immutable REGISTRY;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    INodeIdentities private immutable IDENTITIES;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    INodeRewards private immutable REWARDS;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IStakeWeight private immutable STAKE_WEIGHT;

    /// @param registry NodeRegistry: knows who was seated, and gets the scores. Its StakeWeight knows the stakes.
    /// @param identities NodeIdentities: knows the nodes' keys.
    /// @param rewards NodeRewards: gets the outcome.
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(INodeRegistry registry, INodeIdentities identities, INodeRewards rewards) {
        bool isComplete =
            address(registry) != address(0) && address(identities) != address(0) && address(rewards) != address(0);
        require(isComplete, ZeroAddress());
        REGISTRY = registry;
        IDENTITIES = identities;
        REWARDS = rewards;
        STAKE_WEIGHT = registry.stakeWeight();
        _disableInitializers();
    }

    /// @notice Sets the proxy up, once.
    /// @param admin Receives the administrator role, which grants all others.
    /// @param configuration In force from the running epoch on.
    /// @dev The parents have nothing to set up: the name and version of the EIP-712 domain are constants.
    /// @custom:oz-upgrades-unsafe-allow missing-initializer-call
    function initialize(address admin, Configuration calldata configuration) external initializer {
        require(admin != address(0), ZeroAddress());
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _setConfiguration(configuration, Epoch.current());
    }

    /// @inheritdoc IPerformanceOracle
    function finalize(
        uint256 epoch,
        SeatedSet calldata set,
        Configuration calldata configuration,
        SignedReport[] calldata reports,
        bytes calldata medians
    ) external whenNotPaused {
        _markFinalized(epoch);
        (uint256[] memory weights, uint256 qualified) = STAKE_WEIGHT.weightsAt(
            set.operators,
            Epoch.start(epoch),
            Qualification.MIN_STAKE,
            Qualification.MIN_PRESET_WEEKS
        );
        Reporting memory reporting = _reporting(epoch, set, configuration, weights);
        uint256 present = _take(reporting, set.operators.length, reports);
        uint256[] memory scores = _scores(reporting, set.operators, configuration.score, medians);
        emit EpochFinalized(epoch, reporting.setHash, reporting.configurationHash, present, scores);
        _settle(reporting, set, configuration, weights, qualified, scores);
    }

    /// @inheritdoc IPerformanceOracle
    function commit(address operator, bytes32 commitment) external {
        uint256 epoch = Epoch.current();
        require(
            msg.sender == operator || msg.sender == IDENTITIES.keyAt(operator, epoch),
            NotNode(msg.sender, operator)
        );
        _storage().commitments[operator][epoch] = commitment;
        emit Committed(operator, epoch, commitment);
    }

    /// @inheritdoc IPerformanceOracle
    function proveEquivocation(
        Report calldata first,
        bytes calldata firstSignature,
        Report calldata second,
        bytes calldata secondSignature
    ) external whenNotPaused {
        bytes32 firstDigest = reportDigest(first);
        bytes32 secondDigest = reportDigest(second);
        address operator = first.reporter;
        uint256 epoch = first.epoch;
        _markProven(operator, epoch);
        require(
            epoch == second.epoch &&
                operator == second.reporter &&
                firstDigest != secondDigest &&
                REGISTRY.phaseAt(epoch) == INodeRegistry.Phase.Two,
            NoEquivocation()
        );
        address key = IDENTITIES.keyAt(operator, epoch);
        _requireSigner(operator, key, firstDigest, firstSignature);
        _requireSigner(operator, key, secondDigest, secondSignature);

        emit EquivocationProven(operator, epoch, msg.sender);
        REGISTRY.expel(operator);
        uint256 slashBps = _storage().configurations.at(epoch).configuration.pay.equivocationSlashBps;
        REWARDS.proposeSlash(operator, epoch, INodeRewards.Offence.Equivocation, slashBps);
    }

    /// @inheritdoc IPerformanceOracle
    function setConfiguration(Configuration calldata configuration) external onlyRole(DEFAULT_ADMIN_ROLE) {
        _setConfiguration(configuration, Epoch.current() + 1);
    }

    /// @inheritdoc IPerformanceOracle
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @inheritdoc IPerformanceOracle
    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    /// @inheritdoc IPerformanceOracle
    function configurationAt(uint256 epoch) external view returns (Configuration memory) {
        return _storage().configurations.at(epoch).configuration;
    }

    /// @inheritdoc IPerformanceOracle
    function isFinalized(uint256 epoch) external view returns (bool) {
        return _storage().finalized.get(epoch);
    }

    /// @inheritdoc IPerformanceOracle
    function commitmentAt(address operator, uint256 epoch) external view returns (bytes32) {
        return _storage().commitments[operator][epoch];
    }

    /// @inheritdoc IPerformanceOracle
    function configurationHashAt(uint256 epoch) public view returns (bytes32) {
        return _storage().configurations.at(epoch).configurationHash;
    }

    /// @inheritdoc IPerformanceOracle
    function reportDigest(Report calldata report) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(REPORT_TYPEHASH, report)));
    }

    /// @inheritdoc IPerformanceOracle
    function commitmentOf(bytes32 digest, bytes calldata signature) public pure returns (bytes32) {
        return keccak256(abi.encodePacked(digest, signature));
    }

    /// @dev The domain of signatures needs no storage and no initializer.
    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Name() internal pure override returns (string memory) {
        return "WCT Performance Oracle";
    }

    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Version() internal pure override returns (string memory) {
        return "1";
    }

    /// @dev The windows of two epochs do not overlap: one epoch can be finalized at a time, the one before the running one.
    function _markFinalized(uint256 epoch) private {
        uint256 finalizable = Epoch.current() - 1;
        require(epoch == finalizable, EpochNotFinalizable(epoch, finalizable));
        BitMaps.BitMap storage finalized = _storage().finalized;
        require(!finalized.get(epoch), EpochAlreadyFinalized(epoch));
        finalized.set(epoch);
    }

    /// @dev One proof stands for all until now: a key that was stolen signs as much as it likes.
    function _markProven(address operator, uint256 epoch) private {
        mapping(address operator => uint256) storage provenUntil = _storage().provenUntil;
        uint256 from = provenUntil[operator];
        uint256 running = Epoch.current();
        require(epoch >= from && epoch <= running, EpochNotProvable(operator, epoch, from, running));
        provenUntil[operator] = running + 1;
    }

    function _settle(
        Reporting memory reporting,
        SeatedSet calldata set,
        Configuration calldata configuration,
        uint256[] memory weights,
        uint256 qualified,
        uint256[] memory scores
    ) private {
        Scoring memory scoring = Scoring({
            setHash: reporting.setHash,
            active: set.active,
            reserved: set.reserved,
            scores: scores,
            qualified: qualified
        });
        (uint256 paid, uint256 confined) = REGISTRY.applyScores(reporting.epoch, scoring, configuration.thresholds);
        Outcome memory outcome = Outcome({
            operators: set.operators,
            weights: weights,
            scores: scores,
            active: set.active,
            reserved: set.reserved,
            paid: paid,
            confined: confined
        });
        REWARDS.settle(reporting.epoch, outcome, configuration.pay);
    }

    function _setConfiguration(Configuration calldata configuration, uint256 fromEpoch) private {
        configuration.requireValid();
        bytes32 configurationHash = _storage().configurations.set(configuration, fromEpoch);
        emit ConfigurationSet(fromEpoch, configurationHash, configuration);
    }

    /// @dev What is known before the reports are read.
    function _reporting(
        uint256 epoch,
        SeatedSet calldata set,
        Configuration calldata configuration,
        uint256[] memory stakeWeights
    ) private view returns (Reporting memory reporting) {
        require(set.operators.length != 0, NobodySeated(epoch));
        bytes32 configurationHash = keccak256(abi.encode(configuration));
        bytes32 expected = configurationHashAt(epoch);
        require(configurationHash == expected, WrongConfiguration(epoch, configurationHash, expected));
        reporting.epoch = epoch;
        reporting.configurationHash = configurationHash;
        reporting.setHash = keccak256(abi.encode(set));
        reporting.domainSeparator = _domainSeparatorV4();
        reporting.phase = REGISTRY.phaseAt(epoch);
        if (reporting.phase == INodeRegistry.Phase.One) _appointCommittee(reporting, configuration.committee);
        else _appointPeers(reporting, set.operators, stakeWeights);
    }

    /// @dev Checks every report, and notes where its data is.
    function _take(
        Reporting memory reporting,
        uint256 nodes,
        SignedReport[] calldata reports
    ) private view returns (uint256 present) {
        uint256 reporters = reporting.reporters.length;
        _requireQuorum(reporting.epoch, reports.length, reporters);
        reporting.present = new Reporter[](reports.length);
        // At most 32, since each index is greater than the one before.
        for (uint256 i = 0; i < reports.length; ++i) {
            SignedReport calldata report = reports[i];
            uint256 index = report.index;
            // All indices so far are the bits of `present`.
            require(present >> index == 0, ReportOutOfOrder(index, Math.log2(present)));
            require(index < reporters, UnknownReporter(index, reporters));
            Reporter memory reporter = reporting.reporters[index];
            _requireReport(reporting, reporter, nodes, report.data, report.signature);
            present |= 1 << index;
            reporter.location = Measurements.locate(report.data);
            reporting.present[i] = reporter;
        }
    }

    function _requireReport(
        Reporting memory reporting,
        Reporter memory reporter,
        uint256 nodes,
        bytes calldata data,
        bytes calldata signature
    ) private view {
        uint256 length = nodes * Measurements.SIZE;
        require(data.length == length, WrongDataLength(reporter.account, data.length, length));
        bytes32 digest = _digestOf(reporting, reporter.account, keccak256(data));
        _requireSigner(reporter.account, reporter.signer, digest, signature);
        if (reporting.phase == INodeRegistry.Phase.One) return;
        bytes32 commitment = commitmentOf(digest, signature);
        bytes32 expected = _storage().commitments[reporter.account][reporting.epoch];
        require(commitment == expected, WrongCommitment(reporter.account, commitment, expected));
    }

    /// @dev Per node its score; {NO_SCORE} where there is too little data.
    function _scores(
        Reporting memory reporting,
        address[] calldata operators,
        ScoreParameters memory parameters,
        bytes calldata medians
    ) private view returns (uint256[] memory scores) {
        uint256 length = operators.length * Measurements.MEDIANS_SIZE;
        require(medians.length == length, WrongMediansLength(medians.length, length));
        scores = new uint256[](operators.length);
        // At most 32 nodes by 32 reports.
        for (uint256 node = 0; node < operators.length; ++node) {
            address operator = operators[node];
            (uint256 uptime, uint256 latencyMs) = Measurements.mediansAt(medians, node);
            Weighing memory weighing = Measurements.weigh(reporting.present, operator, node, uptime, latencyMs);
            if (weighing.isImpossible) _revertImpossible(reporting.present, operator, node);
            if (_isEnough(reporting, node, weighing.all)) {
                if (_isBare(reporting, node, weighing.all)) _requirePatience(reporting, operator, weighing.all);
                // In the node's favour where the reports are split in halves: more uptime and less latency.
                require(weighing.areMedians(), WrongMedians(operator, uptime, latencyMs));
                scores[node] = Performance.score(parameters, uptime, latencyMs);
            } else {
                _requirePatience(reporting, operator, weighing.all);
                scores[node] = NO_SCORE;
            }
        }
    }

    function _requireQuorum(uint256 epoch, uint256 reports, uint256 reporters) private view {
        uint256 needed = Quorum.reportsNeeded(reporters);
        require(reports >= needed, QuorumMissing(reports, needed));
        uint256 from = Epoch.start(epoch + 1) + QUORUM_DELAY;
        require(reports >= reporters || block.timestamp >= from, TooEarlyToFinalize(epoch, from));
    }

    /// @dev Nobody can keep a node from being scored, or choose its score, by choosing reports, unless for half a day nobody else
    /// has better ones.
    function _requirePatience(Reporting memory reporting, address operator, uint256 units) private view {
        uint256 from = Epoch.start(reporting.epoch + 1) + INCOMPLETE_DELAY;
        bool isAllThereIs = reporting.present.length == reporting.reporters.length || block.timestamp >= from;
        require(isAllThereIs, DataMissing(operator, Measurements.valuesIn(units), from));
    }

    /// @dev Phase 2: all seated nodes, each with its stake weight, up to a tenth of all.
    function _appointPeers(
        Reporting memory reporting,
        address[] calldata operators,
        uint256[] memory stakeWeights
    ) private view {
        address[] memory keys = IDENTITIES.keysAt(operators, reporting.epoch);
        uint256 total = 0;
        for (uint256 i = 0; i < stakeWeights.length; ++i) {
            total += stakeWeights[i];
        }
        reporting.reporters = new Reporter[](operators.length);
        for (uint256 i = 0; i < operators.length; ++i) {
            uint256 weight = Math.min(stakeWeights[i], total / WEIGHT_CAP_DIVISOR);
            reporting.totalWeight += weight;
            _appoint(reporting, i, operators[i], keys[i], operators[i], weight);
        }
    }

    /// @dev Phase 1: the committee, each member of the same weight.
    function _appointCommittee(Reporting memory reporting, Member[] calldata committee) private pure {
        reporting.reporters = new Reporter[](committee.length);
        for (uint256 i = 0; i < committee.length; ++i) {
            Member calldata member = committee[i];
            _appoint(reporting, i, member.reporter, member.reporter, member.operator, 1);
        }
    }

    function _appoint(
        Reporting memory reporting,
        uint256 index,
        address account,
        address signer,
        address operator,
        uint256 weight
    ) private pure {
        Reporter memory reporter = reporting.reporters[index];
        reporter.account = account;
        reporter.signer = signer;
        reporter.operator = operator;
        reporter.unit = Measurements.unitOf(weight);
    }

    /// @dev Whether these values are data. Either way, who would move the median out of the range of the honest values needs a
    /// third of those who may report on the node.
    function _isEnough(Reporting memory reporting, uint256 node, uint256 units) private pure returns (bool) {
        uint256 reporters = reporting.reporters.length;
        uint256 values = Measurements.valuesIn(units);
        if (reporting.phase == INodeRegistry.Phase.One) return values >= Quorum.valuesNeeded(reporters);
        uint256 weight = Measurements.weightIn(units);
        // At most 32 values, and weights below 2^96.
        unchecked {
            return values * 2 >= reporters - 1 && weight * 3 >= _peersWeight(reporting, node) * 2 && weight != 0;
        }
    }

    /// @dev In Phase 2, whether these values have two thirds of the peers' weight and no more: if a third lies, it is half of
    /// them, and the better value for the node counts.
    function _isBare(Reporting memory reporting, uint256 node, uint256 units) private pure returns (bool) {
        if (reporting.phase == INodeRegistry.Phase.One) return false;
        unchecked {
            return Measurements.weightIn(units) * 3 == _peersWeight(reporting, node) * 2;
        }
    }

    function _peersWeight(Reporting memory reporting, uint256 node) private pure returns (uint256) {
        return reporting.totalWeight - Measurements.weightIn(reporting.reporters[node].unit);
    }

    /// @dev Names the first that has impossible numbers.
    function _revertImpossible(Reporter[] memory present, address operator, uint256 node) private pure {
        for (uint256 i = 0; i < present.length; ++i) {
            Reporter memory reporter = present[i];
            if (reporter.operator == operator || !Measurements.isImpossible(reporter.location, node)) continue;
            (uint256 successes, uint256 probes, uint256 latencySumMs) = Measurements.at(reporter.location, node);
            revert ImpossibleData(reporter.account, operator, successes, probes, latencySumMs);
        }
    }

    function _digestOf(Reporting memory reporting, address reporter, bytes32 dataHash) private pure returns (bytes32) {
        Report memory report = Report({
            epoch: reporting.epoch,
            phase: reporting.phase,
            reporter: reporter,
            setHash: reporting.setHash,
            configurationHash: reporting.configurationHash,
            dataHash: dataHash
        });
        bytes32 structHash = keccak256(abi.encode(REPORT_TYPEHASH, report));
        return MessageHashUtils.toTypedDataHash(reporting.domainSeparator, structHash);
    }

    function _requireSigner(address reporter, address key, bytes32 digest, bytes calldata signature) private pure {
        address signer = ECDSA.recoverCalldata(digest, signature);
        require(signer == key, WrongSigner(reporter, signer));
    }

    function _storage() private pure returns (PerformanceOracleStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly {
            $.slot := STORAGE_LOCATION
        }
    }
}
