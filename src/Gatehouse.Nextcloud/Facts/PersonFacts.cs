using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Facts;

/// <summary>What every tool may want to know of a person.</summary>
/// <param name="Version">The version of their Nextcloud, e.g. <c>32.0.1</c>.</param>
/// <param name="TimeZone">Their time zone by its IANA name, e.g. <c>Europe/Berlin</c>; <c>UTC</c> when the cloud does not say.</param>
/// <param name="Apps">The ids of the apps they have, e.g. <c>deck</c> and <c>spreed</c>, from their capabilities and their navigation.</param>
public sealed record PersonFacts(string Version, string TimeZone, ImmutableSortedSet<string> Apps);
