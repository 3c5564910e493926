using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>One permission in the answer of the tool <c>access</c>.</summary>
internal sealed record ScopeAnswer(
    [property: Description("The scope, e.g. notes.read.")] string Scope,
    [property: Description("The Nextcloud app it belongs to.")] string App,
    [property: Description("What it allows.")] string Allows
);
