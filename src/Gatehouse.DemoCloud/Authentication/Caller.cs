using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Authentication;

/// <summary>Who a request is from, as a feature of the request: a person, or why there is none.</summary>
internal sealed record Caller(CredentialKind Shown, Person? Person, RefusalReason Refusal)
{
    /// <summary>The app password of the request or of the sign-in behind its session; none after the account password.</summary>
    public AppPassword? AppPassword { get; init; }

    public required Session Session { get; init; }
}
