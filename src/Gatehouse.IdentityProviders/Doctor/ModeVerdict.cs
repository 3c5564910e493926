namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>Whether one way to use a provider fits it.</summary>
/// <param name="Mode"><c>broker</c>, <c>resource-server</c> or <c>exchange</c>.</param>
/// <param name="Fits">Whether it does.</param>
/// <param name="Reason">Why, or under which condition, in one sentence.</param>
public sealed record ModeVerdict(string Mode, bool Fits, string Reason);
