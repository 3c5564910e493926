namespace Gatehouse.AspNetCore.Registration.Documents;

/// <summary>What a request to a stranger's server gave.</summary>
/// <param name="Body">The JSON; null when there is none to use.</param>
/// <param name="Lifetime">How long it may be kept; zero not to keep it.</param>
/// <param name="Failure">Why there is none.</param>
/// <param name="IsAway">The server could not be reached or was in trouble: what was known before is not contradicted.</param>
internal sealed record OutboundAnswer(byte[]? Body, TimeSpan Lifetime, string? Failure, bool IsAway)
{
    public static OutboundAnswer Refused(string reason) => new(null, TimeSpan.Zero, reason, IsAway: false);

    public static OutboundAnswer Away(string reason) => new(null, TimeSpan.Zero, reason, IsAway: true);
}
