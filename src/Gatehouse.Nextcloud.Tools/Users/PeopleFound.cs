using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Users;

/// <summary>Who was found.</summary>
internal sealed record PeopleFound(
    IReadOnlyList<PersonItem> People,
    [property: Description("There are more: use a longer part of the name.")] bool More
);
