namespace Gatehouse.AspNetCore.Authorization;

/// <summary>How many transactions may be open at once. Finished and expired ones do not count.</summary>
/// <param name="Open">Of everybody.</param>
/// <param name="OfBrowser">Of one browser.</param>
/// <param name="Now">When; what expires at or before it does not count.</param>
public sealed record TransactionLimits(int Open, int OfBrowser, DateTimeOffset Now);
