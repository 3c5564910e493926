using System.Collections.Immutable;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>A contact as far as it is known here; the card may hold more, which a change leaves as it is.</summary>
/// <param name="Id">Where it is.</param>
/// <param name="ETag">Its ETag.</param>
/// <param name="Name">The name people see (FN).</param>
public sealed record Contact(ContactId Id, ETag ETag, string Name)
{
    /// <summary>The UID of the card.</summary>
    public string? Uid { get; init; }

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

    /// <summary>E-mail addresses.</summary>
    public ImmutableArray<ContactPoint> Emails { get; init; } = [];

    /// <summary>Phone numbers.</summary>
    public ImmutableArray<ContactPoint> Phones { get; init; } = [];

    /// <summary>Web addresses.</summary>
    public ImmutableArray<ContactPoint> Urls { get; init; } = [];

    /// <summary>Postal addresses.</summary>
    public ImmutableArray<PostalAddress> Addresses { get; init; } = [];

    /// <summary><c>2001-12-31</c>, or <c>--12-31</c> without a year.</summary>
    public string? Birthday { get; init; }

    /// <summary>Notes.</summary>
    public string? Note { get; init; }

    /// <summary>The groups it is in (CATEGORIES).</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>The card holds a picture.</summary>
    public bool HasPhoto { get; init; }

    /// <summary>Names of further properties the card has, e.g. <c>GEO</c>.</summary>
    public ImmutableArray<string> Others { get; init; } = [];
}
