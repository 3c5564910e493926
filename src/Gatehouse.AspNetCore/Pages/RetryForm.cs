namespace Gatehouse.AspNetCore.Pages;

/// <summary>The buttons of an error page that can be tried again: where they post to.</summary>
public sealed record RetryForm(string Action);
