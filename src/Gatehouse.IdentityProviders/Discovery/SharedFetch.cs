using Gatehouse.IdentityProviders.Errors;

namespace Gatehouse.IdentityProviders.Discovery;

/// <summary>
/// Something a provider publishes, kept for a while. Whoever asks at the same time shares one fetch, and nobody's leaving ends it; the last good value
/// serves on while the provider is away; a provider in trouble is left alone for longer and longer.
/// </summary>
/// <param name="fetch">Gets it; is handed the last good value.</param>
/// <param name="time">The clock.</param>
internal sealed class SharedFetch<T>(Func<T?, Task<Fetched<T>>> fetch, TimeProvider time)
    where T : class
{
    private readonly Lock gate = new();
    private Task<ProviderResult<T>>? underWay;
    private T? known;
    private DateTimeOffset freshUntil = DateTimeOffset.MinValue;
    private DateTimeOffset renewedAt = DateTimeOffset.MinValue;
    private ProviderFailure? trouble;
    private DateTimeOffset quietUntil = DateTimeOffset.MinValue;
    private int failures;

    /// <summary>The value: a fresh one, else a fetched one, else the last good one.</summary>
    public Task<ProviderResult<T>> FindAsync(CancellationToken cancellationToken) =>
        StartAsync(isRenewal: false).WaitAsync(cancellationToken);

    /// <summary>The value, fetched again although it is fresh, because something is missing in it; at most once a minute.</summary>
    public Task<ProviderResult<T>> RenewAsync(CancellationToken cancellationToken) =>
        StartAsync(isRenewal: true).WaitAsync(cancellationToken);

    private Task<ProviderResult<T>> StartAsync(bool isRenewal)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (known is not null && !isRenewal && now < freshUntil)
            {
                return Task.FromResult<ProviderResult<T>>(known);
            }

            if (underWay is not null)
            {
                return underWay;
            }

            if (known is not null && (now < quietUntil || (isRenewal && now < renewedAt + FetchPace.BetweenRenewals)))
            {
                return Task.FromResult<ProviderResult<T>>(known);
            }

            if (trouble is not null && now < quietUntil)
            {
                return Task.FromResult<ProviderResult<T>>(trouble);
            }

            renewedAt = isRenewal ? now : renewedAt;
            underWay = RunAsync(known);
            return underWay;
        }
    }

    private async Task<ProviderResult<T>> RunAsync(T? last)
    {
        // Out of the lock this was started in.
        await Task.Yield();
        try
        {
            return Keep(await fetch(last));
        }
        finally
        {
            lock (gate)
            {
                underWay = null;
            }
        }
    }

    private ProviderResult<T> Keep(Fetched<T> fetched)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (fetched.Result.Succeeded(out var value, out var failure))
            {
                known = value;
                trouble = null;
                failures = 0;
                quietUntil = DateTimeOffset.MinValue;
                freshUntil = now + FetchPace.Lifetime(fetched.Lifetime);
                return value;
            }

            quietUntil = now + FetchPace.Pause(failure.RetryAfter, failures);
            failures++;
            trouble = failure;
            return known is null ? failure : known;
        }
    }
}
