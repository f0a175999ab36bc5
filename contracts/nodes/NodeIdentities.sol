// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { AccessControlEnumerableUpgradeable } from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlEnumerableUpgradeable.sol";
import { EIP712Upgradeable } from "@openzeppelin/contracts-upgradeable/utils/cryptography/EIP712Upgradeable.sol";
import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { Checkpoints } from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import { Epoch } from "../libraries/Epoch.sol";
import { INodeIdentities } from "./interfaces/INodeIdentities.sol";

/// @title NodeIdentities
/// @notice Keeps under which key each node signs and at which endpoint it answers. Called by operators, and by the registry
/// when a node comes or goes. Trusts the registry to introduce only who may register.
contract NodeIdentities is INodeIdentities, AccessControlEnumerableUpgradeable, EIP712Upgradeable {
    using Checkpoints for Checkpoints.Trace160;
    using SafeCast for uint256;

    /// @param current Where the node answers, until `nextFrom` if there is a `next`. Never empty while it is registered.
    /// @param next Where it answers from then on; empty if nothing changes.
    struct Endpoint {
        string current;
        string next;
        uint40 nextFrom;
    }

    /// @custom:storage-location erc7201:wct.storage.NodeIdentities
    struct NodeIdentitiesStorage {
        /// Which key signs from which epoch on.
        mapping(address operator => Checkpoints.Trace160) keys;
        mapping(address key => address operator) keyOwners;
        mapping(address operator => Endpoint) endpoints;
        mapping(bytes32 endpointHash => address operator) endpointOwners;
    }

    /// @notice May introduce and release nodes. For the NodeRegistry alone.
    bytes32 public constant REGISTRY_ROLE = keccak256("REGISTRY_ROLE");

    /// @notice The longest endpoint, in characters.
    uint256 public constant MAX_ENDPOINT_LENGTH = 256;

    bytes32 private constant KEY_OWNERSHIP_TYPEHASH = keccak256("KeyOwnership(address operator)");

    /// @dev keccak256(abi.encode(uint256(keccak256("wct.storage.NodeIdentities")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STORAGE_LOCATION = 0x6221d46bcf3ce6895e2b295437f5880cf43f79f27f13b56082b4f61aef6d1800;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
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

    /// @inheritdoc INodeIdentities
    function setKey(address key, bytes calldata signature) external {
        _requireRegistered(msg.sender);
        _setKey(msg.sender, key, signature);
    }

    /// @inheritdoc INodeIdentities
    function setEndpoint(string calldata endpoint) external {
        _requireRegistered(msg.sender);
        _take(msg.sender, endpoint);
        NodeIdentitiesStorage storage $ = _storage();
        Endpoint storage stored = $.endpoints[msg.sender];
        uint256 running = Epoch.current();
        if (bytes(stored.next).length != 0) {
            if (stored.nextFrom <= running) {
                delete $.endpointOwners[_hash(stored.current)];
                stored.current = stored.next;
            } else {
                delete $.endpointOwners[_hash(stored.next)];
            }
        }
        stored.next = endpoint;
        stored.nextFrom = (running + 1).toUint40();
        emit EndpointSet(msg.sender, endpoint, running + 1);
    }

    /// @inheritdoc INodeIdentities
    function introduce(
        address operator,
        address key,
        string calldata endpoint,
        bytes calldata signature
    ) external onlyRole(REGISTRY_ROLE) {
        _setKey(operator, key, signature);
        _take(operator, endpoint);
        _storage().endpoints[operator].current = endpoint;
        emit EndpointSet(operator, endpoint, Epoch.current());
    }

    /// @inheritdoc INodeIdentities
    function release(address operator) external onlyRole(REGISTRY_ROLE) {
        NodeIdentitiesStorage storage $ = _storage();
        Endpoint storage stored = $.endpoints[operator];
        delete $.endpointOwners[_hash(stored.current)];
        delete $.endpointOwners[_hash(stored.next)];
        delete $.endpoints[operator];
        emit EndpointReleased(operator);
    }

    /// @inheritdoc INodeIdentities
    function keysAt(address[] calldata operators, uint256 epoch) external view returns (address[] memory keys) {
        keys = new address[](operators.length);
        // Bounded by the caller's list.
        for (uint256 i = 0; i < operators.length; ++i) {
            keys[i] = keyAt(operators[i], epoch);
        }
    }

    /// @inheritdoc INodeIdentities
    function endpointOf(address operator) external view returns (string memory) {
        return _endpointAt(operator, Epoch.current());
    }

    /// @inheritdoc INodeIdentities
    function nextEndpointOf(address operator) external view returns (string memory) {
        return _endpointAt(operator, Epoch.current() + 1);
    }

    /// @inheritdoc INodeIdentities
    function operatorOfKey(address key) external view returns (address) {
        return _storage().keyOwners[key];
    }

    /// @inheritdoc INodeIdentities
    function operatorOfEndpoint(string calldata endpoint) external view returns (address) {
        return _storage().endpointOwners[_hash(endpoint)];
    }

    /// @inheritdoc INodeIdentities
    function keyAt(address operator, uint256 epoch) public view returns (address) {
        return address(_storage().keys[operator].upperLookupRecent(epoch.toUint96()));
    }

    /// @inheritdoc INodeIdentities
    function keyDigest(address operator) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(KEY_OWNERSHIP_TYPEHASH, operator)));
    }

    /// @dev The domain of signatures needs no storage and no initializer.
    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Name() internal pure override returns (string memory) {
        return "WCT Node Identities";
    }

    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Version() internal pure override returns (string memory) {
        return "1";
    }

    /// @dev From the next epoch on; the first key from the running one on. An earlier key keeps its epochs, so that leaving and
    /// coming back with another does not undo what it signed.
    function _setKey(address operator, address key, bytes calldata signature) private {
        NodeIdentitiesStorage storage $ = _storage();
        address owner = $.keyOwners[key];
        require(owner == address(0) || owner == operator, KeyTaken(key, owner));
        address signer = ECDSA.recoverCalldata(keyDigest(operator), signature);
        require(signer == key, WrongKeySignature(key, signer));

        uint256 fromEpoch = Epoch.current();
        if ($.keys[operator].length() != 0) ++fromEpoch;
        $.keyOwners[key] = operator;
        $.keys[operator].push(fromEpoch.toUint96(), uint160(key));
        emit KeySet(operator, key, fromEpoch);
    }

    function _take(address operator, string calldata endpoint) private {
        _requireEndpoint(endpoint);
        NodeIdentitiesStorage storage $ = _storage();
        bytes32 hash = _hash(endpoint);
        address owner = $.endpointOwners[hash];
        require(owner == address(0), EndpointTaken(endpoint, owner));
        $.endpointOwners[hash] = operator;
    }

    function _endpointAt(address operator, uint256 epoch) private view returns (string memory) {
        Endpoint storage stored = _storage().endpoints[operator];
        bool hasChanged = bytes(stored.next).length != 0 && stored.nextFrom <= epoch;
        return hasChanged ? stored.next : stored.current;
    }

    function _requireRegistered(address operator) private view {
        require(bytes(_storage().endpoints[operator].current).length != 0, NotRegistered(operator));
    }

    /// @dev Without capitals and blanks one endpoint cannot be written in two ways that look alike.
    function _requireEndpoint(string calldata endpoint) private pure {
        bytes calldata characters = bytes(endpoint);
        bool isValid = characters.length != 0 && characters.length <= MAX_ENDPOINT_LENGTH;
        for (uint256 i = 0; isValid && i < characters.length; ++i) {
            bytes1 character = characters[i];
            isValid = character > " " && character <= "~" && (character < "A" || character > "Z");
        }
        require(isValid, InvalidEndpoint(endpoint, MAX_ENDPOINT_LENGTH));
    }

    function _hash(string memory endpoint) private pure returns (bytes32) {
        return keccak256(bytes(endpoint));
    }

    function _storage() private pure returns (NodeIdentitiesStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly {
            $.slot := STORAGE_LOCATION
        }
    }
}
