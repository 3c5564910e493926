namespace Gatehouse.IdentityProviders.Transport;

/// <summary>Why there is no answer to read.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Reason">The same in words, to be read after the provider's name: "did not answer within 10 seconds".</param>
internal sealed record ProviderTrouble(ProviderTroubleKind Kind, string Reason)
{
    /// <summary>Nothing of the request left this computer: it may be sent again, whatever it was.</summary>
    public bool IsUnsent => Kind is ProviderTroubleKind.Unreachable or ProviderTroubleKind.Untrusted;
}
