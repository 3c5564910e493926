using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Errors;

/// <summary>Why a provider did not do what it was asked for, in words for a person.</summary>
/// <param name="Remedy">Who can do something about it.</param>
/// <param name="Code">Stable, such as <c>provider-unreachable</c>; see <see cref="ProviderCodes"/> and <c>docs/errors/</c>.</param>
/// <param name="Meaning">What happened; safe to show.</param>
/// <param name="Fix">What to do; safe to show.</param>
/// <param name="Detail">What the provider said, for the operator's log only: bounded, one line, no secret.</param>
internal sealed record ProviderFailure(ProviderRemedy Remedy, string Code, string Meaning, string Fix, string Detail)
{
    /// <summary>The provider's own name of the error, such as <c>invalid_grant</c> or <c>AADSTS65001</c>; null when it gave none.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>How long the provider asked to wait; null when it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What a provider publishes, or what was asked of it, does not fit the configuration.</summary>
    public static ProviderFailure Misconfigured(string meaning, string fix) =>
        new(ProviderRemedy.AskOperator, ProviderCodes.Misconfigured, meaning, fix, Detail: meaning);
}
