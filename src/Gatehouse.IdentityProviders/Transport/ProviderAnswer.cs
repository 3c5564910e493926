namespace Gatehouse.IdentityProviders.Transport;

/// <summary>What came back from a provider.</summary>
internal sealed record ProviderAnswer
{
    /// <summary>Why there is nothing to read; null when there is.</summary>
    public ProviderTrouble? Trouble { get; init; }

    /// <summary>The HTTP status; 0 with <see cref="Trouble"/>.</summary>
    public int Status { get; init; }

    /// <summary>Without parameters, in lower case; null when there was none.</summary>
    public string? MediaType { get; init; }

    /// <summary>At most 1 MB.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>RFC 9111: how long it may be kept; zero when it may not, null when the provider does not say.</summary>
    public TimeSpan? MaximumAge { get; init; }

    /// <summary>How long the provider asks to wait; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>It is in trouble itself, which passes.</summary>
    public bool IsServerTrouble => Status >= 500;

    /// <summary>A page for people where data was asked for.</summary>
    public bool IsHtml =>
        MediaType is "text/html" or "application/xhtml+xml" || Body.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    public static ProviderAnswer Without(ProviderTroubleKind kind, string reason) =>
        new() { Trouble = new ProviderTrouble(kind, reason) };

    /// <summary>Never the body: it holds tokens.</summary>
    public override string ToString() => $"ProviderAnswer {Status} {MediaType} {Trouble?.Reason}";
}
