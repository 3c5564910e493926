namespace Gatehouse.Interop.Tests.Lab;

/// <summary>How one client is driven through the story. What a step gives is the client's own words, for the story to look into.</summary>
internal abstract class LabClient(LabSite site) : IAsyncDisposable
{
    /// <summary>Where it signs in.</summary>
    protected LabSite Site { get; } = site;

    /// <summary>Its faults.</summary>
    public virtual IReadOnlyList<Deviation> Deviations => [];

    /// <summary>Makes it sign in, as a person who has just installed it would.</summary>
    public abstract Task SignInAsync(CancellationToken cancellationToken);

    /// <summary>Makes it list the tools.</summary>
    /// <returns>The list, as the client shows it.</returns>
    public abstract Task<string> ListToolsAsync(CancellationToken cancellationToken);

    /// <summary>Makes it call the tool <c>access</c>, which says whose account it is.</summary>
    /// <returns>The answer, as the client shows it.</returns>
    public abstract Task<string> CallAsync(CancellationToken cancellationToken);

    /// <summary>Lets its access token run out. Clients that look at their own clock override it.</summary>
    public virtual Task RunOutAsync(CancellationToken cancellationToken)
    {
        Site.LetAccessTokensRunOut();
        return Task.CompletedTask;
    }

    /// <summary>After the revocation: uses it until it asks for the person again, and lets it sign in.</summary>
    public virtual Task SignInAnewAsync(CancellationToken cancellationToken) => CallAsync(cancellationToken);

    /// <summary>Brings it back into the story after a step it cannot do.</summary>
    public virtual Task RecoverAsync(CancellationToken cancellationToken) => SignInAsync(cancellationToken);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
