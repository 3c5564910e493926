using Gatehouse.Testing.Browser;

namespace Gatehouse.Interop.Tests.Providers;

/// <summary>A provider somebody else wrote, running.</summary>
internal abstract class RealProvider : IAsyncDisposable
{
    /// <summary>The client that is registered there.</summary>
    public const string ClientId = "gatehouse";

    /// <summary>Its secret.</summary>
    public const string ClientSecret = "a-secret-of-more-than-thirty-two-characters";

    /// <summary>Its issuer, as it says it.</summary>
    public abstract string Issuer { get; }

    /// <summary>Whether it takes <see cref="ClientSecret"/>; clients prove nothing there otherwise.</summary>
    public virtual bool TakesSecret => true;

    /// <summary>What a person does on its pages.</summary>
    public abstract Task SignInAsync(ScriptedTab tab, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
