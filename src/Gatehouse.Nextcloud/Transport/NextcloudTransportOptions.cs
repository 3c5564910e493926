namespace Gatehouse.Nextcloud.Transport;

/// <summary>How a Nextcloud is called. The defaults are right for almost everybody.</summary>
public sealed record NextcloudTransportOptions
{
    /// <summary>A PEM file with certificates of authorities to trust besides those of the system; null for none.</summary>
    public string? ExtraCaFile { get; init; }

    /// <summary>How long a connection may take to be made: 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a call may take, its answer included: 30 s. Downloads and uploads have <see cref="TransferTimeout"/>.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a download or upload may take: 10 min.</summary>
    public TimeSpan TransferTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a pooled connection lives, so that changed DNS is noticed: 5 min.</summary>
    public TimeSpan PooledConnectionLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The largest JSON or XML answer that is read: 16 MiB.</summary>
    public int MaxAnswerBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The longest Retry-After a call that changes nothing waits for by itself: 5 s. A longer one is the caller's to wait.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The User-Agent of all calls but the start of a Login Flow.</summary>
    public string UserAgent { get; init; } = "Gatehouse";
}
