namespace Gatehouse.AspNetCore.Pages;

/// <summary>The buttons of an error page that can be tried again: where they post to.</summary>
/// <param name="Action">The address.</param>
/// <param name="Fields">What is sent along, unseen.</param>
public sealed record RetryForm(string Action, params IReadOnlyList<(string Name, string Value)> Fields);
