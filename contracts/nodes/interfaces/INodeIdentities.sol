// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title INodeIdentities
/// @notice Keeps the signing keys and the endpoints of nodes, each of them unique. A change takes effect at the opening of the
/// next epoch, so that everybody measures, signs and verifies with the same ones throughout an epoch.
///
/// A key belongs for ever to the operator who first proved to hold it: what it signed can be held against nobody else. An
/// endpoint is free again once its node left it. An epoch is a UTC day.
interface INodeIdentities {
    /// @notice From the opening of `fromEpoch` on, reports of the node of `operator` are signed by `key`.
    event KeySet(address indexed operator, address indexed key, uint256 fromEpoch);

    /// @notice From the opening of `fromEpoch` on, the node of `operator` answers at `endpoint`.
    event EndpointSet(address indexed operator, string endpoint, uint256 fromEpoch);

    /// @notice The node of `operator` has no endpoint any more.
    event EndpointReleased(address indexed operator);

    /// @notice The zero address was given where somebody has to stand.
    error ZeroAddress();

    /// @notice The node of `operator` is not registered.
    error NotRegistered(address operator);

    /// @notice `key` is or was the key of `operator`; a key never changes hands.
    error KeyTaken(address key, address operator);

    /// @notice `signer` signed instead of `key`.
    error WrongKeySignature(address key, address signer);

    /// @notice `endpoint` belongs to the node of `operator`.
    error EndpointTaken(string endpoint, address operator);

    /// @notice `endpoint` must have 1 to `maxLength` characters, printable ASCII without blanks and capitals.
    error InvalidEndpoint(string endpoint, uint256 maxLength);

    /// @notice Changes the caller's key from the next epoch on.
    /// @param key The address that signs its reports, never another operator's.
    /// @param signature `key`'s signature of {keyDigest}, which proves that the caller holds it.
    /// @dev Reverts with {NotRegistered}, {KeyTaken}, {WrongKeySignature}, or those of OpenZeppelin's ECDSA.
    function setKey(address key, bytes calldata signature) external;

    /// @notice Changes the caller's endpoint from the next epoch on. The old one stays taken until the next change or the
    /// leaving; a change that is not in effect yet is forgotten.
    /// @dev Reverts with {NotRegistered}, {InvalidEndpoint} or {EndpointTaken}.
    function setEndpoint(string calldata endpoint) external;

    /// @notice Takes in a node that registers: its endpoint at once, its key at once if it is its first, else from the next
    /// epoch on. For the NodeRegistry.
    /// @dev Reverts like {setKey} and {setEndpoint}.
    function introduce(address operator, address key, string calldata endpoint, bytes calldata signature) external;

    /// @notice Frees the endpoints of a node that was deactivated. Its keys stay its own. For the NodeRegistry.
    function release(address operator) external;

    /// @return The address that signs for the node of `operator` in `epoch`; zero if none.
    function keyAt(address operator, uint256 epoch) external view returns (address);

    /// @return keys {keyAt} for each of `operators`.
    function keysAt(address[] calldata operators, uint256 epoch) external view returns (address[] memory keys);

    /// @return Where the node of `operator` answers in the running epoch; empty if it is not registered.
    function endpointOf(address operator) external view returns (string memory);

    /// @return Where it answers from the next epoch on.
    function nextEndpointOf(address operator) external view returns (string memory);

    /// @return The operator that `key` belongs to for ever; zero if none.
    function operatorOfKey(address key) external view returns (address);

    /// @return The operator whose node answers, answered last or will answer at `endpoint`; zero if none.
    function operatorOfEndpoint(string calldata endpoint) external view returns (address);

    /// @return What a key has to sign to prove that it belongs to `operator`: EIP-712, `KeyOwnership(address operator)`.
    function keyDigest(address operator) external view returns (bytes32);
}
