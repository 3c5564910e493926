using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>What of a contact becomes what. Null leaves a thing as it is; an empty text or list removes it.</summary>
public sealed record ContactChange
{
    /// <summary>The name people see. It cannot be removed.</summary>
    public string? Name { get; init; }

    /// <summary>Given name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Family name.</summary>
    public string? LastName { get; init; }

    /// <summary>Nickname.</summary>
    public string? Nickname { get; init; }

    /// <summary>Organization, its units behind semicolons.</summary>
    public string? Organization { get; init; }

    /// <summary>Job title.</summary>
    public string? Title { get; init; }

    /// <summary>All e-mail addresses it shall have. Those it has keep what else is said of them.</summary>
    public ImmutableArray<ContactPoint>? Emails { get; init; }

    /// <summary>All phone numbers it shall have.</summary>
    public ImmutableArray<ContactPoint>? Phones { get; init; }

    /// <summary>All web addresses it shall have.</summary>
    public ImmutableArray<ContactPoint>? Urls { get; init; }

    /// <summary>All postal addresses it shall have.</summary>
    public ImmutableArray<PostalAddress>? Addresses { get; init; }

    /// <summary><c>2001-12-31</c>, or <c>--12-31</c> without a year.</summary>
    public string? Birthday { get; init; }

    /// <summary>Notes.</summary>
    public string? Note { get; init; }

    /// <summary>All groups it shall be in.</summary>
    public ImmutableArray<string>? Groups { get; init; }

    /// <summary>The picture; one without bytes removes it.</summary>
    public ContactPhoto? Photo { get; init; }
}
