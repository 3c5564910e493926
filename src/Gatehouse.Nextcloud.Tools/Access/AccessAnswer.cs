using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>The answer of the tool <c>access</c>.</summary>
internal sealed record AccessAnswer(
    [property: Description("The user id of the Nextcloud account.")] string User,
    [property: Description("The address of the Nextcloud.")] string Cloud,
    [property: Description("What the person granted.")] IReadOnlyList<ScopeAnswer> Granted,
    [property: Description("What the person did not grant; the tools that need it are not listed.")]
        IReadOnlyList<ScopeAnswer> NotGranted,
    [property: Description(
        "A page where the person can grant more. Show it; do not open it yourself. Absent when nothing is missing."
    )]
        string? ExtendAccessUrl = null
);
