namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>What stood behind a provider's row; the two are never mixed.</summary>
internal enum ProviderKind
{
    /// <summary>Somebody else's code ran.</summary>
    Real,

    /// <summary>A simulation, held to what is written down of the provider.</summary>
    Simulated,
}
