package dev.spartanlake.generator;

/// The names of something the documents refer to by id only.
///
/// @param kind what it is
/// @param assetId its id, a UUID in lower case
/// @param versionId the id of its one version
/// @param publicName its English name
/// @param nameFr its French name; the English one where it has none of its own
public record AssetName(AssetKind kind, String assetId, String versionId, String publicName, String nameFr) {}
