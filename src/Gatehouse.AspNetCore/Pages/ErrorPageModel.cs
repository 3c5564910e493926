namespace Gatehouse.AspNetCore.Pages;

/// <summary>What an error page shows.</summary>
public sealed record ErrorPageModel(Problem Problem, string SupportId, RetryForm? Retry);
